import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const orderWords = wordsOf<typeof ko>('pages/orders');

export const useOrderWords = () => useWords(orderWords);
