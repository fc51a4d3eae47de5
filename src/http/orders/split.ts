import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import { readTimeZone } from '../../store/owners.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, momentOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id, idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { deliveryCompanyCode, trackingNumber } from './shipping-input.ts';
import { answerWish, wishAnswer } from './wishes.ts';

const splitBody = z
  .strictObject({
    line_id: id,
    parts: z
      .array(z.strictObject({ quantity: z.int().min(1), deliveryCompanyCode, trackingNumber }))
      .min(2)
      .max(20)
      .meta({ description: 'The parcels; their quantities add up to what is left of the line.' }),
    sendDate: dateInput.optional().meta({ description: 'When they were handed over; now when absent.' }),
  })
  .meta({ id: 'SplitShipment' });

/** `POST /orders/{id}/split`: ships one line's quantity in several parcels. */
export const splitOrder: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/orders/:id/split', {
    config: { role: 'staff' },
    schema: {
      operationId: 'splitShipment',
      summary: "Ship one line's quantity in several parcels",
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: splitBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { line_id, parts, sendDate } = request.body;
      const timeZone = await readTimeZone(hub.db, callerOf(request).owner);
      return answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: [line_id],
        wish: {
          kind: 'split',
          parts: parts.map((part) => ({
            quantity: part.quantity,
            carrier: part.deliveryCompanyCode,
            invoice: part.trackingNumber,
          })),
          shippedAt: sendDate === undefined ? hub.clock() : momentOf(sendDate, timeZone),
        },
        cause: 'api',
        seconds: request.query.wait,
      });
    },
  });
};
