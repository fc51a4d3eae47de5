import { z } from 'zod';
import { DELAY_REASONS } from '../../domain/command.ts';
import { orderId } from '../../domain/ids.ts';
import { readTimeZone } from '../../store/owners.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, momentAfter } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { fieldProblem, type Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { answerWish, lineIds, wishAnswer } from './wishes.ts';

const delayBody = z
  .strictObject({
    ship_by: dateInput.meta({ description: 'The new promise; a date means the end of that day.' }),
    reason: z.enum(DELAY_REASONS),
    text: z.string().trim().min(1).max(500).meta({ description: 'What the buyer reads.' }),
    line_ids: lineIds,
  })
  .meta({ id: 'OrderDelay' });

/** `POST /orders/{id}/delay`: tells the buyer, through the marketplace, that it leaves later. */
export const delayOrder: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/orders/:id/delay', {
    config: { role: 'staff' },
    schema: {
      operationId: 'delayOrder',
      summary: 'Announce a shipping delay',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: delayBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { ship_by, reason, text, line_ids } = request.body;
      const after = momentAfter(ship_by, await readTimeZone(hub.db, callerOf(request).owner));
      if (after <= hub.clock()) throw inThePast();
      return answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: line_ids,
        // The last second of what was written, so that a date stays on its own day.
        wish: { kind: 'delay', shipBy: new Date(after.getTime() - 1000), reason, text },
        cause: 'api',
        seconds: request.query.wait,
      });
    },
  });
};

function inThePast(): Problem {
  return fieldProblem('ship_by', 'in_the_past', {
    ko: '새 발송기한은 앞으로의 날짜여야 합니다.',
    en: 'The new day to ship by must lie ahead.',
    ru: 'Новый срок отправки должен быть в будущем.',
    uz: 'Yangi jo‘natish muddati kelajakda bo‘lishi kerak.',
  });
}
