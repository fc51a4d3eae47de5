import { z } from 'zod';
import { COMMAND_STATES } from '../../domain/command.ts';
import { skuId } from '../../domain/ids.ts';
import { listOffersOfSku } from '../../store/inventory/offers-of-sku.ts';
import { asOwner } from '../../store/scope.ts';
import { findStock } from '../../store/stock/list.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';

const answer = z.object({
  offers: z.array(
    z
      .object({
        listing_item_id: id,
        listing_id: id,
        listing: z.string(),
        account_id: id,
        platform: z.string(),
        native_item_id: z.string().nullable(),
        option_values: z.array(z.string()),
        quantity: z.int().describe('Units of the SKU in one of it.'),
        follows_stock: z.boolean(),
        buffer: z.int(),
        share_percent: z.int(),
        wanted: z.int().nullable().describe('What the shop is to offer; null where nothing was decided yet.'),
        shown: z.int().nullable().describe('What it showed last.'),
        command_state: z
          .enum(COMMAND_STATES)
          .nullable()
          .describe('How far the number told last has come; null where none was told by itself.'),
      })
      .meta({ id: 'StockOffer' }),
  ),
});

/** `GET /inventory/{id}/offers`: where a SKU is on sale, and what each shop knows of its stock. */
export const listStockOffers: Endpoint = (api, { hub }) => {
  api.get('/inventory/:id/offers', {
    schema: {
      operationId: 'listStockOffers',
      summary: 'Where a SKU is on sale, and what each shop was told',
      tags: ['inventory'],
      params: idParams,
      response: { 200: answer, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const sku = skuId(request.params.id);
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        if ((await findStock(scope, sku)) === undefined) throw new Problem('not_found');
        const offers = await listOffersOfSku(scope, sku);
        return {
          offers: offers.map(({ option_values, command_state, ...offer }) => ({
            ...offer,
            option_values: [...option_values],
            command_state: COMMAND_STATES.find((state) => state === command_state) ?? null,
          })),
        };
      });
    },
  });
};
