import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const carrierWords = wordsOf<typeof ko>('desk/carriers');

export const useCarrierWords = () => useWords(carrierWords);
