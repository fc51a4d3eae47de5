import type { Localized } from '../../../kit/localized.ts';

/** The sentence where something is so, else none. */
export function faultIf(isSo: boolean, sentence: Localized): readonly Localized[] {
  return isSo ? [sentence] : [];
}
