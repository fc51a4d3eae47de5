import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const connectionWords = wordsOf<typeof ko>('pages/connections');

export const useConnectionWords = () => useWords(connectionWords);
