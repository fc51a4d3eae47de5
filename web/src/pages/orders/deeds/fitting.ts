import type { Schema } from '../../../api/types.ts';
import { isWaiting } from '../is-waiting.ts';

type Order = Schema<'Order'>;
export type Line = Order['lines'][number];

/** What can be done with an order beside acknowledging and shipping it. */
export const DEEDS = ['delay', 'hold', 'release', 'split', 'change_invoice', 'cancel'] as const;
export type Deed = (typeof DEEDS)[number];

const SHIPPED: readonly Order['status'][] = ['SHIPPED', 'DELIVERING', 'DELIVERED'];

/** The lines that a deed is possible with as they stand. Whether the marketplace offers it is another question. */
export function fittingLines(deed: Deed, order: Order): readonly Line[] {
  return order.lines.filter((line) => line.locked_because === null && fits(deed, line, order));
}

function fits(deed: Deed, line: Line, { seller_cancel }: Order): boolean {
  const waits = isWaiting(line);
  switch (deed) {
    case 'delay':
      return waits;
    case 'hold':
      return waits && !line.held;
    case 'release':
      return waits && line.held;
    case 'split':
      return waits && line.shippable_quantity > 1;
    case 'change_invoice':
      return SHIPPED.includes(line.status);
    case 'cancel':
      // Where the marketplace has no such call, the API offers nothing; that is told for lines that have not left.
      return seller_cancel === null ? waits : seller_cancel.line_ids.includes(line.id);
  }
}
