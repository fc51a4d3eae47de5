import { z } from 'zod';
import { ORDER_STATUSES } from '../../domain/status.ts';
import { MOST_SHIPMENTS } from '../../engine/shipments/read-shipment-list.ts';
import { findOrdersByNumber } from '../../store/orders/by-number.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { LINE_NAMERS, orderIdsOf } from './order-ids.ts';

const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

const findBody = z
  .strictObject({ numbers: z.array(z.string().trim().min(1).max(100)).min(1).max(MOST_SHIPMENTS) })
  .meta({ id: 'FindOrders' });

const numberedOrder = z
  .object({
    number: z.string().describe('As it was asked for.'),
    id,
    platform: z.string(),
    account_name: z.string(),
    native_order_id: z.string(),
    status: z.enum(ORDER_STATUSES).nullable(),
    first_product: z.string().describe('Of the line, where the number is that of a line.'),
    line_id: id.nullable().describe('The line that the number means; null where it means the whole order.'),
  })
  .meta({ id: 'NumberedOrder' });

/** `POST /orders/find`: many orders at once by the numbers that marketplaces gave them. */
export const findOrders: Endpoint = (api, { hub }) => {
  api.post('/orders/find', {
    config: { role: 'staff' },
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      operationId: 'findOrders',
      summary: 'Find many orders by their numbers',
      description:
        "Up to 10,000 of the marketplaces' order numbers, as lists of carriers and suppliers name them. A number that " +
        'several shops use is answered once for each; one that nobody has is left out. Where sellers know lines by numbers of ' +
        'their own (Naver’s 상품주문번호), such a number is answered with its order and the line.',
      tags: ['orders'],
      body: findBody,
      response: {
        200: z.object({ orders: z.array(numberedOrder) }),
        ...problemAnswers(400, 403, 413, 422),
      },
    },
    handler: async (request) => {
      const numbers = [...new Set(request.body.numbers)];
      const orders = numbers.flatMap((number) =>
        orderIdsOf(number).map((nativeOrderId) => ({ number, nativeOrderId })),
      );
      const found = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findOrdersByNumber(scope, { orders, lines: numbers, lineNamers: LINE_NAMERS }),
      );
      return {
        orders: found.map((order) => ({
          number: order.number,
          id: order.id,
          platform: order.platform,
          account_name: order.accountName,
          native_order_id: order.nativeOrderId,
          status: order.status,
          first_product: order.firstProduct,
          line_id: order.line,
        })),
      };
    },
  });
};
