import { z } from 'zod';
import { skuId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { findStock } from '../../store/stock/list.ts';
import { setSafetyStock } from '../../store/stock/safety-stock.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { stockOf, stockView } from './stock-view.ts';

const body = z
  .strictObject({ safety_stock: z.int().min(0).max(1_000_000) })
  .meta({ id: 'SafetyStockChange' });

/** `PUT /inventory/{id}/safety-stock`: from how few on a SKU is running low. */
export const changeSafetyStock: Endpoint = (api, { hub }) => {
  api.put('/inventory/:id/safety-stock', {
    config: { role: 'staff' },
    schema: {
      operationId: 'changeSafetyStock',
      summary: 'Say from how few on a SKU is running low',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      params: idParams,
      body,
      response: { 200: stockView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const sku = skuId(request.params.id);
      const { safety_stock: safetyStock } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const isThere = await setSafetyStock(scope, sku, safetyStock);
        const changed = isThere ? await findStock(scope, sku) : undefined;
        if (changed === undefined) throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'safety_stock.change',
            target: { kind: 'stock', id: sku },
            detail: { safety_stock: safetyStock },
          },
        ]);
        return stockOf(changed);
      });
    },
  });
};
