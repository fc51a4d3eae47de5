import { ControlError } from '../../frame/control-error.ts';
import { type Exchange, isOpenExchange } from '../claims/exchange.ts';
import { fileExchange } from '../claims/exchange-moves.ts';
import { type ClaimKind, type Reason, reasonOf } from '../claims/reasons.ts';
import type { Receipt } from '../claims/receipt.ts';
import { fileCancel, fileReturn, fileStop, type Units, unitsInReturn } from '../claims/receipt-moves.ts';
import { type Box, type BoxStatus, inStatus, isGone, keptCount, shippableCount } from '../orders/box.ts';
import type { Shop } from './shop.ts';

const conflict = (message: string): never => {
  throw new ControlError(message, 409);
};

const RETURNABLE: readonly BoxStatus[] = ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING'];
const EXCHANGEABLE: readonly BoxStatus[] = ['FINAL_DELIVERY', 'NONE_TRACKING'];

/** What a buyer asks for. */
export interface BuyerWish {
  readonly kind: ClaimKind;
  readonly box: Box;
  readonly vendorItemId: string;
  /** All that can be asked for, if absent. */
  readonly count?: number;
  readonly reason: Reason;
}

/** The buyer asks for a claim as Coupang lets him, or is refused with 409. Answers the number of the claim. */
export function askFor(shop: Shop, wish: BuyerWish, now: number): string {
  const { kind, box, vendorItemId, reason } = wish;
  const item = box.items.find(({ option }) => option.vendorItemId === vendorItemId);
  if (item === undefined || isGone(box)) return conflict('nothing is left of this line');
  const left =
    kind === 'cancel'
      ? shippableCount(item)
      : keptCount(item) - unitsInClaims(shop, box.orderId, vendorItemId);
  const count = wish.count ?? left;
  if (count < 1 || count > left) return conflict(`${left} units of this line can be claimed, not ${count}`);
  if (kind === 'cancel' && item.parcels.length > 0) return conflict('the line has been shipped');
  if (kind === 'cancel') return askToCancel(shop, box, [{ vendorItemId, count }], reason, now).receiptId;
  const allowed = kind === 'return' ? RETURNABLE : EXCHANGEABLE;
  if (!allowed.includes(box.status)) return conflict(`nothing of a box in ${box.status} can be sent back`);
  if (item.confirmedAt !== null) return conflict('the purchase is confirmed');
  if (kind === 'return') {
    const units = [{ vendorItemId, count }];
    return fileReturn(shop, { box, units, reason, createdBy: 'buyer', now }).receiptId;
  }
  return (
    fileExchange(shop, { box, vendorItemId, count, reason, now })?.exchangeId ?? conflict('no such line')
  );
}

/** The buyer cancels: at once while the box is ACCEPT, else by a stop of the shipment that the seller must answer. */
export function askToCancel(
  shop: Shop,
  box: Box,
  units: readonly Units[],
  reason: Reason,
  now: number,
): Receipt {
  const filing = { box, units, reason, createdBy: 'buyer' as const, now };
  if (box.status === 'INSTRUCT') return fileStop(shop, filing);
  if (box.status !== 'ACCEPT') return conflict(`a box in ${box.status} cannot be cancelled`);
  if (shop.edition === 'official') return fileCancel(shop, filing);
  // The guide knows requests only, which the seller grants or refuses: its orders are taken into preparation first.
  const prepared = inStatus(box, 'INSTRUCT', now);
  shop.boxes.put(prepared);
  return fileStop(shop, { ...filing, box: prepared });
}

/** The first reason of a kind for which this side answers. */
export function reasonFor(kind: ClaimKind, fault: 'buyer' | 'seller'): Reason {
  return reasonOf(kind, fault === 'seller' ? 'VENDOR' : 'CUSTOMER');
}

function unitsInClaims(shop: Shop, orderId: string, vendorItemId: string): number {
  const exchanging = shop.claims.exchanges
    .ofOrder(orderId)
    .filter((exchange: Exchange) => isOpenExchange(exchange) && exchange.option.vendorItemId === vendorItemId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return exchanging + unitsInReturn(shop, orderId, vendorItemId);
}
