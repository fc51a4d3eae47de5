import type { Random } from '../../frame/random.ts';
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
import { placeOrder } from './purchase.ts';
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
    for (const box of placeOrder(shop, orderedAt, paidAt, oddCasesAt(index, orders, random))) {
      const aged = live(box, showcasedFate ?? drawFate(age, random), shop);
      if (aged.invoice !== null)
        shop.invoiceUses.note(aged.invoice, aged.receiver, aged.inTransitAt ?? openedAt);
      shop.boxes.put(aged);
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
    case 'canceled':
      return { ...item, cancelCount: item.shippingCount };
    case 'partly_canceled':
      return { ...item, shippingCount: item.shippingCount + 1, cancelCount: 1 };
    case 'held_for_cancel':
      return { ...item, holdCountForCancel: 1 };
    case 'confirmed':
      return { ...item, confirmedAt: at };
    default:
      return item;
  }
}
