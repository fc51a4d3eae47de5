import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const listWords = wordsOf<typeof ko>('desk/lists');

export const useListWords = () => useWords(listWords);
