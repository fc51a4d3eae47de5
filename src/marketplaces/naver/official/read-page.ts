import { asFields, asList } from '../../kit/decode.ts';
import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { readsOf } from './gather-orders.ts';
import { dataOrNothing, decodeListPage } from './product-orders.ts';

/** Reads the text of one answer of `query` or of the conditional list; throws UnreadableError (sheet §3.3). */
export function readPage(text: string): readonly OrderRead[] {
  const json = parseLossless(text);
  const data = dataOrNothing(json);
  if (data === undefined) return [];
  if (Array.isArray(data)) return readsOf(asList(data, 'data'));
  return readsOf(decodeListPage(asFields(json, 'answer')).elements);
}
