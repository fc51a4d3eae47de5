import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { drawReason } from '../claims/reasons.ts';
import {
  drop,
  fileCancel,
  fileStop,
  openStopsOf,
  overtakeStops,
  stopShipment,
  type Units,
} from '../claims/receipt-moves.ts';
import { isAcknowledged } from '../orders/acknowledgement.ts';
import {
  BOX_STATUSES,
  type Box,
  type BoxItem,
  type BoxStatus,
  inStatus,
  keptCount,
  shippableCount,
  withInvoice,
  withItems,
} from '../orders/box.ts';
import { splitBox } from '../orders/split.ts';
import { formatDay } from '../time.ts';
import { inventInvoice, OWN_DELIVERY } from './invented-invoice.ts';
import { confirm } from './life.ts';
import type { Shop } from './shop.ts';

/** Something that happens to one box of a shop; answers what becomes of it. */
export type BoxAct = (box: Box, input: JsonObject, shop: Shop, now: number) => readonly Box[];

const conflict = (message: string): never => {
  throw new ControlError(message, 409);
};

/** Moves a box to any `status`, as if WING had done it; on its way it gets an invoice, before its way it has none. */
export const moveBox: BoxAct = (box, input, shop, now) => {
  const name = textInput(input, 'status');
  const status = BOX_STATUSES.find((known) => known === name);
  if (status === undefined) throw new ControlError(`unknown status ${name}`);
  if (status === 'ACCEPT' || status === 'INSTRUCT') {
    const unshipped = withItems(box, (item) => ({ ...item, invoiceUploadedAt: null, confirmedAt: null }));
    return [inStatus({ ...unshipped, invoice: null, inTransitAt: null }, status, now)];
  }
  // Whoever ships in WING past a stop that waits has overtaken it.
  overtakeStops(shop, box.shipmentBoxId, now);
  return [moveShipped(presentBox(shop, box), status, shop, now)];
};

function moveShipped(box: Box, status: BoxStatus, shop: Shop, now: number): Box {
  if (box.invoice !== null) return inStatus(box, status, now);
  const invoice = status === 'NONE_TRACKING' ? OWN_DELIVERY : inventInvoice(shop.random);
  shop.invoiceUses.note(invoice, box.receiver, now);
  const shipped = withInvoice(box, invoice, 'wing', now);
  return shipped.status === status ? shipped : inStatus(shipped, status, now);
}

/** Every unit of a box is cancelled, or `count` units of one `vendorItemId`; a stop of the shipment that waits is taken back for it. */
export const cancelBox: BoxAct = (box, input, shop, now) => {
  releaseStops(shop, box, now);
  const current = presentBox(shop, box);
  const units = unitsAsked(current, input, keptCount);
  if (units.length > 0) {
    const filing = { box: current, units, reason: drawReason('cancel', shop.claimRandom), now };
    if (current.status === 'ACCEPT') fileCancel(shop, { ...filing, createdBy: 'buyer' });
    else stopShipment(shop, fileStop(shop, { ...filing, createdBy: 'buyer' }), now);
  }
  return [presentBox(shop, box)];
};

/** The buyer asks to stop the shipment of a box, or of `count` units of one `vendorItemId`: they are held until the seller answers. */
export const holdForCancel: BoxAct = (box, input, shop, now) => {
  if (box.status !== 'INSTRUCT') conflict(`a box in ${box.status} cannot be held`);
  const units = unitsAsked(box, input, shippableCount);
  const reason = drawReason('cancel', shop.claimRandom);
  if (units.length > 0) fileStop(shop, { box, units, reason, createdBy: 'buyer', now });
  return [presentBox(shop, box)];
};

/** The buyer takes the request back: nothing of the box is held any more. */
export const releaseHold: BoxAct = (box, _input, shop, now) => {
  releaseStops(shop, box, now);
  return [presentBox(shop, box)];
};

/** The buyer confirms the purchase of everything in a delivered box. */
export const confirmBox: BoxAct = (box, _input, _shop, now) => {
  if (box.status !== 'FINAL_DELIVERY') conflict(`a box in ${box.status} cannot be confirmed`);
  return [confirm(box, now)];
};

/** The buyer changes `name`, `addr1`, `addr2` or `postCode`, which is possible only before the box is acknowledged. */
export const changeAddress: BoxAct = (box, input, shop) => {
  if (isAcknowledged(shop, box)) conflict('the box is acknowledged: its address is fixed');
  const { receiver } = box;
  const changed = {
    name: optionalTextInput(input, 'name') ?? receiver.name,
    addr1: optionalTextInput(input, 'addr1') ?? receiver.addr1,
    addr2: optionalTextInput(input, 'addr2') ?? receiver.addr2,
    postCode: optionalTextInput(input, 'postCode') ?? receiver.postCode,
  };
  return [{ ...box, receiver: { ...receiver, ...changed } }];
};

/** The seller ships one `vendorItemId` of a box ahead of the others in WING: it leaves under a new shipmentBoxId. */
export const shipAhead: BoxAct = (box, input, shop, now) => {
  const ahead = idInput(input, 'vendorItemId');
  const others = box.items.map(({ option }) => option.vendorItemId).filter((id) => id !== ahead);
  const isPossible = box.status === 'INSTRUCT' && others.length > 0 && others.length < box.items.length;
  if (!isPossible) conflict('only a box in INSTRUCT with this and another vendor item can be split');
  const planned = optionalTextInput(input, 'plannedShippingDate') ?? formatDay(now + 3 * 24 * 3_600_000);
  const { leaving, staying } = splitBox(
    box,
    new Map(others.map((id) => [id, planned])),
    shop.ids.shipmentBox(),
  );
  const invoice = inventInvoice(shop.random);
  shop.invoiceUses.note(invoice, box.receiver, now);
  return [withInvoice(leaving, invoice, 'wing', now), staying];
};

function releaseStops(shop: Shop, { shipmentBoxId }: Box, now: number): void {
  for (const stop of openStopsOf(shop, shipmentBoxId)) drop(shop, stop, 'withdrawn', now);
}

// Claims put the boxes they change into the book themselves.
function presentBox({ boxes }: Shop, box: Box): Box {
  return boxes.get(box.shipmentBoxId) ?? box;
}

function unitsAsked(box: Box, input: JsonObject, limitOf: (item: BoxItem) => number): readonly Units[] {
  const vendorItemId = input.vendorItemId === undefined ? undefined : idInput(input, 'vendorItemId');
  const asked = box.items.filter(
    ({ option }) => vendorItemId === undefined || option.vendorItemId === vendorItemId,
  );
  if (asked.length === 0) conflict(`the box has no vendor item ${vendorItemId}`);
  return asked
    .map((item) => ({
      vendorItemId: item.option.vendorItemId,
      count: Math.min(
        limitOf(item),
        vendorItemId === undefined ? item.shippingCount : countInput(input, 'count', item.shippingCount),
      ),
    }))
    .filter(({ count }) => count > 0);
}
