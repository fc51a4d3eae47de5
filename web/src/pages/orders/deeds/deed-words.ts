import { useWords, wordsOf } from '../../../language/words.ts';
import type ko from './words/ko.json';

export const deedWords = wordsOf<typeof ko>('pages/orders/deeds');

export const useDeedWords = () => useWords(deedWords);
