import { planId } from '../../domain/ids.ts';
import { callOffPlan } from '../../engine/plans/call-off-plan.ts';
import { recordAudit } from '../../store/audit.ts';
import { findPlan } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { planOf, planView } from './plan-view.ts';

/** `DELETE /plans/{id}`: drops a plan; of one that is being carried out, whatever has not left. */
export const cancelPlanEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/plans/:id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'cancelPlan',
      summary: 'Drop a plan, or stop one that is being carried out',
      description:
        'What has been sent already stays as it is; it can be undone where the marketplace allows it.',
      tags: ['plans'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 200: planView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = planId(request.params.id);
      const plan = await asOwner(hub.db, owner, async (scope) => {
        if ((await findPlan(scope, id)) === undefined) throw new Problem('not_found');
        const calledOff = await callOffPlan(scope, id);
        if (calledOff === null) throw new Problem('plan_decided');
        const target = { kind: 'plan', id };
        await recordAudit(scope, [
          { actor, action: 'plan.cancel', target, detail: { commands_canceled: calledOff.commands } },
        ]);
        return findPlan(scope, id);
      });
      if (plan === undefined) throw new Problem('not_found');
      return planOf(plan, languageOf(request));
    },
  });
};
