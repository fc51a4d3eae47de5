import { z } from 'zod';
import { dayAfter, STEPS, stepsOf } from '../../domain/period.ts';
import { addFigures, type Figures, NOTHING_SOLD, readFigures } from '../../store/analytics/figures.ts';
import { planForReport } from '../../store/analytics/plan-for-report.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { momentOf } from '../dates/input.ts';
import { problemAnswers } from '../problems/answers.ts';
import { figuresView, viewFigures } from './figures-view.ts';
import { periodView } from './period-view.ts';
import { periodOf, salesFilterOf, salesQuery } from './sales-query.ts';

const trendQuery = salesQuery.extend({
  step: z.enum(STEPS).default('day').describe('Weeks begin on Mondays.'),
});

const trend = z
  .object({
    period: periodView,
    step: z.enum(STEPS),
    currency: z.string(),
    points: z
      .array(z.object({ from: z.iso.date(), to: z.iso.date(), figures: figuresView }))
      .describe('Every step of the period in order, those without orders too.'),
  })
  .meta({ id: 'SalesTrend' });

/** `GET /analytics/trend`: the same figures day by day, week by week or month by month. */
export const readSalesTrend: Endpoint = (api, { hub }) => {
  api.get('/analytics/trend', {
    schema: {
      operationId: 'readSalesTrend',
      summary: 'Sales, claims and punctuality by day, week or month',
      tags: ['analytics'],
      querystring: trendQuery,
      response: { 200: trend, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const timeZone = await readTimeZone(hub.db, owner);
      const now = hub.clock();
      const period = periodOf(request.query, now, timeZone);
      const days = stepsOf(period, request.query.step);
      const starts = days.map((day) => momentOf(day, timeZone));
      const { filter, rows } = await asOwner(hub.db, owner, async (scope) => {
        await planForReport(scope);
        const meant = await salesFilterOf(scope, request.query, period, timeZone);
        return { ...meant, rows: await readFigures(scope, meant.filter, { starts, now }) };
      });
      const sums = new Map<number, Figures>();
      for (const row of rows) {
        sums.set(row.stretch, addFigures(sums.get(row.stretch) ?? NOTHING_SOLD, row));
      }
      return {
        period,
        step: request.query.step,
        currency: filter.currency,
        points: days.map((day, place) => {
          const next = days[place + 1];
          return {
            from: day,
            to: next === undefined ? period.to : dayAfter(next, -1),
            figures: viewFigures(sums.get(place + 1) ?? NOTHING_SOLD),
          };
        }),
      };
    },
  });
};
