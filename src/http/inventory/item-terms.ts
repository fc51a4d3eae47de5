import { z } from 'zod';
import { listingItemId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { changeItemTerms } from '../../store/inventory/offer-terms.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

const terms = {
  follows_stock: z.boolean().describe('Whether its stock follows the ledger.'),
  buffer: z.int().min(0).max(1_000_000).describe('So many are never offered there.'),
  share_percent: z.int().min(1).max(100).describe('Of the rest, this share.'),
};
const termsView = z.object(terms).meta({ id: 'StockTerms' });

/** `PUT /listing-items/{id}/stock-terms`: how one thing on sale follows the ledger. */
export const changeStockTerms: Endpoint = (api, { hub }) => {
  api.put('/listing-items/:id/stock-terms', {
    config: { role: 'staff' },
    schema: {
      operationId: 'changeStockTerms',
      summary: 'Say how a thing on sale follows the ledger',
      description: 'Fields that are left out stay. The shop is told at once.',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      params: idParams,
      body: z.strictObject(terms).partial().meta({ id: 'StockTermsChange' }),
      response: { 200: termsView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const item = listingItemId(request.params.id);
      const { follows_stock: follows, buffer, share_percent: sharePercent } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const changed = await changeItemTerms(scope, item, {
          ...(follows === undefined ? {} : { follows }),
          ...(buffer === undefined ? {} : { buffer }),
          ...(sharePercent === undefined ? {} : { sharePercent }),
        });
        if (changed === undefined) throw new Problem('not_found');
        const target = { kind: 'listing_item', id: item };
        await recordAudit(scope, [
          { actor, action: 'stock_terms.change', target, detail: { ...request.body } },
        ]);
        return {
          follows_stock: changed.follows,
          buffer: changed.buffer,
          share_percent: changed.sharePercent,
        };
      });
    },
  });
};
