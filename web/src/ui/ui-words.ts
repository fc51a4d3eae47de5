import { useWords, wordsOf } from '../language/words.ts';
import type ko from './words/ko.json';

export const uiWords = wordsOf<typeof ko>('ui');

export const useUiWords = () => useWords(uiWords);
