import { z } from 'zod';
import { planId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { confirmPlan } from '../../store/plans/decide.ts';
import { findPlan, type Plan } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { answerPlan } from './answer-plan.ts';
import { planView } from './plan-view.ts';

const confirmBody = z
  .strictObject({
    version: z.int().positive().meta({ description: 'The version of the plan that was looked at.' }),
    include_stale: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Everything is read once more before it is sent, and what has changed since it was shown is left out. ' +
          'With true it is sent all the same.',
      }),
  })
  .meta({ id: 'PlanConfirmation' });

/** `POST /plans/{id}/confirm`: lets a plan be carried out, as it was shown. */
export const confirmPlanEndpoint: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/plans/:id/confirm', {
    config: { role: 'staff' },
    schema: {
      operationId: 'confirmPlan',
      summary: 'Carry out a plan',
      tags: ['plans'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: confirmBody,
      response: { 200: planView, 202: planView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = planId(request.params.id);
      const { version, include_stale: includeStale } = request.body;
      await asOwner(hub.db, owner, async (scope) => {
        const shown = await findPlan(scope, id);
        if (shown === undefined) throw new Problem('not_found');
        refuseUnlessReady(shown, version);
        // Somebody else may have decided between the two.
        if (!(await confirmPlan(scope, id, { version, includeStale, actor })))
          throw new Problem('plan_changed');
        const target = { kind: 'plan', id };
        const detail = {
          kind: shown.kind,
          version,
          include_stale: includeStale,
          planned: shown.counts.planned ?? 0,
        };
        await recordAudit(scope, [{ actor, action: 'plan.confirm', target, detail }]);
      });
      return answerPlan(context, request, reply, id, {
        seconds: request.query.wait,
        isOver: ({ finishedAt }) => finishedAt !== null,
      });
    },
  });
};

function refuseUnlessReady({ state, version, counts }: Plan, asked: number): void {
  if (state === 'expired') throw new Problem('plan_expired');
  if (state === 'preparing') throw new Problem('plan_not_ready', { headers: { 'retry-after': '2' } });
  if (state !== 'ready') throw new Problem('plan_decided');
  if (version !== asked) throw new Problem('plan_changed');
  if ((counts.planned ?? 0) === 0) throw new Problem('plan_empty');
}
