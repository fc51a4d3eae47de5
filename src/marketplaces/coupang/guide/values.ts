import type { Minor } from '../../../domain/money.ts';
import type { Instant } from '../../../domain/order.ts';
import {
  type Fields,
  integerAt,
  optionalIntegerAt,
  optionalTextAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { instantInZone, KST_MINUTES } from '../../kit/zone.ts';

/** An amount in won (guide §2.3.4: Integer). */
export function wonAt(fields: Fields, name: string): Minor {
  return notBelowZero(integerAt(fields, name), name);
}

export function optionalWonAt(fields: Fields, name: string): Minor | null {
  const amount = optionalIntegerAt(fields, name);
  return amount === null ? null : notBelowZero(amount, name);
}

function notBelowZero(amount: number, name: string): number {
  if (amount < 0) throw new UnreadableError(name, 'an amount not below zero', amount);
  return amount;
}

/** A moment, or null where it has not come yet. Answers carry `+09:00`; without it Korean time is meant. */
export function optionalMomentAt(fields: Fields, name: string): Instant | null {
  const text = optionalTextAt(fields, name);
  return text === null ? null : instantInZone(text, KST_MINUTES, name);
}

export function momentAt(fields: Fields, name: string): Instant {
  const moment = optionalMomentAt(fields, name);
  if (moment === null) throw new UnreadableError(name, 'a date-time', fields[name]);
  return moment;
}
