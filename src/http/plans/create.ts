import { recordAudit } from '../../store/audit.ts';
import { readTimeZone } from '../../store/owners.ts';
import { storePlan } from '../../store/plans/new-plan.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { waitQuery } from '../values/wait.ts';
import { answerPlan } from './answer-plan.ts';
import { planBody, planItems } from './plan-body.ts';
import { planView } from './plan-view.ts';

/** Ten thousand shipments with their invoices. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** `POST /plans`: shows what a bulk write would do before anything is sent. */
export const createPlan: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/plans', {
    config: { role: 'staff' },
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      operationId: 'createPlan',
      summary: 'Plan a bulk write and see what it would do',
      description:
        'Reads the present values of up to 10,000 things on sale or orders and answers a plan with what would change. ' +
        'Nothing is sent to a marketplace before the plan is confirmed. It is prepared in the background; wait for ' +
        'the state `ready`.',
      tags: ['plans'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body: planBody,
      response: { 200: planView, 202: planView, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const items = planItems(request.body, await readTimeZone(hub.db, owner), hub.clock());
      const { kind } = request.body;
      const plan = await asOwner(hub.db, owner, async (scope) => {
        const id = await storePlan(scope, { kind, actor, undoes: null, items });
        const target = { kind: 'plan', id };
        await recordAudit(scope, [
          { actor, action: 'plan.create', target, detail: { kind, items: items.length } },
        ]);
        return id;
      });
      return answerPlan(context, request, reply, plan, {
        seconds: request.query.wait,
        isOver: ({ state }) => state !== 'preparing',
      });
    },
  });
};
