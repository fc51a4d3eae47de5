import type { ClaimMove, ClaimSnapshot } from '../../domain/claim.ts';
import type { LineNews, OrderSnapshot } from '../../domain/order.ts';
import { carrierIdOf } from '../../marketplaces/kit/carrier-code.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { OrderRead } from '../../marketplaces/kit/shop.ts';
import type { UnreadableRow } from '../../store/set-asides.ts';
import type { UnknownCode } from '../../store/unknown-codes.ts';

/** What a marketplace said in one go, by what it is about. */
export interface Told {
  readonly orders: readonly OrderSnapshot[];
  readonly news: readonly LineNews[];
  readonly claims: readonly ClaimSnapshot[];
  readonly moves: readonly ClaimMove[];
  readonly unreadable: readonly UnreadableRow[];
}

/** Parts reads by what they are about. */
export function partition(reads: readonly OrderRead[]): Told {
  const orders: OrderSnapshot[] = [];
  const news: LineNews[] = [];
  const claims: ClaimSnapshot[] = [];
  const moves: ClaimMove[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const read of reads) {
    switch (read.kind) {
      case 'order':
        orders.push(read.order);
        break;
      case 'line_news':
        news.push(read.news);
        break;
      case 'claim':
        claims.push(read.claim);
        break;
      case 'claim_moved':
        moves.push(read.move);
        break;
      case 'unreadable':
        unreadable.push(read);
        break;
    }
  }
  return { orders, news, claims, moves, unreadable };
}

/** Every order that is named, each once. */
export function ordersNamedIn({ orders, news, claims, moves }: Omit<Told, 'unreadable'>): readonly string[] {
  const named = [...orders, ...news, ...claims, ...moves];
  return [...new Set(named.map(({ nativeOrderId }) => nativeOrderId))];
}

/** The things sold by the orders in it, by the marketplace's numbers. */
export function itemsSoldIn({ orders }: Pick<Told, 'orders'>): readonly string[] {
  return [...new Set(orders.flatMap(({ lines }) => lines.map(({ nativeItemId }) => nativeItemId)))];
}

/** The codes in it that the edition has no word for. */
export function unknownCodesIn({ orders, news, claims }: Told, edition: Edition): readonly UnknownCode[] {
  const codes: UnknownCode[] = [];
  const lines = [...orders.flatMap(({ lines: ofOrder }) => ofOrder), ...news];
  for (const { status, nativeStatus, parcel } of lines) {
    if (status === null) codes.push({ field: 'order_status', code: nativeStatus });
    if (parcel !== null && !isCarrier(edition, parcel.nativeCarrier))
      codes.push({ field: 'carrier', code: parcel.nativeCarrier });
  }
  for (const { state, nativeStatus, reason, nativeReason } of claims) {
    if (state === null) codes.push({ field: 'claim_status', code: nativeStatus });
    if (reason === null && nativeReason !== null) codes.push({ field: 'claim_reason', code: nativeReason });
  }
  return codes;
}

function isCarrier({ carriers }: Edition, native: string): boolean {
  return native === '' || carrierIdOf(carriers, native) !== null || carriers.nativeOnly.includes(native);
}
