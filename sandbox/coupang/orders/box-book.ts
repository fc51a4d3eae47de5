import { BOX_STATUSES, type Box, type BoxStatus, isGone } from './box.ts';

/** Every box of a shop, found by its id, by its order, or by its status and time of order. */
export interface BoxBook {
  get(shipmentBoxId: string): Box | undefined;
  ofOrder(orderId: string): readonly Box[];
  /** Boxes in a status, oldest order first, without those fully cancelled or returned. */
  listed(status: BoxStatus): readonly Box[];
  all(): Iterable<Box>;
  /** Adds a box, or puts it in the place of the one with its id. */
  put(box: Box): void;
}

type Place = Pick<Box, 'orderedAt' | 'shipmentBoxId'>;

// All ids of a shop have the same number of digits, so comparing them as texts compares them as numbers.
const isBefore = (one: Place, other: Place) =>
  one.orderedAt < other.orderedAt ||
  (one.orderedAt === other.orderedAt && one.shipmentBoxId < other.shipmentBoxId);

/** The first index in an ordered list whose box is not before the given place. */
export function firstIndexFrom(boxes: readonly Box[], place: Place): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const box = boxes[middle];
    if (box !== undefined && isBefore(box, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An empty book. */
export function createBoxBook(): BoxBook {
  const byId = new Map<string, Box>();
  const byOrder = new Map<string, string[]>();
  const byStatus = new Map<BoxStatus, Box[]>(BOX_STATUSES.map((status) => [status, []]));
  const listOf = (status: BoxStatus) => byStatus.get(status) ?? [];

  const unlist = (box: Box) => {
    if (isGone(box)) return;
    const list = listOf(box.status);
    list.splice(firstIndexFrom(list, box), 1);
  };
  const list = (box: Box) => {
    if (isGone(box)) return;
    const list = listOf(box.status);
    list.splice(firstIndexFrom(list, box), 0, box);
  };

  return {
    get: (shipmentBoxId) => byId.get(shipmentBoxId),
    ofOrder: (orderId) => (byOrder.get(orderId) ?? []).flatMap((id) => byId.get(id) ?? []),
    listed: listOf,
    all: () => byId.values(),
    put(box) {
      const former = byId.get(box.shipmentBoxId);
      if (former !== undefined) unlist(former);
      else {
        const siblings = byOrder.get(box.orderId);
        if (siblings === undefined) byOrder.set(box.orderId, [box.shipmentBoxId]);
        else siblings.push(box.shipmentBoxId);
      }
      byId.set(box.shipmentBoxId, box);
      list(box);
    },
  };
}
