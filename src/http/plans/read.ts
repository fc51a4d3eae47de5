import { planId } from '../../domain/ids.ts';
import { findPlan } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { planOf, planView } from './plan-view.ts';

/** `GET /plans/{id}`: what a plan would do, and how far it has come. */
export const readPlan: Endpoint = (api, { hub }) => {
  api.get('/plans/:id', {
    schema: {
      operationId: 'readPlan',
      summary: 'A plan and its progress',
      tags: ['plans'],
      params: idParams,
      response: { 200: planView, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const id = planId(request.params.id);
      const plan = await asOwner(hub.db, callerOf(request).owner, (scope) => findPlan(scope, id));
      if (plan === undefined) throw new Problem('not_found');
      return planOf(plan, languageOf(request));
    },
  });
};
