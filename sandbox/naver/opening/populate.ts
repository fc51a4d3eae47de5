import type { Random } from '../../frame/random.ts';
import { pay } from '../orders/fulfilment.ts';
import type { Order } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../wire/time.ts';
import { placeOrder, type Wish } from '../world/checkout.ts';
import type { Life, Moments } from './life.ts';
import { LIVES, SPECIAL_ORDERS, wishFor } from './special-orders.ts';

interface Plan {
  readonly name: string;
  readonly wish: Wish;
  readonly life: Life;
  readonly orderedAt: number;
}

const LONGEST_STEP_MS = 14 * HOUR_MS;
const MIXED_ORDERS = 0.15;

/** Fills a shop with `count` orders of the last `days` days and notes where each special case is. */
export function populate(
  shop: Shop,
  options: { readonly count: number; readonly days: number; readonly now: number },
  noteCase: (name: string, order: Order) => void,
): void {
  const { count, days, now } = options;
  const { random } = shop;
  const pickLife = createLifePicker(random);
  const orderedAt = ({ ageHours: [youngest, oldest] }: Life) => {
    const limit = days * DAY_MS;
    const least = Math.min(youngest * HOUR_MS, limit * 0.9);
    return Math.floor(now - least - random.next() * (Math.min(oldest * HOUR_MS, limit) - least));
  };

  const plans: Plan[] = Array.from({ length: count }, (_unused, index) => {
    const special = SPECIAL_ORDERS[index];
    const life = special?.life ?? pickLife();
    return {
      name: special?.name ?? life.name,
      wish: special?.wish ?? wishFor(life),
      life,
      orderedAt: orderedAt(life),
    };
  });
  // Numbers are given out in order of time, as the marketplace does.
  plans.sort((a, b) => a.orderedAt - b.orderedAt);
  for (const plan of plans) noteCase(plan.name, liveThrough(shop, plan, now, pickLife));
}

function liveThrough(shop: Shop, plan: Plan, now: number, pickLife: () => Life): Order {
  const { random } = shop;
  const { life } = plan;
  const order = placeOrder(shop, { ...plan.wish, isPast: true }, plan.orderedAt);
  if (!life.isPaid) {
    life.live(shop, order, momentsFrom(plan.orderedAt, now, random));
    return order;
  }
  const paidAt = Math.min(plan.orderedAt + random.int(20, 300) * SECOND_MS, now - 1);
  pay(shop.book, order, paidAt);
  order.productOrders.forEach((line, index) => {
    const other = index > 0 && random.chance(MIXED_ORDERS) ? pickLife() : life;
    const isOldEnough = now - plan.orderedAt >= other.ageHours[0] * HOUR_MS;
    const own = other.isPaid && isOldEnough && line.quantity >= (wishFor(other).quantity ?? 1) ? other : life;
    own.live(shop, line, momentsFrom(paidAt, now, random));
  });
  return order;
}

function createLifePicker(random: Random): () => Life {
  const total = LIVES.reduce((sum, { weight }) => sum + weight, 0);
  return () => {
    let rest = random.next() * total;
    for (const life of LIVES) {
      rest -= life.weight;
      if (rest < 0) return life;
    }
    return random.pick(LIVES);
  };
}

/** Steps of plausible length that never reach `until`; half of them fall on full seconds, as the real ones do. */
function momentsFrom(start: number, until: number, random: Random): Moments {
  let last = start;
  return () => {
    const room = Math.min((until - last) * 0.4, LONGEST_STEP_MS);
    const exact = last + Math.max(1, Math.floor(room * (0.3 + 0.7 * random.next())));
    const rounded = exact - (exact % SECOND_MS);
    const at = rounded > last && random.chance(0.5) ? rounded : exact;
    last = Math.min(at, until - 1);
    return last;
  };
}
