import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idParams } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { answerWish, lineIds, wishAnswer } from './wishes.ts';

const holdBody = z
  .strictObject({ text: z.string().trim().min(1).max(500).meta({ description: 'Why.' }), line_ids: lineIds })
  .meta({ id: 'OrderHold' });

const releaseBody = optionalBody(z.strictObject({ line_ids: lineIds }).meta({ id: 'OrderRelease' }));

/** `POST /orders/{id}/hold`: puts a dispatch on hold at the marketplace. */
export const holdOrder: Endpoint = (api, context) => {
  api.post('/orders/:id/hold', {
    config: { role: 'staff' },
    schema: {
      operationId: 'holdOrder',
      summary: 'Put a dispatch on hold',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: holdBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: (request, reply) =>
      answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: request.body.line_ids,
        wish: { kind: 'hold', text: request.body.text },
        cause: 'api',
        seconds: request.query.wait,
      }),
  });
};

/** `POST /orders/{id}/release`: lets what was on hold go on. */
export const releaseOrder: Endpoint = (api, context) => {
  api.post('/orders/:id/release', {
    config: { role: 'staff' },
    schema: {
      operationId: 'releaseOrder',
      summary: 'Release a dispatch from hold',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: releaseBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: (request, reply) =>
      answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: request.body.line_ids,
        wish: { kind: 'release' },
        cause: 'api',
        seconds: request.query.wait,
      }),
  });
};
