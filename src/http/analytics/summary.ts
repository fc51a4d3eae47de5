import { z } from 'zod';
import { periodBefore } from '../../domain/period.ts';
import { listAccountNames } from '../../store/analytics/account-names.ts';
import { addFigures, type Figures, NOTHING_SOLD, readFigures } from '../../store/analytics/figures.ts';
import { planForReport } from '../../store/analytics/plan-for-report.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { momentOf } from '../dates/input.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { figuresView, viewFigures } from './figures-view.ts';
import { periodView } from './period-view.ts';
import { periodOf, salesFilterOf, salesQuery } from './sales-query.ts';

const compared = {
  now: figuresView,
  before: figuresView.describe('The same of the period of as many days just before.'),
};

const summary = z
  .object({
    period: periodView,
    period_before: periodView,
    currency: z.string(),
    currencies: z.array(z.string()).describe('Of all orders of the period, the most used first.'),
    total: z.object(compared),
    shops: z
      .array(z.object({ account_id: id, account_name: z.string(), platform: z.string(), ...compared }))
      .describe('Shops with orders in one of both periods, by revenue.'),
  })
  .meta({ id: 'SalesSummary' });

/** `GET /analytics/summary`: what was sold, all together and by shop, beside the period before. */
export const readSalesSummary: Endpoint = (api, { hub }) => {
  api.get('/analytics/summary', {
    schema: {
      operationId: 'readSalesSummary',
      summary: 'Sales, claims and punctuality by shop, beside the period before',
      tags: ['analytics'],
      querystring: salesQuery,
      response: { 200: summary, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const timeZone = await readTimeZone(hub.db, owner);
      const now = hub.clock();
      const period = periodOf(request.query, now, timeZone);
      const before = periodBefore(period);
      const start = momentOf(before.from, timeZone);
      const { filter, currencies, rows, names } = await asOwner(hub.db, owner, async (scope) => {
        await planForReport(scope);
        const meant = await salesFilterOf(scope, request.query, period, timeZone);
        const starts = [start, meant.filter.from];
        return {
          ...meant,
          rows: await readFigures(scope, { ...meant.filter, from: start }, { starts, now }),
          names: await listAccountNames(scope),
        };
      });
      const sumOf = (stretch: number, account?: number): Figures =>
        rows
          .filter((row) => row.stretch === stretch && (account === undefined || row.account === account))
          .reduce<Figures>(addFigures, NOTHING_SOLD);
      const comparedOf = (account?: number) => ({
        now: viewFigures(sumOf(2, account)),
        before: viewFigures(sumOf(1, account)),
      });
      const sold = new Set(rows.map(({ account }) => account));
      return {
        period,
        period_before: before,
        currency: filter.currency,
        currencies: [...currencies],
        total: comparedOf(),
        shops: names
          .filter(({ account }) => sold.has(account))
          .map(({ account, name, platform }) => ({
            account_id: account,
            account_name: name,
            platform,
            ...comparedOf(account),
          }))
          .sort((one, other) => other.now.revenue - one.now.revenue || one.account_id - other.account_id),
      };
    },
  });
};
