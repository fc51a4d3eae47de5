import { z } from 'zod';
import type { Standing } from '../../domain/stock.ts';
import type { StockedSku } from '../../store/stock/list.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

/** How much there is, in the guide's words where it has them. */
export const STOCK_STATUSES = ['in_stock', 'low_stock', 'out_of_stock', 'oversold', 'untracked'] as const;

export const STATUS_OF: Readonly<Record<Standing, (typeof STOCK_STATUSES)[number]>> = {
  enough: 'in_stock',
  low: 'low_stock',
  out: 'out_of_stock',
  oversold: 'oversold',
  untracked: 'untracked',
};

export const stockView = z
  .object({
    sku_id: id,
    sku_code: z.string(),
    option_values: z.array(z.string()),
    barcode: z.string().nullable(),
    product_id: id,
    product_name: z.string(),
    on_hand: z.int().nullable().describe('What lies in all places. Null: nobody has counted or received it.'),
    reserved: z.int().describe('What is kept for orders and exchanges.'),
    available: z
      .int()
      .nullable()
      .describe('What may still be sold; below zero when more was sold than there is.'),
    safety_stock: z.int(),
    stock_status: z.enum(STOCK_STATUSES),
    tracked_since: instant.nullable(),
    counted_at: instant.nullable(),
  })
  .meta({ id: 'Stock' });

/** A SKU's stock as it goes out. */
export function stockOf(sku: StockedSku): z.infer<typeof stockView> {
  const isTracked = sku.standing !== 'untracked';
  return {
    sku_id: sku.sku,
    sku_code: sku.code,
    option_values: [...sku.optionValues],
    barcode: sku.barcode,
    product_id: sku.product.id,
    product_name: sku.product.name,
    on_hand: isTracked ? sku.onHand : null,
    reserved: sku.reserved,
    available: isTracked ? sku.onHand - sku.reserved : null,
    safety_stock: sku.safetyStock,
    stock_status: STATUS_OF[sku.standing],
    tracked_since: instantOrNull(sku.trackedSince),
    counted_at: instantOrNull(sku.countedAt),
  };
}
