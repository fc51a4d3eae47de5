import { asFields, asList } from '../../kit/decode.ts';
import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { Site } from '../site.ts';
import { SITE_TYPES } from './keys.ts';
import { orderPageOf } from './lists.ts';

/** Reads the text of one page of orders, and nothing else. */
export function readPage(text: string): readonly OrderRead[] {
  const json = parseLossless(text);
  return orderPageOf(json, siteIn(json), 1).reads;
}

/** A page is about one site, which its orders name. */
function siteIn(json: unknown): Site {
  const [first] = asList(asFields(json, 'page').orders ?? [], 'orders');
  return first !== undefined && asFields(first, 'order').siteType === SITE_TYPES.A ? 'A' : 'G';
}
