import { z } from 'zod';
import { skuId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { findStock } from '../../store/stock/list.ts';
import { type OpenReservation, readLevels, readOpenReservations } from '../../store/stock/read-sku.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { instant } from '../values/instant.ts';
import { stockOf, stockView } from './stock-view.ts';

/** Of more the list of orders tells. */
const MOST_RESERVATIONS = 200;

const reservation = z.object({
  id,
  for: z.enum(['order', 'exchange', 'hold']),
  quantity: z.int(),
  short: z.int().describe('How many of them were not there when they were sold.'),
  location_id: id,
  order_id: id.nullable(),
  order_line_id: id.nullable(),
  claim_id: id.nullable(),
  account_id: id.nullable(),
  platform: z.string().nullable(),
  native_order_id: z.string().nullable(),
  created_at: instant,
});

const detail = stockView
  .extend({
    levels: z.array(
      z.object({
        location_id: id,
        location: z.string(),
        on_hand: z.int(),
        reserved: z.int(),
        available: z.int(),
      }),
    ),
    reservations: z
      .array(reservation)
      .describe(`What is kept and for whom, oldest first, up to ${MOST_RESERVATIONS}.`),
  })
  .meta({ id: 'StockDetail' });

/** `GET /inventory/{id}`: one SKU, place by place, and what is kept of it for which orders. */
export const readInventory: Endpoint = (api, { hub }) => {
  api.get('/inventory/:id', {
    schema: {
      operationId: 'readInventory',
      summary: 'The stock of one SKU',
      tags: ['inventory'],
      params: idParams,
      response: { 200: detail, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const sku = skuId(request.params.id);
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const found = await findStock(scope, sku);
        if (found === undefined) throw new Problem('not_found');
        const levels = await readLevels(scope, sku);
        const reservations = await readOpenReservations(scope, sku, MOST_RESERVATIONS);
        return {
          ...stockOf(found),
          levels: levels.map((level) => ({ ...level, available: level.on_hand - level.reserved })),
          reservations: reservations.map(reservationOf),
        };
      });
    },
  });
};

const FOR = { order_line: 'order', exchange: 'exchange', hold: 'hold' } as const;

function reservationOf(row: OpenReservation): z.infer<typeof reservation> {
  const { cause_kind, state: _open, created_at, ...rest } = row;
  return { ...rest, for: FOR[cause_kind], created_at: created_at.toISOString() };
}
