import { asList, UnreadableError } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodeClaim, decodeMove } from './decode-claim.ts';
import { decodeLine } from './decode-line.ts';
import { decodeConfirmed, decodeShipped } from './decode-news.ts';
import type { ListOf } from './lists.ts';
import { saidIn } from './said.ts';
import { decodeRows, snapshotsOf } from './snapshot.ts';

/** The rows of a list of orders or claims; none where it says that it is empty (sheet §5.2). */
export function rowsOf(document: unknown): readonly unknown[] {
  const { root, fields } = saidIn(document);
  if (root !== 'orders') throw new UnreadableError('document', 'a list of orders', document);
  return asList(fields.order ?? [], 'order');
}

/** What the rows of a list tell. */
export function readsOf(rows: readonly unknown[], of: ListOf): readonly OrderRead[] {
  switch (of.rows) {
    case 'lines': {
      const { good, bad } = decodeRows(rows, (row) => decodeLine(row, () => of.status));
      return [...snapshotsOf(good, false).map((order): OrderRead => ({ kind: 'order', order })), ...bad];
    }
    case 'shipped':
    case 'confirmed': {
      const { good, bad } = decodeRows(rows, of.rows === 'shipped' ? decodeShipped : decodeConfirmed);
      return [...good.map((news): OrderRead => ({ kind: 'line_news', news })), ...bad];
    }
    case 'claims': {
      const { good, bad } = decodeRows(rows, (row): OrderRead => {
        const move = decodeMove(row, of);
        return move === null ? { kind: 'claim', claim: decodeClaim(row, of) } : { kind: 'claim_moved', move };
      });
      return [...good, ...bad];
    }
  }
}
