import type { Minor } from '../../../domain/money.ts';
import type { Instant, Person } from '../../../domain/order.ts';
import { type Fields, idAt, integerAt, optionalTextAt, UnreadableError } from '../../kit/decode.ts';
import { wholeNumber } from '../../kit/numeral.ts';
import { instantInZone, KST_MINUTES } from '../../kit/zone.ts';

/** An amount in won: text with four decimals in orders, a number in claims (sheet §2). */
export function signedWonAt(fields: Fields, name: string): Minor {
  const value = fields[name];
  if (typeof value === 'number') return integerAt(fields, name);
  const won = typeof value === 'string' ? wholeNumber(value) : Number.NaN;
  if (Number.isNaN(won)) throw new UnreadableError(name, 'an amount in won', value);
  return won;
}

export function wonAt(fields: Fields, name: string): Minor {
  const won = signedWonAt(fields, name);
  if (won < 0) throw new UnreadableError(name, 'an amount not below zero', won);
  return won;
}

/** Auction sends null where Gmarket sends `"0.0000"` (sheet §2). */
export function wonOrNoneAt(fields: Fields, name: string): Minor {
  return isAbsent(fields[name]) ? 0 : wonAt(fields, name);
}

export function isAbsent(value: unknown): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

const NO_DATE = '0001-01-01T00:00:00';

/** A moment in Korean time without an offset, or null; year 1 means null as well (sheet §2). */
export function optionalMomentAt(fields: Fields, name: string): Instant | null {
  const text = optionalTextAt(fields, name);
  return text === null || text.startsWith(NO_DATE) ? null : instantInZone(text, KST_MINUTES, name);
}

export function momentAt(fields: Fields, name: string): Instant {
  const moment = optionalMomentAt(fields, name);
  if (moment === null) throw new UnreadableError(name, 'a date', fields[name]);
  return moment;
}

/** A code that comes as a number or a text, or null where it is absent. */
export function optionalCodeAt(fields: Fields, name: string): string | null {
  return isAbsent(fields[name]) ? null : idAt(fields, name);
}

/** A text that is trimmed: postal codes come with blanks behind them. */
export function optionalTrimmedAt(fields: Fields, name: string): string | null {
  return optionalTextAt(fields, name)?.trim() ?? null;
}

/** Numbers of the 050 range forward to the person and die after some days. */
const FORWARDING = /^050/;

/** A person with the first phone that is known. Phones may come some minutes after the order (sheet §7.5). */
export function personOf(name: string | null, phones: readonly (string | null)[]): Person {
  const known = phones.filter((phone) => phone !== null);
  return {
    name,
    phone: known.find((phone) => !FORWARDING.test(phone)) ?? null,
    safePhone: known.find((phone) => FORWARDING.test(phone)) ?? null,
    email: null,
  };
}
