import type { Minor } from '../../../domain/money.ts';
import type { Instant } from '../../../domain/order.ts';
import { type Fields, optionalIntegerAt, optionalTextAt, UnreadableError } from '../../kit/decode.ts';
import { instantInZone, KST_MINUTES } from '../../kit/zone.ts';

/** An amount in won, or 0 where there is none. */
export function wonAt(fields: Fields, name: string): Minor {
  return optionalWonAt(fields, name) ?? 0;
}

/** An amount in won, or null where it is not told. */
export function optionalWonAt(fields: Fields, name: string): Minor | null {
  const amount = optionalIntegerAt(fields, name);
  if (amount !== null && amount < 0) throw new UnreadableError(name, 'an amount not below zero', amount);
  return amount;
}

/** A moment with its offset, or in Korean time where it carries none; null where it has not come yet. */
export function momentAt(fields: Fields, name: string): Instant | null {
  const text = optionalTextAt(fields, name);
  return text === null ? null : instantInZone(text, KST_MINUTES, name);
}

export function neededMomentAt(fields: Fields, name: string): Instant {
  const at = momentAt(fields, name);
  if (at === null) throw new UnreadableError(name, 'a date-time', fields[name]);
  return at;
}
