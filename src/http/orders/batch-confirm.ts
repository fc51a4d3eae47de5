import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import { type WishAnswer, wishFor } from '../../engine/commands/wish.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { problemTitle } from '../problems/sentences.ts';
import { id } from '../values/id.ts';
import { declinedProblem } from './declined.ts';

const MOST_ORDERS = 10_000;
/** Orders turned into commands in one transaction. */
const CHUNK = 500;
/** What a person picks by hand and waits for; more than that is bulk work. */
const MOST_BY_HAND = 20;

const batchBody = z
  .strictObject({
    order_ids: z.array(id).min(1).max(MOST_ORDERS),
    ship_date: dateInput.optional().meta({
      description:
        'The day the seller means to ship. Marketplaces take no such date; it is noted with the commands.',
    }),
  })
  .meta({ id: 'BatchConfirm' });

const batchResults = z
  .object({
    results: z.array(
      z.object({
        order_id: id,
        accepted: z.boolean(),
        commands: z.array(z.object({ id })),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    accepted: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'BatchConfirmResults' });

type Result = z.infer<typeof batchResults>['results'][number];

/** `POST /orders/batch-confirm`: acknowledges many orders; each is answered for by itself. */
export const batchConfirm: Endpoint = (api, { hub }) => {
  api.post('/orders/batch-confirm', {
    config: { role: 'staff' },
    schema: {
      operationId: 'batchConfirmOrders',
      summary: 'Acknowledge many orders',
      description:
        'An order that cannot be acknowledged is named in the results and does not hold up the others.',
      tags: ['orders'],
      headers: idempotencyHeaders,
      body: batchBody,
      response: { 202: batchResults, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { order_ids, ship_date } = request.body;
      const lane = order_ids.length <= MOST_BY_HAND ? ('click' as const) : ('bulk' as const);
      const by = {
        actor,
        lane,
        cause: ship_date === undefined ? 'batch-confirm' : `batch-confirm ${ship_date}`,
      };
      const language = languageOf(request);
      const results: Result[] = [];
      for (const chunk of chunked([...new Set(order_ids)].map(orderId), CHUNK)) {
        const wishes = chunk.map((order) => ({ order, lines: null, wish: { kind: 'acknowledge' } as const }));
        const answers = await asOwner(hub.db, owner, (scope) => wishFor(scope, wishes, by));
        hub.nudges.emit('nudge', 'commands');
        results.push(...answers.map((answer) => resultOf(answer, language)));
      }
      const accepted = results.filter((result) => result.accepted).length;
      reply.code(202);
      return { results, accepted, declined: results.length - accepted };
    },
  });
};

function resultOf(answer: WishAnswer, language: Language): Result {
  if (answer.kind === 'accepted') {
    const commands = answer.commands.map((command) => ({ id: command }));
    return { order_id: answer.order, accepted: true, commands, code: null, title: null, detail: null };
  }
  const { code, detail } = declinedProblem(answer.because);
  return {
    order_id: answer.order,
    accepted: false,
    commands: [],
    code,
    title: titleOf(code, language),
    detail: inLanguage(detail, language),
  };
}

function titleOf(code: ProblemCode, language: Language): string {
  return inLanguage(problemTitle(code), language);
}
