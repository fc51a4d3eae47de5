import type { TextLimit } from './listing-rules.ts';
import { cp949Bytes } from './xml.ts';

/** How long a text is as a marketplace counts it. */
export function lengthOf(text: string, unit: TextLimit['unit']): number {
  // What the charset cannot write becomes a question mark, whose single byte stands for it here.
  return unit === 'euc_kr_bytes' ? cp949Bytes(text).length : [...text].length;
}
