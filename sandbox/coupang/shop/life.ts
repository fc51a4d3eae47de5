import { type Box, type BoxStatus, inStatus, withItems } from '../orders/box.ts';
import type { Shop } from './shop.ts';

const MINUTE_MS = 60_000;

/** What happens to a box by itself, and after how many minutes; the digits of its id decide where between the two. */
interface Turn {
  readonly from: BoxStatus;
  readonly afterMinutes: readonly [min: number, max: number];
  readonly take: (box: Box, at: number) => Box;
}

// Real couriers take days; minutes let a demonstration show a whole life. NONE_TRACKING never moves on (sheet §4.1).
const TURNS: readonly Turn[] = [
  { from: 'DEPARTURE', afterMinutes: [2, 10], take: (box, at) => inStatus(box, 'DELIVERING', at) },
  { from: 'DELIVERING', afterMinutes: [5, 30], take: (box, at) => inStatus(box, 'FINAL_DELIVERY', at) },
  { from: 'FINAL_DELIVERY', afterMinutes: [30, 180], take: confirm },
];

/** The guide has no acknowledgement: its orders come to be prepared by themselves. */
const PREPARED: Turn = {
  from: 'ACCEPT',
  afterMinutes: [10, 60],
  take: (box, at) => inStatus(box, 'INSTRUCT', at),
};

/** Lets couriers deliver and buyers confirm whatever is due by now. */
export function passTime({ boxes, quiet, openedAt, edition }: Shop, now: number): void {
  if (quiet) return;
  const turns = edition === 'guide' ? [PREPARED, ...TURNS] : TURNS;
  for (const { from, afterMinutes, take } of turns) {
    const [min, max] = afterMinutes;
    const due = boxes.listed(from).filter((box) => {
      if (from === 'FINAL_DELIVERY' && isConfirmed(box)) return false;
      const since = Math.max(box.history.at(-1)?.at ?? box.paidAt, openedAt);
      return now - since >= (min + (max - min) * chanceOf(box)) * MINUTE_MS;
    });
    for (const box of due) boxes.put(take(box, now));
  }
}

const chanceOf = ({ shipmentBoxId }: Box) => Number(shipmentBoxId.slice(-3)) / 1_000;
const isConfirmed = ({ items }: Box) => items.every(({ confirmedAt }) => confirmedAt !== null);

/** The box after its buyer has confirmed the purchase. */
export function confirm(box: Box, at: number): Box {
  return withItems(box, (item) => ({ ...item, confirmedAt: item.confirmedAt ?? at }));
}
