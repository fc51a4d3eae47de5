import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodeOrders } from './decode-pages.ts';

/** Reads the text of one page of orders: parsing and translating, and nothing else. */
export function readPage(text: string): readonly OrderRead[] {
  return decodeOrders(parseLossless(text)).items;
}
