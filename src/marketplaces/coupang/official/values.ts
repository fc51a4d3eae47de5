import type { Minor } from '../../../domain/money.ts';
import type { Instant } from '../../../domain/order.ts';
import {
  type Fields,
  fieldsAt,
  integerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { endOfKoreanDay, instantInZone, KST_MINUTES } from '../../kit/zone.ts';

/** An amount in won: a plain integer in v4, `{currencyCode, units, nanos}` in v5 (sheet §2). */
export function wonAt(fields: Fields, name: string): Minor {
  const amount =
    typeof fields[name] === 'number' ? integerAt(fields, name) : wholeUnits(fieldsAt(fields, name));
  if (amount < 0) throw new UnreadableError(name, 'an amount not below zero', amount);
  return amount;
}

/** An amount whose sign says who pays: the freight of a return (sheet §3.4). Null where it is absent. */
export function optionalSignedWonAt(fields: Fields, name: string): Minor | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  return typeof value === 'number' ? integerAt(fields, name) : wholeUnits(fieldsAt(fields, name));
}

/** An amount that may be absent or null, such as the surcharge of a box outside remote areas. */
export function optionalWonAt(fields: Fields, name: string): Minor | null {
  return fields[name] === undefined || fields[name] === null ? null : wonAt(fields, name);
}

function wholeUnits(money: Fields): number {
  if (money.currencyCode !== 'KRW') throw new UnreadableError('currencyCode', 'KRW', money.currencyCode);
  if (money.nanos !== undefined && money.nanos !== 0) throw new UnreadableError('nanos', '0', money.nanos);
  return integerAt(money, 'units');
}

/** A moment that v4 writes without an offset, in Korean time, and v5 with one (sheet §2). */
export function momentAt(fields: Fields, name: string): Instant {
  return instantInZone(textAt(fields, name), KST_MINUTES, name);
}

/** A moment, or null where it has not come yet: absent, null and blank all mean that. */
export function optionalMomentAt(fields: Fields, name: string): Instant | null {
  return optionalTextAt(fields, name) === null ? null : momentAt(fields, name);
}

/** The end, in Korea, of a day such as `2026-11-22`, or null where none is given. */
export function optionalEndOfDayAt(fields: Fields, name: string): Instant | null {
  const text = optionalTextAt(fields, name);
  return text === null ? null : endOfKoreanDay(text, name);
}
