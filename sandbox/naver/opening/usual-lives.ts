import type { DeliveryStatus } from '../orders/codes.ts';
import {
  arriveUntracked,
  carry,
  changeAddress,
  confirm,
  decide,
  delayDispatch,
  dispatch,
  lapse,
  receiveGift,
  withdrawConfirmation,
} from '../orders/fulfilment.ts';
import type { Parcel, ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { DAY_MS } from '../wire/time.ts';
import { newParcel, parcelFor } from '../world/invoices.ts';
import { mainlandAddress } from '../world/people.ts';
import type { Life, Moments, PaidLife } from './life.ts';

/** A courier code the marketplace's own list does not hold. */
const UNLISTED_COURIER = 'MOONEXPRESS';

/** The seller confirms and sends. */
export function send(shop: Shop, line: ProductOrder, next: Moments, parcel?: Parcel): void {
  confirm(shop.book, line, next());
  const at = next();
  dispatch(shop.book, line, parcel ?? parcelFor(line, shop.random), { sentAt: at, at });
}

/** The seller sends and the courier delivers. */
export function deliver(shop: Shop, line: ProductOrder, next: Moments): void {
  send(shop, line, next);
  for (const status of ['COLLECT_CARGO', 'DELIVERING', 'DELIVERY_COMPLETION'] as const) {
    carry(shop.book, line, status, next());
  }
}

function inDelivery(weight: number, steps: readonly DeliveryStatus[]): PaidLife {
  return {
    name: `delivering:${steps.at(-1) ?? 'COLLECT_REQUEST'}`,
    weight,
    ageHours: [8, 72],
    isPaid: true,
    live(shop, line, next) {
      send(shop, line, next);
      for (const status of steps) carry(shop.book, line, status, next());
    },
  };
}

/** Lives without a claim. */
export const USUAL_LIVES: readonly Life[] = [
  {
    name: 'payment-waiting',
    weight: 2,
    ageHours: [1, 48],
    isPaid: false,
    live: () => undefined,
  },
  {
    name: 'never-paid',
    weight: 2,
    ageHours: [73, 240],
    isPaid: false,
    live: ({ book }, order, next) => lapse(book, order, next()),
  },
  {
    name: 'paid',
    weight: 14,
    ageHours: [0.2, 20],
    isPaid: true,
    live: () => undefined,
  },
  {
    name: 'confirmed',
    weight: 12,
    ageHours: [1, 48],
    isPaid: true,
    live: ({ book }, line, next) => confirm(book, line, next()),
  },
  {
    name: 'confirmation-withdrawn',
    weight: 0.2,
    ageHours: [2, 48],
    isPaid: true,
    live({ book }, line, next) {
      confirm(book, line, next());
      withdrawConfirmation(book, line, next());
    },
  },
  {
    name: 'dispatch-delayed',
    weight: 0.5,
    ageHours: [6, 72],
    isPaid: true,
    live({ book }, line, next) {
      confirm(book, line, next());
      const at = next();
      delayDispatch(
        book,
        line,
        { dueAt: at + 7 * DAY_MS, reason: 'PRODUCT_PREPARE', detail: '재입고 대기' },
        at,
      );
    },
  },
  {
    name: 'address-changed',
    weight: 0.5,
    ageHours: [2, 24],
    isPaid: true,
    live: ({ book, random }, line, next) => changeAddress(book, line, mainlandAddress(random), next()),
  },
  {
    name: 'gift-received',
    weight: 0,
    ageHours: [4, 24],
    isPaid: true,
    live: ({ book, random }, line, next) => receiveGift(book, line, mainlandAddress(random), next()),
  },
  inDelivery(3, []),
  inDelivery(1, ['COLLECT_WAIT']),
  inDelivery(4, ['COLLECT_CARGO']),
  inDelivery(7, ['COLLECT_CARGO', 'DELIVERING']),
  inDelivery(0.2, ['COLLECT_CARGO', 'DELIVERING', 'DELIVERY_FAIL']),
  inDelivery(0.2, ['WRONG_INVOICE']),
  inDelivery(0.2, ['COLLECT_WAIT', 'COLLECT_CARGO_FAIL']),
  inDelivery(0.2, ['COLLECT_WAIT', 'COLLECT_CARGO_CANCEL']),
  {
    name: 'delivering:NOT_TRACKING',
    weight: 0.5,
    ageHours: [6, 48],
    isPaid: true,
    live: (shop, line, next) => send(shop, line, next, { method: 'DIRECT_DELIVERY' }),
  },
  {
    name: 'delivering:unlisted-courier',
    weight: 0.1,
    ageHours: [8, 48],
    isPaid: true,
    live: (shop, line, next) => send(shop, line, next, newParcel(UNLISTED_COURIER, shop.random)),
  },
  {
    name: 'delivered',
    weight: 14,
    ageHours: [30, 168],
    isPaid: true,
    live: deliver,
  },
  {
    name: 'delivered-untracked',
    weight: 0.5,
    ageHours: [30, 168],
    isPaid: true,
    live(shop, line, next) {
      send(shop, line, next, { method: 'VISIT_RECEIPT' });
      arriveUntracked(shop.book, line, next());
    },
  },
  {
    name: 'decided',
    weight: 30,
    ageHours: [72, 10_000],
    isPaid: true,
    live(shop, line, next) {
      deliver(shop, line, next);
      decide(shop.book, line, next());
    },
  },
];
