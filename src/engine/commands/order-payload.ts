import type { OrderPayload } from '../../domain/command.ts';
import type { Shipment } from '../../domain/shipment.ts';
import { carrierCode, carrierIdOf } from '../../marketplaces/kit/carrier-code.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import { penaltiesOf } from '../../marketplaces/kit/penalties.ts';
import type { OrderHead, OrderLine } from '../../store/orders/read.ts';
import type { Declined, Wish } from './order-wish.ts';

/** What a wish means for the lines it fits, in the marketplace's own codes; or why it cannot be put so. */
export function payloadOf(
  wish: Wish,
  edition: Edition,
  head: OrderHead,
  lines: readonly OrderLine[],
): OrderPayload | Declined {
  switch (wish.kind) {
    case 'acknowledge':
      return { kind: 'acknowledge' };
    case 'release':
      return { kind: 'release' };
    case 'hold':
      return { kind: 'hold', text: wish.text };
    case 'delay':
      return { kind: 'delay', shipBy: wish.shipBy.toISOString(), reason: wish.reason, text: wish.text };
    case 'ship':
    case 'change_invoice': {
      const shipment = shipmentOf(edition, head, wish);
      if ('code' in shipment) return shipment;
      return wish.kind === 'ship' ? { kind: 'ship', ...shipment } : { kind: 'change_invoice', ...shipment };
    }
    case 'split':
      return splitOf(wish, edition, head, lines);
    case 'cancel':
      return cancelOf(wish, edition, head, lines);
  }
}

interface WishedParcel {
  readonly carrier: string;
  readonly invoice: string;
  readonly shippedAt: Date;
}

/** A parcel with the marketplace's own carrier code. */
export function shipmentOf(
  { carriers }: Edition,
  { platform, paidAt }: Pick<OrderHead, 'platform' | 'paidAt'>,
  { carrier, invoice, shippedAt }: WishedParcel,
): Shipment | Extract<Declined, { readonly code: 'carrier_unknown' }> {
  const choice = carrierCode(carriers, carrier);
  if (!choice.found) return { code: 'carrier_unknown', carrier, platform, choices: choice.choices };
  return {
    carrierId: carrierIdOf(carriers, choice.code),
    carrierCode: choice.code,
    invoice,
    shippedAt: notBefore(paidAt, shippedAt).toISOString(),
  };
}

/**
 * Nothing leaves before it is paid, but people write a day, which begins before its orders were paid, and programs
 * a local time without its zone. Marketplaces refuse such a time (Naver sheet §3.4).
 */
function notBefore(paidAt: Date | null, shippedAt: Date): Date {
  return paidAt !== null && shippedAt < paidAt ? new Date(paidAt.getTime() + 1_000) : shippedAt;
}

function splitOf(
  { parts, shippedAt }: Extract<Wish, { readonly kind: 'split' }>,
  edition: Edition,
  head: OrderHead,
  lines: readonly OrderLine[],
): OrderPayload | Declined {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) return { code: 'one_line_only', kind: 'split' };
  const total = parts.reduce((sum, { quantity }) => sum + quantity, 0);
  if (total !== line.shippableQuantity) return { code: 'quantity_wrong', left: line.shippableQuantity };
  const shipped = parts.map(({ quantity, carrier, invoice }) => ({
    quantity,
    shipment: shipmentOf(edition, head, { carrier, invoice, shippedAt }),
  }));
  const packed = [];
  for (const { quantity, shipment } of shipped) {
    if ('code' in shipment) return shipment;
    packed.push({ ...shipment, quantity });
  }
  return { kind: 'split', parts: packed };
}

function cancelOf(
  wish: Extract<Wish, { readonly kind: 'cancel' }>,
  edition: Edition,
  { platform }: OrderHead,
  lines: readonly OrderLine[],
): OrderPayload | Declined {
  const reasons = edition.sellerCancel?.reasons ?? [];
  const reason = reasons.find(({ code }) => code === wish.reason);
  if (reason === undefined) return { code: 'reason_unknown', platform, reasons };
  const penalties = penaltiesOf(edition, 'seller_cancel', reason.fault);
  if (penalties.length > 0 && !wish.penaltyAccepted)
    return { code: 'penalty_not_accepted', platform, penalties };
  const { quantity, text } = wish;
  const whole = { kind: 'cancel', reason: reason.code, text } as const;
  if (quantity === null) return { ...whole, quantity: null, leftBefore: null };
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) return { code: 'one_line_only', kind: 'cancel' };
  const left = line.shippableQuantity;
  const partly = edition.sellerCancel?.partly ?? false;
  if (quantity > left || (quantity < left && !partly)) return { code: 'quantity_wrong', left };
  return { ...whole, quantity: quantity === left ? null : quantity, leftBefore: left };
}
