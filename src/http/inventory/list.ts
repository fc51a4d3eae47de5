import { z } from 'zod';
import { productId, skuId } from '../../domain/ids.ts';
import type { Standing } from '../../domain/stock.ts';
import { asOwner } from '../../store/scope.ts';
import { listStock } from '../../store/stock/list.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { yesOrNo } from '../values/several.ts';
import { stockOf, stockView } from './stock-view.ts';

const query = z.strictObject({
  q: z.string().trim().min(1).max(100).optional().meta({
    description: "A part of the product's name, the beginning of a SKU's code, or a whole bar code.",
  }),
  product_id: idText.optional(),
  low: yesOrNo.optional().meta({ description: 'Only what is running low or has run out.' }),
  oversold: yesOrNo.optional().meta({ description: 'Only what was sold beyond what there is.' }),
  untracked: yesOrNo.optional().meta({ description: 'Only what nobody has counted or received.' }),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});
const answer = z.object({ inventory: z.array(stockView), next_cursor: nextCursor });

/** `GET /inventory`: SKUs with what there is of them, newest first. */
export const listInventory: Endpoint = (api, { hub }) => {
  api.get('/inventory', {
    schema: {
      operationId: 'listInventory',
      summary: 'SKUs with what there is of them',
      description: 'Newest first. Several of `low`, `oversold` and `untracked` show what any of them names.',
      tags: ['inventory'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { q, product_id, limit, cursor } = request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listStock(scope, {
          text: q ?? null,
          standings: standingsOf(request.query),
          product: product_id === undefined ? null : productId(product_id),
          limit: limit + 1,
          before: cursor === undefined ? null : skuId(cursor[0]),
        }),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        inventory: page.map(stockOf),
        next_cursor: last === undefined ? null : cursorText([last.sku]),
      };
    },
  });
};

function standingsOf(flags: {
  readonly low?: boolean | undefined;
  readonly oversold?: boolean | undefined;
  readonly untracked?: boolean | undefined;
}): readonly Standing[] | null {
  const chosen: readonly Standing[] = [
    ...(flags.low === true ? (['low', 'out', 'oversold'] as const) : []),
    ...(flags.oversold === true ? (['oversold'] as const) : []),
    ...(flags.untracked === true ? (['untracked'] as const) : []),
  ];
  return chosen.length === 0 ? null : chosen;
}
