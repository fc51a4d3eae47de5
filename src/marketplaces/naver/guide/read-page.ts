import { asFields, listAt } from '../../kit/decode.ts';
import { parseLossless } from '../../kit/lossless.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { readsOfClaims } from './decode-claim.ts';
import { readsOfOrders } from './decode-order.ts';

/** Reads the text of one page of orders or of claims; throws UnreadableError (guide §1.3.1, §1.5.1). */
export function readPage(text: string): readonly OrderRead[] {
  const answer = asFields(parseLossless(text), 'answer');
  return answer.claims === undefined
    ? readsOfOrders(listAt(answer, 'orders'))
    : readsOfClaims(listAt(answer, 'claims'));
}
