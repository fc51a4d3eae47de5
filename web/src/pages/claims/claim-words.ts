import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const claimWords = wordsOf<typeof ko>('pages/claims');

export const useClaimWords = () => useWords(claimWords);
