import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import { readTimeZone } from '../../store/owners.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { momentOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { shippingInfo } from './shipping-input.ts';
import { answerWish, lineIds, wishAnswer } from './wishes.ts';

const invoiceBody = z
  .strictObject({ ...shippingInfo.shape, line_ids: lineIds })
  .meta({ id: 'InvoiceChange' });

/** `PUT /orders/{id}/invoice`: corrects the invoice of what has been shipped. */
export const changeInvoice: Endpoint = (api, context) => {
  const { hub } = context;
  api.put('/orders/:id/invoice', {
    config: { role: 'staff' },
    schema: {
      operationId: 'changeInvoice',
      summary: 'Correct the invoice of a shipped order',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: invoiceBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { deliveryCompanyCode, trackingNumber, sendDate, line_ids } = request.body;
      const timeZone = await readTimeZone(hub.db, callerOf(request).owner);
      return answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: line_ids,
        wish: {
          kind: 'change_invoice',
          carrier: deliveryCompanyCode,
          invoice: trackingNumber,
          shippedAt: sendDate === undefined ? hub.clock() : momentOf(sendDate, timeZone),
        },
        cause: 'api',
        seconds: request.query.wait,
      });
    },
  });
};
