import { z } from 'zod';
import { SOON_MS } from '../../domain/deadline.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { penaltiesOf } from '../../marketplaces/kit/penalties.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { countLate, countToday, type LateOrders, type TodayCounts } from '../../store/today.ts';
import { callerOf } from '../caller.ts';
import { penaltyOf, penaltyView } from '../claims/action-view.ts';
import type { Endpoint } from '../context.ts';
import { dueRangeOf } from '../dates/due.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const count = z.int().nonnegative();

const today = z
  .object({
    as_of: instant,
    orders: z.object({
      to_acknowledge: count.describe('`GET /orders?status=PAID`.'),
      due_soon: count.describe('`GET /orders?due=soon`.'),
      due_today: count.describe('`GET /orders?due=today`.'),
      overdue: count.describe('`GET /orders?due=overdue`.'),
      next_due_at: instant.nullable().describe('The deadline that passes next.'),
    }),
    late: z
      .array(z.object({ platform: z.string(), orders: count, penalties: z.array(penaltyView) }))
      .describe('Overdue orders by marketplace, and what being late costs there.'),
    claims: z.object({
      open: count.describe('`GET /claims?open=true`.'),
      due_today: count.describe('`GET /claims?due=today`.'),
      overdue: count.describe('`GET /claims?due=overdue`.'),
      to_resolve: count.describe('`GET /claims?to_resolve=true`.'),
    }),
    commands: z.object({
      open: count.describe('On their way to the marketplaces.'),
      failed: count.describe('Failed, and a person can have them tried again.'),
    }),
    shops: z.object({ connected: count, troubled: count }),
    stock: z
      .object({ low: count, out: count })
      .describe('Products with a SKU that is running low, or has run out: `GET /inventory/low-stock`.'),
  })
  .meta({ id: 'Today' });

/** `GET /today`: what a person has to do now, in numbers. */
export const readToday: Endpoint = (api, { hub }) => {
  api.get('/today', {
    schema: {
      operationId: 'readToday',
      summary: 'What has to be done now, in numbers',
      tags: ['orders'],
      response: { 200: today, ...problemAnswers() },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const timeZone = await readTimeZone(hub.db, owner);
      const now = hub.clock();
      const { dueTo: dayEnd } = dueRangeOf('today', now, timeZone);
      const marks = { now, soon: new Date(now.getTime() + SOON_MS), dayEnd };
      const [counts, late] = await asOwner(hub.db, owner, async (scope) => [
        await countToday(scope, marks),
        await countLate(scope, now),
      ]);
      return todayOf(now, counts, late, languageOf(request));
    },
  });
};

function todayOf(
  now: Date,
  counts: TodayCounts,
  late: readonly LateOrders[],
  language: Language,
): z.infer<typeof today> {
  return {
    as_of: now.toISOString(),
    orders: {
      to_acknowledge: counts.ordersPaid,
      due_soon: counts.ordersDueSoon,
      due_today: counts.ordersDueToday,
      overdue: counts.ordersOverdue,
      next_due_at: instantOrNull(counts.nextOrderDue),
    },
    late: late.map(({ platform, edition, orders }) => ({
      platform,
      orders,
      penalties: penaltiesOf(editionOf({ platform, edition }).edition, 'late_dispatch', undefined).map(
        (penalty) => penaltyOf(penalty, language),
      ),
    })),
    claims: {
      open: counts.claimsOpen,
      due_today: counts.claimsDueToday,
      overdue: counts.claimsOverdue,
      to_resolve: counts.claimsToResolve,
    },
    commands: { open: counts.commandsOpen, failed: counts.commandsFailed },
    shops: { connected: counts.shops, troubled: counts.shopsTroubled },
    stock: { low: counts.stockLow, out: counts.stockOut },
  };
}
