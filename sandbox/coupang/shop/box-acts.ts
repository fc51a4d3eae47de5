import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { isAcknowledged } from '../orders/acknowledgement.ts';
import {
  BOX_STATUSES,
  type Box,
  type BoxItem,
  type BoxStatus,
  inStatus,
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
  return [moveShipped(box, status, shop, now)];
};

function moveShipped(box: Box, status: BoxStatus, shop: Shop, now: number): Box {
  if (box.invoice !== null) return inStatus(box, status, now);
  const invoice = status === 'NONE_TRACKING' ? OWN_DELIVERY : inventInvoice(shop.random);
  shop.invoiceUses.note(invoice, box.receiver, now);
  const shipped = withInvoice(box, invoice, 'wing', now);
  return shipped.status === status ? shipped : inStatus(shipped, status, now);
}

/** Cancels every unit of a box, or `count` units of one `vendorItemId`. */
export const cancelBox: BoxAct = (box, input) => {
  const change = (item: BoxItem, count: number) => ({
    ...item,
    cancelCount: Math.min(item.shippingCount, item.cancelCount + count),
    holdCountForCancel: Math.min(
      item.holdCountForCancel,
      Math.max(0, item.shippingCount - item.cancelCount - count),
    ),
  });
  return [changeItems(box, input, change)];
};

/** The buyer asks to stop the shipment of a box, or of `count` units of one `vendorItemId`: they are held until the seller answers. */
export const holdForCancel: BoxAct = (box, input) => {
  if (box.status !== 'INSTRUCT') conflict(`a box in ${box.status} cannot be held`);
  return [
    changeItems(box, input, (item, count) => ({
      ...item,
      holdCountForCancel: item.holdCountForCancel + Math.min(count, shippableCount(item)),
    })),
  ];
};

/** The buyer takes the request back: nothing of the box is held any more. */
export const releaseHold: BoxAct = (box) => [withItems(box, (item) => ({ ...item, holdCountForCancel: 0 }))];

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

function changeItems(box: Box, input: JsonObject, change: (item: BoxItem, count: number) => BoxItem): Box {
  if (input.vendorItemId === undefined) return withItems(box, (item) => change(item, item.shippingCount));
  const vendorItemId = idInput(input, 'vendorItemId');
  if (!box.items.some(({ option }) => option.vendorItemId === vendorItemId)) {
    conflict(`the box has no vendor item ${vendorItemId}`);
  }
  return withItems(box, (item) =>
    item.option.vendorItemId === vendorItemId
      ? change(item, countInput(input, 'count', item.shippingCount))
      : item,
  );
}
