import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { PlanId } from '../../domain/ids.ts';
import { findPlan, type Plan } from '../../store/plans/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { HttpContext } from '../context.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { waitFor } from '../values/wait.ts';
import { planOf, type planView } from './plan-view.ts';

/** Answers with a plan: 200 once it has come as far as was waited for, 202 while it has not. */
export async function answerPlan(
  { hub, closing }: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  id: PlanId,
  until: { readonly seconds: number; readonly isOver: (plan: Plan) => boolean },
): Promise<z.infer<typeof planView>> {
  const { owner } = callerOf(request);
  const plan = await waitFor(
    () => asOwner(hub.db, owner, (scope) => findPlan(scope, id)),
    (seen) => seen === undefined || until.isOver(seen),
    { seconds: until.seconds, closing, reply },
  );
  if (plan === undefined) throw new Problem('not_found');
  reply.code(until.isOver(plan) ? 200 : 202);
  return planOf(plan, languageOf(request));
}
