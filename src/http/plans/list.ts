import { z } from 'zod';
import { planId } from '../../domain/ids.ts';
import { PLAN_KINDS, PLAN_STATES } from '../../domain/plan.ts';
import { listPlans } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { planOf, planView } from './plan-view.ts';

const position = z.tuple([z.int().positive()]);

const plansQuery = z.strictObject({
  state: z.enum(PLAN_STATES).optional(),
  kind: z.enum(PLAN_KINDS).optional(),
  limit: pageLimit,
  cursor: cursorOf(position),
});

const plans = z.object({ plans: z.array(planView), next_cursor: nextCursor });

/** `GET /plans`: plans, newest first. */
export const listPlansEndpoint: Endpoint = (api, { hub }) => {
  api.get('/plans', {
    schema: {
      operationId: 'listPlans',
      summary: 'Plans, newest first',
      tags: ['plans'],
      querystring: plansQuery,
      response: { 200: plans, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { state = null, kind = null, limit, cursor } = request.query;
      const before = cursor === undefined ? null : planId(cursor[0]);
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listPlans(scope, { state, kind, limit: limit + 1, before }),
      );
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        plans: page.map((plan) => planOf(plan, language)),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};
