import type { Minor } from '../money.ts';
import { type BasisPoints, type FeeRate, fixedFee, shareOfGoods, shareOfShipping, WHOLE } from './fees.ts';

/** What one sale of one piece costs and brings besides its price. All in the price's minor units. */
export interface SaleFacts {
  /** What the goods cost the seller, all parts of a bundle together. */
  readonly cost: Minor;
  /** What the buyer pays for shipping, and what it costs the seller. */
  readonly shippingPaid: Minor;
  readonly shippingCost: Minor;
  /** Packaging, gifts, expected returns. */
  readonly otherCost: Minor;
  readonly fees: FeeRate;
}

/** What is left of a sale, by the formula of sellers: revenue less fees less cost. */
export interface Margin {
  readonly revenue: Minor;
  readonly fees: Minor;
  readonly cost: Minor;
  readonly profit: Minor;
  /** Of the revenue. */
  readonly marginBp: BasisPoints;
  /** Of the cost; null where nothing was paid. */
  readonly markupBp: BasisPoints | null;
}

/** What is left when one piece is sold at this price. Fees are rounded to whole units as marketplaces do. */
export function marginAt(price: Minor, facts: SaleFacts): Margin {
  const { fees: rate, shippingPaid } = facts;
  const revenue = price + shippingPaid;
  const fees =
    Math.round(price * shareOfGoods(rate)) +
    Math.round(shippingPaid * shareOfShipping(rate)) +
    fixedFee(rate);
  const cost = facts.cost + facts.shippingCost + facts.otherCost;
  const profit = revenue - fees - cost;
  return {
    revenue,
    fees,
    cost,
    profit,
    marginBp: revenue === 0 ? 0 : Math.round((profit / revenue) * WHOLE),
    markupBp: cost === 0 ? null : Math.round((profit / cost) * WHOLE),
  };
}

/**
 * The price at which a share of the revenue is left, before rounding; null where fees and margin together leave no
 * price that does.
 */
export function priceForMargin(target: BasisPoints, facts: SaleFacts): number | null {
  const share = target / WHOLE;
  const left = 1 - shareOfGoods(facts.fees) - share;
  if (left <= 0) return null;
  return (mustEarn(facts) + facts.shippingPaid * share) / left;
}

/** The price at which so much of the cost is left on top, before rounding; null where fees eat every price. */
export function priceForMarkup(target: BasisPoints, facts: SaleFacts): number | null {
  const left = 1 - shareOfGoods(facts.fees);
  if (left <= 0) return null;
  const cost = facts.cost + facts.shippingCost + facts.otherCost;
  return (mustEarn(facts) + cost * (target / WHOLE)) / left;
}

/** What the price has to bring, fees of the goods aside, so that nothing is lost. */
function mustEarn({ cost, shippingCost, otherCost, shippingPaid, fees }: SaleFacts): number {
  return cost + shippingCost + otherCost + fixedFee(fees) - shippingPaid * (1 - shareOfShipping(fees));
}
