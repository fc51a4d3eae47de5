import type { TextLimit } from './listing-rules.ts';
import { cp949Bytes } from './xml.ts';

/** How long a text is as a marketplace counts it. */
export function lengthOf(text: string, unit: TextLimit['unit']): number {
  // What the charset cannot write becomes a question mark, whose single byte stands for it here.
  return unit === 'euc_kr_bytes' ? cp949Bytes(text).length : [...text].length;
}

/** As much of a text as fits, cut between two characters. */
export function fitting(text: string, { max, unit }: TextLimit): string {
  let kept = '';
  let left = max;
  for (const sign of text) {
    left -= lengthOf(sign, unit);
    if (left < 0) break;
    kept += sign;
  }
  return kept;
}
