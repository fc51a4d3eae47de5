import { z } from 'zod';
import { listDrift } from '../../store/inventory/drift.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';

const position = z.tuple([z.string().max(40), z.int().positive()]);
const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(position) });
const answer = z.object({
  drift: z.array(
    z
      .object({
        listing_item_id: id,
        listing_id: id,
        account_id: id,
        platform: z.string(),
        native_item_id: z.string(),
        listing: z.string(),
        option_values: z.array(z.string()),
        told: z.int().describe('What the shop was told.'),
        shown: z.int().describe('What it shows.'),
        sure: z
          .boolean()
          .describe(
            'False while it may be a sale that was not read yet. What is sure is set right by itself.',
          ),
        since: instant,
      })
      .meta({ id: 'StockDrift' }),
  ),
  next_cursor: nextCursor,
});

/** `GET /inventory/drift`: where somebody else has set another number, or a shop has not kept the one it took. */
export const listStockDrift: Endpoint = (api, { hub }) => {
  api.get('/inventory/drift', {
    schema: {
      operationId: 'listStockDrift',
      summary: 'What shops show otherwise than they were told',
      tags: ['inventory'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listDrift(scope, {
          limit: limit + 1,
          after: cursor === undefined ? null : { at: cursor[0], id: cursor[1] },
        }),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        drift: page.map((one) => ({
          listing_item_id: one.item,
          listing_id: one.listing,
          account_id: one.account,
          platform: one.platform,
          native_item_id: one.nativeItemId,
          listing: one.listingName,
          option_values: [...one.optionValues],
          told: one.wanted,
          shown: one.shown,
          sure: one.confirmed,
          since: one.since.toISOString(),
        })),
        next_cursor: last === undefined ? null : cursorText([last.position.at, last.position.id]),
      };
    },
  });
};
