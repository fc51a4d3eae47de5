import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodePage } from './decode-page.ts';
import { partialRead } from './snapshot.ts';

/** Reads the text of one page of boxes: parsing and translating, and nothing else. */
export function readPage(text: string): readonly OrderRead[] {
  return decodePage(parseLossless(text)).rows.map((row) => (row.ok ? partialRead(row.box) : row.read));
}
