import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const inventoryWords = wordsOf<typeof ko>('pages/inventory');

export const useInventoryWords = () => useWords(inventoryWords);
