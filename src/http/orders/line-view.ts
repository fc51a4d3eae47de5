import { z } from 'zod';
import { ORDER_STATUSES } from '../../domain/status.ts';
import { RESERVATION_STATES } from '../../domain/stock.ts';
import type { LineEvent, OrderLine } from '../../store/orders/read.ts';
import type { KeptForLine } from '../../store/stock/kept-for-lines.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const status = z.enum(ORDER_STATUSES).nullable();

/** One line of an order, with the marketplace's own document of it. */
export const lineView = z
  .object({
    id,
    package_key: z.string(),
    native_line_id: z.string(),
    native_item_id: z.string(),
    native_product_id: z.string().nullable(),
    status,
    status_known: z.boolean().describe('False when the marketplace named a status nobody has mapped.'),
    native_status: z.string(),
    product_name: z.string(),
    option_text: z.string().nullable(),
    seller_sku: z.string().nullable(),
    quantity: z.int(),
    shippable_quantity: z.int(),
    tax_free: z.boolean().nullable(),
    unit_price: z.int(),
    amount: z.int().describe('Before discounts, in minor units.'),
    discount: z.int(),
    seller_discount: z.int().nullable(),
    paid_amount: z.int(),
    commission: z.int().nullable(),
    expected_settlement: z.int().nullable(),
    ship_by: instant.nullable(),
    carrier_id: z.string().nullable(),
    native_carrier: z.string().nullable(),
    invoice: z.string().nullable(),
    shipped_at: instant.nullable(),
    delivered_at: instant.nullable(),
    confirmed_at: instant.nullable(),
    held: z.boolean().describe('The seller has put its dispatch on hold at the marketplace.'),
    parts: z
      .array(
        z.object({
          quantity: z.int(),
          carrier_id: z.string().nullable(),
          native_carrier: z.string(),
          invoice: z.string(),
          shipped_at: instant.nullable(),
        }),
      )
      .nullable()
      .describe('The parcels of a line whose quantity left in parts.'),
    locked_because: z.string().nullable().describe('Why the seller may not act on it.'),
    stock: z
      .array(
        z.object({
          sku_id: id,
          sku_code: z.string(),
          location_id: id,
          state: z.enum(RESERVATION_STATES),
          reserved: z.int().describe('What is kept for the line, in units of the SKU.'),
          shipped: z.int(),
          short: z.int().describe('How many of them were not there when they were sold.'),
        }),
      )
      .describe('What the ledger keeps for it; empty where it is linked to no SKU or takes no stock.'),
    vanished_at: instant.nullable().describe('Since when a whole read of the order does not have this line.'),
    native: z.unknown(),
  })
  .meta({ id: 'OrderLine' });

export function lineOf(line: OrderLine, kept: readonly KeptForLine[]): z.infer<typeof lineView> {
  return {
    id: line.id,
    package_key: line.packageKey,
    native_line_id: line.nativeLineId,
    native_item_id: line.nativeItemId,
    native_product_id: line.nativeProductId,
    status: line.status,
    status_known: line.statusKnown,
    native_status: line.nativeStatus,
    product_name: line.productName,
    option_text: line.optionText,
    seller_sku: line.sellerSku,
    quantity: line.quantity,
    shippable_quantity: line.shippableQuantity,
    tax_free: line.taxFree,
    unit_price: line.unitPrice,
    amount: line.amount,
    discount: line.discount,
    seller_discount: line.sellerDiscount,
    paid_amount: line.paidAmount,
    commission: line.commission,
    expected_settlement: line.expectedSettlement,
    ship_by: instantOrNull(line.shipBy),
    carrier_id: line.carrierId,
    native_carrier: line.nativeCarrier,
    invoice: line.invoice,
    shipped_at: instantOrNull(line.shippedAt),
    delivered_at: instantOrNull(line.deliveredAt),
    confirmed_at: instantOrNull(line.confirmedAt),
    held: line.held,
    parts:
      line.parts?.map((part) => ({
        quantity: part.quantity,
        carrier_id: part.carrierId,
        native_carrier: part.carrierCode,
        invoice: part.invoice,
        shipped_at: part.shippedAt,
      })) ?? null,
    locked_because: line.lockedBecause,
    stock: kept.map(({ order_line_id: _line, ...rest }) => rest),
    vanished_at: instantOrNull(line.vanishedAt),
    native: line.native,
  };
}

/** One change of a line's status. */
export const eventView = z
  .object({
    line_id: id,
    at: instant,
    from_status: status,
    to_status: status,
    from_native: z.string().nullable(),
    to_native: z.string(),
    sync_log_id: z.int().nullable().describe('The run that read it.'),
    command_id: z.int().nullable().describe('The command that caused it.'),
  })
  .meta({ id: 'OrderLineEvent' });

export function eventOf(event: LineEvent): z.infer<typeof eventView> {
  return {
    line_id: event.line,
    at: event.at.toISOString(),
    from_status: event.fromStatus,
    to_status: event.toStatus,
    from_native: event.fromNative,
    to_native: event.toNative,
    sync_log_id: event.run,
    command_id: event.command,
  };
}
