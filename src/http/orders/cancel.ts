import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { answerWish, lineIds, wishAnswer } from './wishes.ts';

const cancelBody = z
  .strictObject({
    reason: z.string().trim().min(1).max(50).meta({
      description: "One of the marketplace's reasons; the order's `actions` list them with what each costs.",
    }),
    text: z.string().trim().min(1).max(500).meta({ description: 'What the buyer reads.' }),
    quantity: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many of one line; all that is left when absent.' }),
    line_ids: lineIds,
    penalty_accepted: z.boolean().default(false).meta({
      description: 'Says that the penalty, where there is one, has been seen.',
    }),
  })
  .meta({ id: 'SellerCancel' });

/** `POST /orders/{id}/cancel`: the seller cancels what has not left. */
export const cancelOrder: Endpoint = (api, context) => {
  api.post('/orders/:id/cancel', {
    config: { role: 'staff' },
    schema: {
      operationId: 'cancelOrder',
      summary: 'Cancel as the seller',
      description:
        'Where the marketplace counts it against the seller, nothing happens until that is accepted.',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: cancelBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: (request, reply) => {
      const { reason, text, quantity, line_ids, penalty_accepted } = request.body;
      return answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: line_ids,
        wish: { kind: 'cancel', reason, text, quantity: quantity ?? null, penaltyAccepted: penalty_accepted },
        cause: 'api',
        seconds: request.query.wait,
      });
    },
  });
};
