import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodeOrders } from './decode-page.ts';

/** One page of orders as it comes over the wire, to what it tells: parse and map. Pure. */
export function readPage(text: string): readonly OrderRead[] {
  return decodeOrders(parseLossless(text)).reads;
}
