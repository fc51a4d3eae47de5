import { asFields, optionalIntegerAt } from '../../kit/decode.ts';
import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { Site } from '../site.ts';
import { dataOf, orderPageOf } from './decode-page.ts';

/** Reads the text of one page of an order list, and nothing else. */
export function readPage(text: string): readonly OrderRead[] {
  const data = dataOf(parseLossless(text));
  return orderPageOf(data, siteIn(data)).reads;
}

/** Auction answers 1; Gmarket 2 or 3 (sheet §2). */
function siteIn(data: unknown): Site {
  if (data === null || data === undefined) return 'G';
  return optionalIntegerAt(asFields(data, 'Data'), 'SiteType') === 1 ? 'A' : 'G';
}
