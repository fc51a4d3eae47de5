import { z } from 'zod';
import { CLAIM_KINDS, CLAIM_STATES } from '../../domain/claim.ts';
import type { ReturnedGoods } from '../../store/stock/restock.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

export const returnView = z
  .object({
    claim_id: id,
    kind: z.enum(CLAIM_KINDS),
    state: z.enum(CLAIM_STATES).nullable(),
    order_id: id.nullable(),
    platform: z.string(),
    native_claim_id: z.string(),
    collected_at: instant.nullable(),
    ended_at: instant.nullable(),
    lines: z.array(
      z.object({
        sku_id: id,
        sku_code: z.string(),
        quantity: z.int().describe('How many of it the claim is about.'),
        sellable: z.int().describe('Back on the shelf.'),
        damaged: z.int().describe('Came back and cannot be sold.'),
        waiting: z.int().describe('Nobody has said yet what these are good for.'),
      }),
    ),
  })
  .meta({ id: 'ReturnedGoods' });

/** What came back by a claim, as it goes out. */
export function returnOf(goods: ReturnedGoods): z.infer<typeof returnView> {
  return {
    claim_id: goods.claim,
    kind: goods.kind,
    state: goods.state,
    order_id: goods.order,
    platform: goods.platform,
    native_claim_id: goods.nativeClaimId,
    collected_at: instantOrNull(goods.collectedAt),
    ended_at: instantOrNull(goods.endedAt),
    lines: goods.skus.map(({ sku, code, units, sellable, damaged }) => ({
      sku_id: sku,
      sku_code: code,
      quantity: units,
      sellable,
      damaged,
      waiting: Math.max(0, units - sellable - damaged),
    })),
  };
}
