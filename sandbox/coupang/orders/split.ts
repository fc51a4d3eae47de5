import type { Box } from './box.ts';

/**
 * Splits a box: what leaves now moves to a NEW shipmentBoxId, what stays keeps the old one (sheet §3.2).
 * `later` holds the planned shipping day of each vendor item that stays. The delivery fee stays with the old box.
 */
export function splitBox(
  box: Box,
  later: ReadonlyMap<string, string>,
  newShipmentBoxId: string,
): { readonly leaving: Box; readonly staying: Box } {
  const isStaying = ({ option }: Box['items'][number]) => later.has(option.vendorItemId);
  return {
    leaving: {
      ...box,
      shipmentBoxId: newShipmentBoxId,
      splitShipping: true,
      shippingPrice: 0,
      remotePrice: box.remotePrice === null ? null : 0,
      items: box.items.filter((item) => !isStaying(item)),
    },
    staying: {
      ...box,
      splitShipping: true,
      items: box.items.filter(isStaying).map((item) => ({
        ...item,
        plannedShippingDate: later.get(item.option.vendorItemId) ?? '',
      })),
    },
  };
}
