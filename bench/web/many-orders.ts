import type { OrderSnapshot } from '../../src/domain/order.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { Account } from '../../src/store/accounts.ts';
import { ingestOrders } from '../../src/store/orders/ingest.ts';
import { asOwner } from '../../src/store/scope.ts';
import { line, order, pack } from '../../test/harness/snapshots.ts';
import type { FourShops } from '../stock/four-shops.ts';

const AT_ONCE = 1_000;
/** Between two orders of the business; 100,000 of them are about half a year. */
const APART_MS = 157_000;
const GOODS = [
  '면 양말',
  '겨울 장갑',
  '무선 이어폰',
  '보온 텀블러',
  '캠핑 의자',
  '요가 매트',
  '강아지 간식',
  '손 소독제',
];

/** As a business looks in the morning: most is over, some is on its way, a few hundred wait. */
function statusOf(age: number): OrderStatus {
  if (age < 200) return 'PAID';
  if (age < 400) return 'PREPARING';
  if (age < 1_200) return 'SHIPPED';
  if (age < 4_000) return 'DELIVERED';
  return 'CONFIRMED';
}

/** What its marketplace calls it. */
export function orderNumber(nth: number): string {
  return `B${1_000_000_000 + nth}`;
}

/** Order number `nth` of `total`; the last is the newest. Said again with another status it is a change. */
function orderOf(nth: number, total: number, newest: Date, status = statusOf(total - nth)): OrderSnapshot {
  const at = new Date(newest.getTime() - (total - nth) * APART_MS).toISOString();
  const price = 5_000 + (nth % 90) * 500;
  return order({
    nativeOrderId: orderNumber(nth),
    orderedAt: at,
    paidAt: at,
    packages: [pack({ native: {} })],
    lines: [
      line({
        nativeLineId: `L${nth}`,
        status,
        nativeStatus: status,
        productName: `${GOODS[nth % GOODS.length]} ${nth % 40}호`,
        unitPrice: price,
        amount: price,
        paidAmount: price,
        quantity: 1,
        shippableQuantity: 1,
        shipBy:
          status === 'PAID' || status === 'PREPARING'
            ? new Date(newest.getTime() + nth * 1_000).toISOString()
            : null,
        parcel:
          status === 'PAID' || status === 'PREPARING'
            ? null
            : { nativeCarrier: 'CJGLS', invoice: `6800000${nth}`, shippedAt: at },
        native: {},
      }),
    ],
  });
}

export interface ManyOrders {
  readonly shops: FourShops;
  readonly total: number;
  readonly newest: Date;
}

/** Writes that many orders into the four shops in turn, as pulls would. */
export async function writeOrders(hub: Hub, many: ManyOrders): Promise<void> {
  const { shops, total, newest } = many;
  for (const [place, account] of shops.accounts.entries()) {
    let batch: OrderSnapshot[] = [];
    for (let nth = place; nth < total; nth += shops.accounts.length) {
      batch.push(orderOf(nth, total, newest));
      if (batch.length < AT_ONCE) continue;
      await tell(hub, shops, account, batch);
      batch = [];
    }
    if (batch.length > 0) await tell(hub, shops, account, batch);
  }
}

/** What happens on a working day: one of the newest orders is taken on, leaves, arrives, and one more comes in. */
export async function nextEvent(hub: Hub, many: ManyOrders, event: number): Promise<void> {
  const { shops, total, newest } = many;
  const nth = event % 5 === 0 ? total + event : total - 1 - (event % 150);
  const account = shops.accounts[nth % shops.accounts.length];
  if (account === undefined) throw new Error('there is no shop');
  const steps = ['PREPARING', 'SHIPPED', 'DELIVERED'] as const;
  const status = nth >= total ? 'PAID' : steps[Math.floor(event / 150) % steps.length];
  await tell(hub, shops, account, [orderOf(nth, total, newest, status)]);
}

async function tell(
  hub: Hub,
  { owner }: FourShops,
  account: Account,
  orders: readonly OrderSnapshot[],
): Promise<void> {
  const target = { account: account.id, platform: account.platform, carrierIdOf: () => 'cj' };
  await asOwner(hub.db, owner, (scope) =>
    ingestOrders(scope, hub.vault, target, orders, { run: null, command: null }),
  );
}
