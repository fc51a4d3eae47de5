import { z } from 'zod';
import { orderId } from '../../domain/ids.ts';
import type { Wish } from '../../engine/commands/order-wish.ts';
import { readTimeZone } from '../../store/owners.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { momentOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { shippingInfo } from './shipping-input.ts';
import { answerWish, lineIds, wishAnswer } from './wishes.ts';

const SHIPPED = ['shipped', 'SHIPPED'];

const statusBody = z
  .strictObject({
    status: z.enum(['shipped', 'preparing', 'acknowledged', 'SHIPPED', 'PREPARING']).meta({
      description: '`preparing` and `acknowledged` confirm the order; `shipped` sends the invoice.',
    }),
    shipping_info: shippingInfo.optional(),
    line_ids: lineIds,
  })
  .superRefine(({ status, shipping_info }, ctx) => {
    const ships = SHIPPED.includes(status);
    if (ships && shipping_info === undefined) ctx.addIssue(SHIPPING_INFO_MISSING);
    if (!ships && shipping_info !== undefined) ctx.addIssue(SHIPPING_INFO_UNUSED);
  })
  .meta({ id: 'OrderStatusChange' });

const SHIPPING_INFO_MISSING = ownIssue(
  {
    code: 'missing',
    sentence: {
      ko: '발송하려면 택배사(deliveryCompanyCode)와 송장번호(trackingNumber)가 필요합니다.',
      en: 'Shipping needs the carrier (deliveryCompanyCode) and the invoice (trackingNumber).',
      ru: 'Для отправки нужны перевозчик (deliveryCompanyCode) и трек-номер (trackingNumber).',
      uz: 'Jo‘natish uchun tashuvchi (deliveryCompanyCode) va trek-raqam (trackingNumber) kerak.',
    },
  },
  ['shipping_info'],
);

const SHIPPING_INFO_UNUSED = ownIssue(
  {
    code: 'unused',
    sentence: {
      ko: '배송 정보는 status가 "shipped"일 때만 보냅니다.',
      en: 'Shipping facts belong to the status "shipped" only.',
      ru: 'Данные отправки бывают только у статуса «shipped».',
      uz: 'Jo‘natish ma’lumotlari faqat «shipped» holatida bo‘ladi.',
    },
  },
  ['shipping_info'],
);

/** `PUT /orders/{id}/status`: acknowledges or ships an order at its marketplace. */
export const setOrderStatus: Endpoint = (api, context) => {
  const { hub } = context;
  api.put('/orders/:id/status', {
    config: { role: 'staff' },
    schema: {
      operationId: 'setOrderStatus',
      summary: 'Acknowledge or ship an order',
      description:
        'The wish becomes a durable command; the status of the order changes when the marketplace has accepted it. ' +
        'Lines that are not yet acknowledged are acknowledged first.',
      tags: ['orders'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: statusBody,
      response: { 200: wishAnswer, 202: wishAnswer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { shipping_info, line_ids } = request.body;
      const timeZone = await readTimeZone(hub.db, callerOf(request).owner);
      const wish: Wish =
        shipping_info === undefined
          ? { kind: 'acknowledge' }
          : {
              kind: 'ship',
              carrier: shipping_info.deliveryCompanyCode,
              invoice: shipping_info.trackingNumber,
              shippedAt:
                shipping_info.sendDate === undefined
                  ? hub.clock()
                  : momentOf(shipping_info.sendDate, timeZone),
            };
      return answerWish(context, request, reply, {
        order: orderId(request.params.id),
        lines: line_ids,
        wish,
        cause: 'api',
        seconds: request.query.wait,
        carrierField: 'shipping_info.deliveryCompanyCode',
      });
    },
  });
};
