import type { EventPlace } from '../../store/event-feed.ts';

/** A place in the stream as clients carry it. */
export function placeText({ txid, id }: EventPlace): string {
  return `${txid}-${id}`;
}

const PLACE = /^(\d{1,19})-(\d{1,15})$/;

/** Reads a place that a client brings; undefined when it is none of ours. */
export function placeOf(text: string): EventPlace | undefined {
  const [, txid, id] = PLACE.exec(text) ?? [];
  return txid === undefined || id === undefined ? undefined : { txid, id: Number(id) };
}
