import { pay } from '../orders/fulfilment.ts';
import type { Cart, Order } from '../orders/order.ts';
import { SITES } from '../sites.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../time.ts';
import { drawFate, FATE_NAMES, type FateName, fateOf, isUndoing, type Step } from './fates.ts';
import { purchase } from './purchase.ts';
import type { Shop } from './shop.ts';

/** Claims of the past are younger than this, so that no deadline has passed by the time the shop opens. */
const CLAIMS_SINCE_MS = 20 * HOUR_MS;
const REMITTED_AFTER_MS = DAY_MS;

/** Every fate once on each site; the oldest orders show them. */
const SHOWCASE = FATE_NAMES.flatMap((name) => SITES.map((site) => ({ name, site })));

/** What a shop's past is like. */
export interface Past {
  /** About how many order numbers there are. */
  readonly orders: number;
  readonly days: number;
  /** Whether some of them were cancelled, returned or exchanged for good. */
  readonly undone: boolean;
}

/** Fills a shop with orders of the days before it opened, oldest first. */
export function inventPast(shop: Shop, { orders, days, undone }: Past): void {
  const { random, openedAt, book } = shop;
  const showcase = SHOWCASE.filter(({ name }) => undone || !isUndoing(name));
  while (book.orders().length < orders) {
    const index = book.orders().length;
    const age = 1 - (index + random.next()) / orders;
    const orderedAt = Math.floor(openedAt - age * days * DAY_MS);
    const shown = showcase[book.carts().length];
    const lines = index + 3 > orders ? 1 : undefined;
    const cart = purchase(shop, orderedAt, openedAt, {
      ...(lines === undefined ? {} : { lines }),
      ...(shown === undefined ? {} : { site: shown.site, isPlain: true, lines: 1 }),
    });
    const fate = shown?.name ?? drawFate(age, random);
    live(shop, cart, isUndoing(fate) && !undone ? 'delivered' : fate);
  }
}

function live(shop: Shop, cart: Cart, name: FateName): void {
  if (cart.paidAt === null) {
    if ((cart.depositDueAt ?? 0) > shop.openedAt) return;
    pay(cart, cart.orderedAt + shop.random.int(30, 3_600) * SECOND_MS);
  }
  if (cart.gift !== null) {
    if (name === 'paid' || (cart.paidAt ?? 0) > shop.openedAt - HOUR_MS) return;
    cart.gift.acceptedAt = (cart.paidAt ?? cart.orderedAt) + shop.random.int(60, 1_800) * SECOND_MS;
  }
  for (const [index, order] of cart.orders.entries()) walk(shop, order, name, index === 0);
}

// Only the first line of a cart is claimed; the others went the same way up to there.
function walk(shop: Shop, order: Order, name: FateName, isClaimed: boolean): void {
  const { way, claim = [] } = fateOf(name);
  const start = order.cart.gift?.acceptedAt ?? order.cart.paidAt ?? order.cart.orderedAt;
  const end = shop.openedAt;
  const turn = claim.length === 0 ? end : Math.max(start + (end - start) / 2, end - CLAIMS_SINCE_MS);
  spread(shop, order, way, start, turn);
  if (isClaimed) spread(shop, order, claim, turn, end);
  if (order.decidedAt !== null && order.decidedAt < end - REMITTED_AFTER_MS)
    order.remittedAt = order.decidedAt + REMITTED_AFTER_MS;
}

function spread(shop: Shop, order: Order, steps: readonly Step[], from: number, to: number): void {
  const span = (to - from) / (steps.length + 1);
  for (const [index, step] of steps.entries())
    step(shop, order, Math.floor(from + span * (index + shop.random.next())));
}
