import type { Exchange } from '../claims/exchange.ts';
import {
  collectExchange,
  dispatchExchange,
  fileExchange,
  finishExchange,
  receiveExchange,
  rejectExchange,
  withdrawExchange,
} from '../claims/exchange-moves.ts';
import { drawReason } from '../claims/reasons.ts';
import type { Receipt } from '../claims/receipt.ts';
import { collect, complete, drop, fileReturn, receive } from '../claims/receipt-moves.ts';
import type { Box } from '../orders/box.ts';
import { inventInvoice } from './invented-invoice.ts';
import type { Shop } from './shop.ts';

/** One in so many delivered boxes of the past is claimed, beyond those that show every life once. */
const CLAIMED = 0.06;

type ReceiptStep = (shop: Shop, receipt: Receipt, at: number) => void;
type ExchangeStep = (shop: Shop, exchange: Exchange, at: number) => void;

const putReceipt =
  (change: (at: number) => Partial<Receipt>): ReceiptStep =>
  ({ claims }, receipt, at) =>
    claims.receipts.put({ ...receipt, ...change(at), modifiedAt: at });

const dispute = putReceipt(() => ({ status: 'REQUEST_COUPANG_CHECK' }));
const payBefore = putReceipt(() => ({ preRefund: true }));
const agree = putReceipt((at) => ({ approvedAt: at }));
const finish: ReceiptStep = (shop, receipt, at) => complete(shop, receipt, 'VENDOR_CONFIRM', at);
const takeBack: ReceiptStep = (shop, receipt, at) => drop(shop, receipt, 'withdrawn', at);

/** How far returns of the past have come. */
const RETURN_LIVES: readonly (readonly ReceiptStep[])[] = [
  [],
  [collect],
  [collect, receive],
  [collect, receive, finish],
  [dispute],
  [payBefore],
  [takeBack],
];

/** Further lives that only the guide's edition can tell of. */
const GUIDE_RETURN_LIVES: readonly (readonly ReceiptStep[])[] = [[agree], [agree, collect]];

const agreeTo: ExchangeStep = ({ claims }, exchange, at) =>
  claims.exchanges.put({ ...exchange, approvedAt: at, modifiedAt: at });
const dispatch: ExchangeStep = (shop, exchange, at) =>
  dispatchExchange(shop, exchange, inventInvoice(shop.claimRandom), at);
const refuse: ExchangeStep = (shop, exchange, at) => rejectExchange(shop, exchange, 'SOLDOUT', at);

/** How far exchanges of the past have come. */
const EXCHANGE_LIVES: readonly (readonly ExchangeStep[])[] = [
  [],
  [collectExchange],
  [agreeTo, collectExchange, receiveExchange],
  [agreeTo, collectExchange, receiveExchange, dispatch],
  [agreeTo, collectExchange, receiveExchange, dispatch, finishExchange],
  [refuse],
  [withdrawExchange],
];

/** Claims on boxes that were delivered before the shop opened: every life once, others as chance will have it. */
export function inventPastClaims(shop: Shop): void {
  const { claimRandom } = shop;
  const returns = shop.edition === 'guide' ? [...RETURN_LIVES, ...GUIDE_RETURN_LIVES] : returnLives(shop);
  const lives: readonly ((box: Box) => void)[] = [
    ...returns.map((steps) => (box: Box) => liveReturn(shop, box, steps)),
    ...EXCHANGE_LIVES.map((steps) => (box: Box) => liveExchange(shop, box, steps)),
  ];
  const delivered = shop.boxes
    .listed('FINAL_DELIVERY')
    .filter(({ items }) =>
      items.every(({ confirmedAt, cancelCount }) => confirmedAt === null && cancelCount === 0),
    );
  for (const [index, box] of delivered.entries()) {
    const life = lives[index] ?? (claimRandom.chance(CLAIMED) ? claimRandom.pick(lives) : undefined);
    life?.(box);
  }
}

// What was withdrawn before anybody looked is in no list (sheet §3.4); who compares a quiet shop whole would miss it.
function returnLives({ quiet }: Shop): typeof RETURN_LIVES {
  return quiet ? RETURN_LIVES.filter((steps) => !steps.includes(takeBack)) : RETURN_LIVES;
}

function liveReturn(shop: Shop, box: Box, steps: readonly ReceiptStep[]): void {
  const timeOf = timesSince(shop, box, steps.length);
  const claimed = shop.edition === 'guide' ? box.items.slice(0, 1) : box.items;
  const { receiptId } = fileReturn(shop, {
    box,
    units: claimed.map(({ option, shippingCount }) => ({
      vendorItemId: option.vendorItemId,
      count: shippingCount,
    })),
    reason: drawReason('return', shop.claimRandom),
    createdBy: 'buyer',
    now: timeOf(0),
  });
  for (const [index, step] of steps.entries()) {
    const receipt = shop.claims.receipts.get(receiptId);
    if (receipt !== undefined) step(shop, receipt, timeOf(index + 1));
  }
}

function liveExchange(shop: Shop, box: Box, steps: readonly ExchangeStep[]): void {
  const timeOf = timesSince(shop, box, steps.length);
  const [item] = box.items;
  if (item === undefined) return;
  const filed = fileExchange(shop, {
    box,
    vendorItemId: item.option.vendorItemId,
    count: item.shippingCount,
    reason: drawReason('exchange', shop.claimRandom),
    now: timeOf(0),
  });
  for (const [index, step] of steps.entries()) {
    const exchange = shop.claims.exchanges.get(filed?.exchangeId ?? '');
    if (exchange !== undefined) step(shop, exchange, timeOf(index + 1));
  }
}

const DAY_MS = 24 * 3_600_000;

/**
 * The moments of a claim's life, spread evenly between the delivery and the opening of the shop. In a quiet shop they
 * are of its last day, so that Coupang's own clock decides nothing soon.
 */
function timesSince(
  { openedAt, quiet }: Shop,
  { deliveredAt, paidAt }: Box,
  steps: number,
): (step: number) => number {
  const delivered = deliveredAt ?? paidAt;
  const since = quiet ? Math.max(delivered, openedAt - DAY_MS) : delivered;
  return (step) => Math.floor(since + ((openedAt - since) * (step + 1)) / (steps + 2));
}
