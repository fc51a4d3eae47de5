import type { Random } from '../../frame/random.ts';
import { DAY_MS } from '../time.ts';
import { CLAIM_LIVES, type Life, type Moments, USUAL_LIVES } from './lives.ts';
import { drawOddCases, ODD_CASES, type OddCases } from './odd-cases.ts';
import { placeOrder } from './purchase.ts';
import type { Shop } from './shop.ts';

type Name = keyof typeof USUAL_LIVES;
type Weights = Readonly<Partial<Record<Name | 'claimed', number>>>;

/** By age, as a part of the shop's whole past: the older an order, the further along it is. */
const LIVES_BY_AGE: readonly { readonly upTo: number; readonly weights: Weights }[] = [
  { upTo: 0.08, weights: { paid: 80, confirmed: 18, claimed: 2 } },
  { upTo: 0.2, weights: { paid: 20, confirmed: 45, shipped: 30, claimed: 5 } },
  { upTo: 0.4, weights: { confirmed: 8, shipped: 60, delivered: 25, claimed: 7 } },
  { upTo: 0.7, weights: { shipped: 10, delivered: 72, decided: 10, claimed: 8 } },
  { upTo: 1, weights: { shipped: 2, delivered: 28, decided: 62, claimed: 8 } },
];

/** How much of the past lies between an order that shows a claim and the day the shop opened, at the least. */
const CLAIM_AGE = 0.3;

/**
 * Fills a shop with the orders of the days before it opened. The newest and the oldest show every odd case once, and
 * some old ones every life of a claim; chance decides about all others.
 */
export function inventPast(shop: Shop, orders: number, days: number): void {
  const { random, openedAt } = shop;
  const pastMs = days * DAY_MS;
  for (let index = 0; index < orders; index += 1) {
    const age = 1 - (index + random.next()) / orders;
    const orderedAt = Math.floor(openedAt - 60_000 - age * Math.max(0, pastMs - 60_000));
    const showcased = age > CLAIM_AGE ? CLAIM_LIVES[index - ODD_CASES.length] : undefined;
    const oddCases = showcased === undefined ? oddCasesAt(index, orders, random) : new Set<never>();
    const order = placeOrder(shop, orderedAt, oddCases);
    const isPlain = order.lines.every(({ stage }) => stage === '202') && !order.isGlobal;
    if (!isPlain) continue;
    const chosen = showcased ?? drawLife(age, random);
    chosen.live(shop, order, momentsBetween(order.paidAt ?? orderedAt, openedAt, chosen.moments, random));
  }
}

function oddCasesAt(index: number, orders: number, random: Random): OddCases {
  const showcased = ODD_CASES[index] ?? ODD_CASES[orders - 1 - index];
  return showcased === undefined ? drawOddCases(random) : new Set([showcased]);
}

function drawLife(age: number, random: Random): Life {
  const weights = LIVES_BY_AGE.find(({ upTo }) => age <= upTo)?.weights ?? {};
  let ticket = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [name, weight] of Object.entries(weights)) {
    ticket -= weight;
    if (ticket < 0) return isUsual(name) ? USUAL_LIVES[name] : random.pick(CLAIM_LIVES);
  }
  return USUAL_LIVES.decided;
}

const isUsual = (name: string): name is Name => Object.hasOwn(USUAL_LIVES, name);

function momentsBetween(from: number, to: number, count: number, random: Random): Moments {
  const step = (to - from) / (count + 1);
  let taken = 0;
  return () => {
    taken += 1;
    return Math.floor(from + step * (taken - random.next() * 0.5));
  };
}
