import type { Minor } from '../../../domain/money.ts';
import type { Instant } from '../../../domain/order.ts';
import { type Fields, UnreadableError } from '../../kit/decode.ts';
import { instantInZone, KST_MINUTES, wallClock } from '../../kit/zone.ts';

/** A text, or null where it is missing: absent, empty and the word `null` all mean that (sheet §2). */
export function wordAt(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new UnreadableError(name, 'text or nothing', value);
  const text = value.trim();
  return text === '' || text === 'null' ? null : text;
}

/** A text that must be there. */
export function neededAt(fields: Fields, name: string): string {
  const text = wordAt(fields, name);
  if (text === null) throw new UnreadableError(name, 'text', fields[name]);
  return text;
}

/** A number that names nothing: `0` stands for none in product and delivery numbers (sheet §3.4). */
export function numeralAt(fields: Fields, name: string): string | null {
  const text = wordAt(fields, name);
  return text === '0' ? null : text;
}

/** A phone number; blank ones arrive as `--` or `02--` (sheet §2). */
export function phoneAt(fields: Fields, name: string): string | null {
  const text = wordAt(fields, name);
  return text === null || !/\d{3}/.test(text) ? null : text;
}

/** A whole number at least 0; claim fees carry thousands commas (sheet §2). Null where it is missing. */
export function countAt(fields: Fields, name: string): number | null {
  const text = wordAt(fields, name);
  if (text === null) return null;
  const plain = text.replaceAll(',', '');
  if (!/^\d{1,15}$/.test(plain)) throw new UnreadableError(name, 'a whole number', text);
  return Number(plain);
}

/** An amount in won, which has no fraction (sheet §2). */
export const wonAt: (fields: Fields, name: string) => Minor | null = countAt;

/** What the seller will be paid: below zero where he gave away more than is left of a line. Null where it is missing. */
export function settlementAt(fields: Fields, name: string): Minor | null {
  const text = wordAt(fields, name);
  if (text === null || !text.startsWith('-')) return wonAt(fields, name);
  const amount = wonAt({ [name]: text.slice(1) }, name);
  return amount === null ? null : -amount;
}

/** `YYYY-MM-DD HH:MM:SS` in Korean time (sheet §2), or null where it has not come yet. */
export function momentAt(fields: Fields, name: string): Instant | null {
  const text = wordAt(fields, name);
  return text === null ? null : instantInZone(text, KST_MINUTES, name);
}

/** The first moment of the day that an order number begins with (sheet §7.2). Throws UnreadableError. */
export function dayOfNumber(nativeOrderId: string): Instant {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(nativeOrderId) ?? [];
  if (year === undefined)
    throw new UnreadableError('ordNo', 'a number that begins with a day', nativeOrderId);
  return instantInZone(`${year}-${month}-${day}`, KST_MINUTES, 'ordNo');
}

const digits = (at: Date): string => wallClock(at, KST_MINUTES).replace(/\D/g, '');

/** `YYYYMMDDhhmm` in Korean time: windows and dispatch times (sheet §2). */
export function minuteOnWire(at: Date): string {
  return digits(at).slice(0, 12);
}

/** `YYYYMMDD` in Korean time. */
export function dayOnWire(at: Date): string {
  return digits(at).slice(0, 8);
}
