import { z } from 'zod';
import { koreanDay } from '../../domain/business-days.ts';
import { type OrderMoney, orderMoney } from '../../domain/order-money.ts';
import { rateOn } from '../../domain/pricing/fees.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import { readLineMoney } from '../../store/orders/money.ts';
import type { OrderHead, OrderPackage } from '../../store/orders/read.ts';
import { listFeeRates } from '../../store/pricing/fee-rates.ts';
import type { OwnerScope } from '../../store/scope.ts';

export const moneyView = z
  .object({
    revenue: z
      .int()
      .describe('Goods that stay sold, and shipping as the buyer paid it. Minor units, as all here.'),
    fees: z.int().nullable().describe('What the marketplace keeps; null where that is not known.'),
    fees_from: z
      .enum(['marketplace', 'rate'])
      .nullable()
      .describe('Told by the marketplace, or worked out from `GET /fee-rates`.'),
    cost: z
      .int()
      .nullable()
      .describe('Of the goods, by the links and catalogue of today. Null for viewers, and where not known.'),
    profit: z
      .int()
      .nullable()
      .describe('Revenue less fees less cost, before the seller’s own shipping and packaging.'),
    margin_percent: z.number().nullable().describe('`profit` of `revenue`.'),
  })
  .meta({ id: 'OrderMoney' });

/** What is left of an order, by the fees of the day it was placed; the owner's own rates count first. */
export async function readOrderMoney(
  scope: OwnerScope,
  head: OrderHead,
  packages: readonly OrderPackage[],
): Promise<OrderMoney> {
  const own = (await listFeeRates(scope)).filter(({ platform }) => platform === head.platform);
  const known = findMarketplace(head.platform)?.fees ?? [];
  const day = koreanDay(head.orderedAt);
  const shipping = packages.reduce((sum, pack) => sum + pack.shippingFee + pack.remoteAreaFee, 0);
  const lines = await readLineMoney(scope, head.id);
  return orderMoney(
    lines,
    shipping,
    (category) => rateOn(own, category, day) ?? rateOn(known, category, day),
  );
}

/** What things cost is told to those who work with it. */
export function viewMoney(money: OrderMoney, maySeeCosts: boolean): z.infer<typeof moneyView> {
  const { revenue, fees, feesFrom, cost, profit, marginBp } = money;
  return {
    revenue,
    fees,
    fees_from: feesFrom,
    cost: maySeeCosts ? cost : null,
    profit: maySeeCosts ? profit : null,
    margin_percent: maySeeCosts && marginBp !== null ? marginBp / 100 : null,
  };
}
