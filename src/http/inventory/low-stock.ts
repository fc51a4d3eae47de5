import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { type LowProduct, listLowStock } from '../../store/stock/low-stock.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';

const status = z.enum(['low_stock', 'out_of_stock']);

const lowProduct = z
  .object({
    product_id: id,
    product_name: z.string(),
    current_stock: z.int().describe('What may still be sold of all its SKUs together.'),
    safety_stock: z.int().describe('That of all its SKUs together.'),
    stock_status: status.describe('`out_of_stock` when nothing of the product is left.'),
    high_demand: z
      .boolean()
      .describe('Whether of one of these SKUs more was sold in the last seven days than there is left.'),
    skus: z
      .array(
        z.object({
          sku_id: id,
          sku_code: z.string(),
          option_values: z.array(z.string()),
          current_stock: z.int().describe('Below zero when more was sold than there is.'),
          safety_stock: z.int(),
          stock_status: status,
          sold_last_week: z.int().describe('Units sold in the last seven days, in every shop.'),
        }),
      )
      .describe('Those that are running low or have run out.'),
  })
  .meta({ id: 'LowStockProduct' });

const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(z.tuple([z.int().positive()])) });
const answer = z.object({ low_stock_products: z.array(lowProduct), next_cursor: nextCursor });

/** `GET /inventory/low-stock`: what has to be bought again (guide 1). */
export const listLowStockEndpoint: Endpoint = (api, { hub }) => {
  api.get('/inventory/low-stock', {
    schema: {
      operationId: 'listLowStock',
      summary: 'Products that are running low',
      tags: ['inventory'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const after = cursor === undefined ? null : productId(cursor[0]);
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listLowStock(scope, { limit: limit + 1, after }),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        low_stock_products: page.map(viewOf),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};

function viewOf(product: LowProduct): z.infer<typeof lowProduct> {
  return {
    product_id: product.id,
    product_name: product.name,
    current_stock: product.available,
    safety_stock: product.safetyStock,
    stock_status: statusOf(product.available),
    high_demand: product.skus.some(({ soldLately, available }) => soldLately > Math.max(0, available)),
    skus: product.skus.map((sku) => ({
      sku_id: sku.id,
      sku_code: sku.code,
      option_values: [...sku.optionValues],
      current_stock: sku.available,
      safety_stock: sku.safetyStock,
      stock_status: statusOf(sku.available),
      sold_last_week: sku.soldLately,
    })),
  };
}

function statusOf(available: number): z.infer<typeof status> {
  return available <= 0 ? 'out_of_stock' : 'low_stock';
}
