import { z } from 'zod';
import type { Figures } from '../../store/analytics/figures.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1).nullable();

/** What some orders come to. */
export const figuresView = z
  .object({
    orders: count.describe('Placed in the time, whatever became of them.'),
    canceled_orders: count.describe('Of which nothing is left.'),
    cancel_rate: share.describe('`canceled_orders` of `orders`, 0 to 1; null without orders.'),
    units: z.int().describe('Units that stay sold.'),
    paid_amount: z.int().describe('Of all these orders after discounts, without shipping. Minor units.'),
    canceled_amount: z
      .int()
      .describe('Of canceled lines, and of lines by the part of their units that was canceled.'),
    returned_amount: z
      .int()
      .describe('Of returned lines, and of lines by the part of their units that was returned and refunded.'),
    revenue: z.int().describe('`paid_amount` without `canceled_amount` and `returned_amount`.'),
    claimed_orders: count.describe('With a claim that was neither withdrawn nor rejected.'),
    claims_rate: share.describe('`claimed_orders` of `orders`.'),
    claims: z
      .object({ cancel: count, return: count, exchange: count })
      .describe('Orders with such a claim; an order may have several.'),
    timed_orders: count.describe('Of which it is known whether they left by their deadline.'),
    on_time_orders: count,
    on_time_rate: share.describe('`on_time_orders` of `timed_orders`.'),
  })
  .meta({ id: 'SalesFigures' });

/** The figures as an answer tells them. */
export function viewFigures(figures: Figures): z.infer<typeof figuresView> {
  return {
    orders: figures.orders,
    canceled_orders: figures.canceledOrders,
    cancel_rate: shareOf(figures.canceledOrders, figures.orders),
    units: figures.units,
    paid_amount: figures.paid,
    canceled_amount: figures.canceled,
    returned_amount: figures.returned,
    revenue: figures.paid - figures.canceled - figures.returned,
    claimed_orders: figures.claimed,
    claims_rate: shareOf(figures.claimed, figures.orders),
    claims: {
      cancel: figures.cancelClaims,
      return: figures.returnClaims,
      exchange: figures.exchangeClaims,
    },
    timed_orders: figures.timed,
    on_time_orders: figures.onTime,
    on_time_rate: shareOf(figures.onTime, figures.timed),
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
