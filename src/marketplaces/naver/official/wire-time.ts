import type { Instant } from '../../../domain/order.ts';
import { type Fields, optionalTextAt, textAt } from '../../kit/decode.ts';
import { instantInZone, KST_MINUTES, wallClock } from '../../kit/zone.ts';

/**
 * An instant as Naver takes it. Always three fraction digits: the feed sends `moreFrom` with fewer and then
 * refuses its own value (sheet §3.2).
 */
export function wireTime(ms: number): string {
  return `${wallClock(new Date(ms), KST_MINUTES)}+09:00`;
}

export function instantAt(fields: Fields, name: string): Instant {
  return instantInZone(textAt(fields, name), KST_MINUTES, name);
}

export function optionalInstantAt(fields: Fields, name: string): Instant | null {
  const text = optionalTextAt(fields, name);
  return text === null ? null : instantInZone(text, KST_MINUTES, name);
}
