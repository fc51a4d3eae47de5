import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const catalogueWords = wordsOf<typeof ko>('pages/catalogue');

export const useCatalogueWords = () => useWords(catalogueWords);
