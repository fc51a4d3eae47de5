import type { Minor } from './money.ts';
import {
  type BasisPoints,
  type FeeRate,
  fixedFee,
  shareOfGoods,
  shareOfShipping,
  WHOLE,
} from './pricing/fees.ts';

/** What one line of an order brought. Amounts are minor units of the order's currency. */
export interface LineMoney {
  readonly paid: Minor;
  /** Of what was paid, without what was canceled or returned. */
  readonly kept: Minor;
  /** Units that stay sold. */
  readonly units: number;
  /** What the marketplace says it keeps of the whole line; null where it does not tell. */
  readonly commission: Minor | null;
  /** What the goods of one unit cost the seller; null where that is not known. */
  readonly unitCost: Minor | null;
  readonly nativeCategoryId: string | null;
}

/** What is left of an order before the seller's own shipping and packaging. Null is not known. */
export interface OrderMoney {
  /** Goods that stay sold, and shipping as the buyer paid it. */
  readonly revenue: Minor;
  readonly fees: Minor | null;
  /** The marketplace told them, or they were worked out from its rate. */
  readonly feesFrom: 'marketplace' | 'rate' | null;
  readonly cost: Minor | null;
  readonly profit: Minor | null;
  /** Of the revenue; null without revenue too. */
  readonly marginBp: BasisPoints | null;
}

/** Works out what is left. An order of which nothing stays sold brings nothing, shipping neither. */
export function orderMoney(
  lines: readonly LineMoney[],
  shippingPaid: Minor,
  rateOf: (nativeCategoryId: string | null) => FeeRate | undefined,
): OrderMoney {
  const sold = lines.filter(({ units }) => units > 0);
  if (sold.length === 0) {
    return { revenue: 0, fees: 0, feesFrom: null, cost: 0, profit: 0, marginBp: null };
  }
  const revenue = shippingPaid + sold.reduce((sum, { kept }) => sum + kept, 0);
  const { fees, feesFrom } = feesOf(sold, shippingPaid, rateOf);
  const cost = knownSum(sold.map(({ unitCost, units }) => (unitCost === null ? null : unitCost * units)));
  const profit = fees === null || cost === null ? null : revenue - fees - cost;
  const marginBp = profit === null || revenue === 0 ? null : Math.round((profit / revenue) * WHOLE);
  return { revenue, fees, feesFrom, cost, profit, marginBp };
}

function feesOf(
  sold: readonly LineMoney[],
  shippingPaid: Minor,
  rateOf: (nativeCategoryId: string | null) => FeeRate | undefined,
): Pick<OrderMoney, 'fees' | 'feesFrom'> {
  const told = knownSum(
    sold.map(({ commission, kept, paid }) =>
      commission === null ? null : paid === 0 ? commission : Math.round((commission * kept) / paid),
    ),
  );
  if (told !== null) return { fees: told, feesFrom: 'marketplace' };
  const rates = sold.map(({ nativeCategoryId }) => rateOf(nativeCategoryId));
  const ofGoods = knownSum(
    sold.map(({ kept }, place) => {
      const rate = rates[place];
      return rate === undefined ? null : Math.round(kept * shareOfGoods(rate));
    }),
  );
  const [first] = rates;
  if (ofGoods === null || first === undefined) return { fees: null, feesFrom: null };
  const ofShipping = Math.round(shippingPaid * shareOfShipping(first));
  return { fees: ofGoods + ofShipping + fixedFee(first), feesFrom: 'rate' };
}

/** Null as soon as one amount is not known: a sum of the rest would be wrong. */
function knownSum(amounts: readonly (Minor | null)[]): Minor | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}
