import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const syncWords = wordsOf<typeof ko>('pages/sync');

export const useSyncWords = () => useWords(syncWords);
