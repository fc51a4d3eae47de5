import type { Random } from '../../frame/random.ts';
import { drawReason } from '../claims/reasons.ts';
import { fileCancel, fileStop, stopShipment } from '../claims/receipt-moves.ts';
import {
  type Box,
  type BoxItem,
  type BoxStatus,
  type Invoice,
  inStatus,
  withInvoice,
  withItems,
} from '../orders/box.ts';
import { drawFate, FATES, type Fate } from './fates.ts';
import { inventInvoice, OWN_DELIVERY } from './invented-invoice.ts';
import { drawOddCases, ODD_CASES, type OddCase } from './odd-cases.ts';
import { PLENTY, placeOrder } from './purchase.ts';
import type { Shop } from './shop.ts';

const UNLISTED_COURIER = '동네퀵배송';

/** The statuses after ACCEPT that a box of each fate has gone through. */
const WAYS: Readonly<Record<Fate, readonly BoxStatus[]>> = {
  accepted: [],
  canceled: [],
  instructed: ['INSTRUCT'],
  partly_canceled: ['INSTRUCT'],
  held_for_cancel: ['INSTRUCT'],
  untracked: ['INSTRUCT', 'NONE_TRACKING'],
  departed: ['INSTRUCT', 'DEPARTURE'],
  delivering: ['INSTRUCT', 'DEPARTURE', 'DELIVERING'],
  delivered: ['INSTRUCT', 'DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY'],
  confirmed: ['INSTRUCT', 'DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY'],
};

/**
 * Fills a shop with the orders of the days before it opened. The oldest and the newest show every odd case once, and
 * some old ones show every fate; chance decides about all others.
 */
export function inventPast(shop: Shop, orders: number, days: number): void {
  const { random, openedAt } = shop;
  const pastMs = days * 24 * 3_600_000;
  for (let index = 0; index < orders; index += 1) {
    const age = 1 - (index + random.next()) / orders;
    const orderedAt = Math.floor(openedAt - age * pastMs);
    const paidAt = Math.min(openedAt, orderedAt + random.int(2, 40) * 1_000);
    const showcasedFate = FATES[index - ODD_CASES.length];
    for (const box of placeOrder(shop, orderedAt, paidAt, oddCasesAt(index, orders, random), PLENTY)) {
      const fate = showcasedFate ?? drawFate(age, random);
      const aged = live(box, fate, shop);
      if (aged.invoice !== null)
        shop.invoiceUses.note(aged.invoice, aged.receiver, aged.inTransitAt ?? openedAt);
      shop.boxes.put(aged);
      filePastCancel(shop, aged, fate);
    }
  }
}

function oddCasesAt(index: number, orders: number, random: Random): ReadonlySet<OddCase> {
  const showcased = ODD_CASES[index] ?? ODD_CASES[orders - 1 - index];
  return showcased === undefined ? drawOddCases(random) : new Set([showcased]);
}

function live(box: Box, fate: Fate, shop: Shop): Box {
  const { random, openedAt } = shop;
  const way = WAYS[fate];
  const stepMs = (openedAt - box.paidAt) / (way.length + 1);
  const moved = way.reduce((former, status, step) => {
    const at = Math.floor(box.paidAt + stepMs * (step + random.next()));
    if (status === 'DEPARTURE') return withInvoice(former, chooseInvoice(box, random), 'wing', at);
    return status === 'NONE_TRACKING'
      ? withInvoice(former, OWN_DELIVERY, 'wing', at)
      : inStatus(former, status, at);
  }, box);
  const acknowledged = way.length === 0 ? moved : { ...moved, acknowledgement: { attempts: 1, applied: 1 } };
  return withItems(acknowledged, (item) =>
    meetFate(item, fate, openedAt - Math.floor(stepMs * random.next())),
  );
}

function chooseInvoice(box: Box, random: Random): Invoice {
  const invoice = inventInvoice(random);
  return box.oddCases.includes('unlisted_courier')
    ? { ...invoice, courierCode: null, courierName: UNLISTED_COURIER }
    : invoice;
}

function meetFate(item: BoxItem, fate: Fate, at: number): BoxItem {
  switch (fate) {
    case 'partly_canceled':
      return { ...item, shippingCount: item.shippingCount + 1 };
    case 'confirmed':
      return { ...item, confirmedAt: at };
    default:
      return item;
  }
}

/** Files what a box of such a fate had cancelled: it raises the counts of its items. */
function filePastCancel(shop: Shop, box: Box, fate: Fate): void {
  if (fate !== 'canceled' && fate !== 'partly_canceled' && fate !== 'held_for_cancel') return;
  const since = box.history.at(-1)?.at ?? box.paidAt;
  const now = Math.floor((since + shop.openedAt) / 2);
  const units = box.items.map(({ option, shippingCount }) => ({
    vendorItemId: option.vendorItemId,
    count: fate === 'canceled' ? shippingCount : 1,
  }));
  // A receipt of the guide is about one vendor item.
  const receipts = shop.edition === 'guide' ? units.map((one) => [one]) : [units];
  for (const some of receipts) {
    const reason = drawReason('cancel', shop.claimRandom);
    const filing = { box, units: some, reason, createdBy: 'buyer' as const, now };
    if (fate === 'canceled') fileCancel(shop, filing);
    else {
      const stop = fileStop(shop, filing);
      if (fate === 'partly_canceled') stopShipment(shop, stop, now);
    }
  }
}
