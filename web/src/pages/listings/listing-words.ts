import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const listingWords = wordsOf<typeof ko>('pages/listings');

export const useListingWords = () => useWords(listingWords);
