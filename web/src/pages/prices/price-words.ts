import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const priceWords = wordsOf<typeof ko>('pages/prices');

export const usePriceWords = () => useWords(priceWords);
