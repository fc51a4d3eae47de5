import { useWords, wordsOf } from '../../language/words.ts';
import type ko from './words/ko.json';

export const claimWords = wordsOf<typeof ko>('pages/claims');

export const useClaimWords = () => useWords(claimWords);

/** The name of an act on claims, as the API codes it: `return.approve`. A dot in a key would mean a group. */
export function useActionName(): (action: string) => string {
  const t = useClaimWords();
  return (action) => t.word('actions', action.replace('.', '_'));
}
