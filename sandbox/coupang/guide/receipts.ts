import type { WireAnswer } from '../../frame/marketplace.ts';
import type { ClaimKind } from '../claims/reasons.ts';
import { kindOf } from '../claims/receipt.ts';
import { struckRows } from '../claims/row-faults.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Span } from '../time.ts';
import { guidePage } from './answers.ts';
import { choiceOf, createdSpan, pageOf, placeAt } from './input.ts';
import {
  exchangeRow,
  GUIDE_CLAIM_STATUSES,
  receiptRows,
  type Standing,
  standingOfExchange,
  standingOfReceipt,
} from './receipt-json.ts';

/** Claims of one number: listed together, so that no page cuts them apart. */
interface Entry {
  readonly place: string;
  readonly standing: Standing;
  readonly rows: readonly Record<string, unknown>[];
}

/** Lists cancels, returns and exchanges by the time of their filing (guide §2.3.3): it is where cancel requests are found. */
export function listEveryReceipt(call: GrantedCall): WireAnswer {
  return list(call, ['cancel', 'return', 'exchange'], false);
}

/** Lists returns (guide §2.6.1). */
export function listReturns(call: GrantedCall): WireAnswer {
  return list(call, ['return'], true);
}

/** Lists exchanges (guide §2.7.1). */
export function listExchanges(call: GrantedCall): WireAnswer {
  return list(call, ['exchange'], true);
}

function list(call: GrantedCall, kinds: readonly ClaimKind[], mayNameNoDates: boolean): WireAnswer {
  const span = createdSpan(call, mayNameNoDates);
  const status = choiceOf(call.query, 'status', GUIDE_CLAIM_STATUSES);
  const entries = entriesIn(call, kinds, span)
    .filter(({ standing }) => status === undefined || standing.status === status)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const { page, nextToken } = pageOf(call.query, entries, ({ place }) => place);
  const rows = page.flatMap((entry) => entry.rows);
  return guidePage(struckRows(call, rows, 'status', 'every'), nextToken);
}

function entriesIn({ shop }: GrantedCall, kinds: readonly ClaimKind[], { from, to }: Span): readonly Entry[] {
  const { receipts, exchanges } = shop.claims;
  const ofReceipts = receipts
    .filed(from, to)
    .filter((receipt) => kinds.includes(kindOf(receipt)))
    .map((receipt) => ({
      place: placeAt(receipt.createdAt, receipt.receiptId),
      standing: standingOfReceipt(receipt),
      rows: receiptRows(receipt),
    }));
  if (!kinds.includes('exchange')) return ofReceipts;
  const ofExchanges = exchanges.filed(from, to).map((exchange) => ({
    place: placeAt(exchange.createdAt, exchange.exchangeId),
    standing: standingOfExchange(exchange),
    rows: [exchangeRow(exchange)],
  }));
  return [...ofReceipts, ...ofExchanges];
}
