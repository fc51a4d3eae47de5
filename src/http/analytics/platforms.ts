import { z } from 'zod';
import { listAccountNames } from '../../store/analytics/account-names.ts';
import { type BestSeller, readBestSellers } from '../../store/analytics/best-sellers.ts';
import { addFigures, type Figures, NOTHING_SOLD, readFigures } from '../../store/analytics/figures.ts';
import { planForReport } from '../../store/analytics/plan-for-report.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { viewFigures } from './figures-view.ts';
import { periodOf, salesFilterOf, salesQuery } from './sales-query.ts';

const MOST = 50;

const platformsQuery = salesQuery.extend({
  limit: z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(MOST)
    .default(10)
    .meta({ description: `Best sellers of each marketplace, 1 to ${MOST}; 10 when absent.` }),
});

const bestSeller = z
  .object({
    account_id: id,
    account_name: z.string(),
    native_product_id: z.string(),
    product_name: z.string(),
    orders: z.int(),
    units: z.int().describe('Units that stay sold.'),
    revenue: z.int().describe('Minor units, without what was canceled or returned.'),
  })
  .meta({ id: 'BestSeller' });

const platforms = z
  .record(
    z.string(),
    z.object({
      orders: z.int(),
      revenue: z.int().describe('Minor units, without shipping, canceled and returned goods.'),
      currency: z.string(),
      best_sellers: z.array(bestSeller).describe('By revenue.'),
    }),
  )
  .describe('By marketplace: those with a connected shop, and those with orders in the period.')
  .meta({ id: 'PlatformPerformance' });

/** `GET /analytics/platforms`: the guide's three numbers of each marketplace. */
export const readPlatformPerformance: Endpoint = (api, { hub }) => {
  api.get('/analytics/platforms', {
    schema: {
      operationId: 'readPlatformPerformance',
      summary: 'Orders, revenue and best sellers of each marketplace',
      tags: ['analytics'],
      querystring: platformsQuery,
      response: { 200: platforms, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { platform, account_id, limit } = request.query;
      const timeZone = await readTimeZone(hub.db, owner);
      const now = hub.clock();
      const period = periodOf(request.query, now, timeZone);
      const { filter, rows, best, names } = await asOwner(hub.db, owner, async (scope) => {
        await planForReport(scope);
        const meant = await salesFilterOf(scope, request.query, period, timeZone);
        return {
          ...meant,
          rows: await readFigures(scope, meant.filter, { starts: [meant.filter.from], now }),
          best: await readBestSellers(scope, meant.filter, limit),
          names: await listAccountNames(scope),
        };
      });
      const platformOf = new Map(names.map((shop) => [shop.account, shop.platform]));
      const sums = new Map<string, Figures>(
        names
          .filter((shop) => shop.connected && (platform === undefined || shop.platform === platform.id))
          .filter((shop) => account_id === undefined || shop.account === account_id)
          .map((shop) => [shop.platform, NOTHING_SOLD]),
      );
      for (const row of rows) {
        const name = platformOf.get(row.account);
        if (name !== undefined) sums.set(name, addFigures(sums.get(name) ?? NOTHING_SOLD, row));
      }
      return Object.fromEntries(
        [...sums].map(([name, figures]) => {
          const { orders, revenue } = viewFigures(figures);
          const sellers = best.filter((one) => one.platform === name).map(viewBestSeller);
          return [name, { orders, revenue, currency: filter.currency, best_sellers: sellers }];
        }),
      );
    },
  });
};

function viewBestSeller(one: BestSeller): z.infer<typeof bestSeller> {
  return {
    account_id: one.account,
    account_name: one.accountName,
    native_product_id: one.nativeProductId,
    product_name: one.name,
    orders: one.orders,
    units: one.units,
    revenue: one.revenue,
  };
}
