import { z } from 'zod';
import { skuId } from '../../domain/ids.ts';
import { MOVEMENT_CAUSES, MOVEMENT_KINDS } from '../../domain/stock.ts';
import { asOwner } from '../../store/scope.ts';
import { findStock } from '../../store/stock/list.ts';
import { listMovements } from '../../store/stock/read-sku.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { instant } from '../values/instant.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';

const movement = z
  .object({
    id,
    type: z.enum(MOVEMENT_KINDS),
    quantity: z.int().describe('What came; below zero, what went.'),
    balance_after: z.int().describe('What lay in that place afterwards.'),
    location_id: id,
    cause: z.enum(MOVEMENT_CAUSES),
    reference: z.string().describe('With the cause, what makes sure that nothing is counted twice.'),
    told_reference: z
      .string()
      .nullable()
      .describe('What a person called it, such as the number of a delivery.'),
    order_id: id.nullable(),
    native_order_id: z.string().nullable(),
    claim_id: id.nullable(),
    actor: z.string(),
    note: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'StockMovement' });

const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(z.tuple([z.int().positive()])) });
const answer = z.object({ movements: z.array(movement), next_cursor: nextCursor });

/** `GET /inventory/{id}/movements`: the ledger of one SKU, newest first. */
export const listInventoryMovements: Endpoint = (api, { hub }) => {
  api.get('/inventory/:id/movements', {
    schema: {
      operationId: 'listInventoryMovements',
      summary: 'Why the stock of a SKU is what it is',
      tags: ['inventory'],
      params: idParams,
      querystring: query,
      response: { 200: answer, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const sku = skuId(request.params.id);
      const { limit, cursor } = request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        if ((await findStock(scope, sku)) === undefined) throw new Problem('not_found');
        return listMovements(scope, sku, { limit: limit + 1, before: cursor?.[0] ?? null });
      });
      const { page, last } = pageOf(rows, limit);
      return {
        movements: page.map(({ kind, cause_kind, cause_ref, at, ...rest }) => ({
          ...rest,
          type: kind,
          cause: cause_kind,
          reference: cause_ref,
          told_reference: toldReference(cause_kind, cause_ref),
          at: at.toISOString(),
        })),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};

/** As `POST /inventory/movements` puts it: what was told stands behind the type; other references are of our own making. */
function toldReference(cause: (typeof MOVEMENT_CAUSES)[number], reference: string): string | null {
  if (cause !== 'person') return null;
  return /^(?:receipt|correction|count|transfer) (.+)$/s.exec(reference)?.[1] ?? null;
}
