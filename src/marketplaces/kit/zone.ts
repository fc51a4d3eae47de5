import type { Instant } from '../../domain/order.ts';
import { UnreadableError } from './decode.ts';

/**
 * Zones of the marketplaces. All of them keep a fixed offset from UTC the whole year (Korea since 1988,
 * Moscow since 2014, Tashkent since 1992), so an offset in minutes says everything.
 */
export const KST_MINUTES = 9 * 60;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** Days that every calendar has: a 29 February is left to `Date`. */
const DAY =
  /\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)/
    .source;
const TIME = /(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?/.source;
const KOREAN_DAY = new RegExp(`^${DAY}$`);
const KOREAN = new RegExp(`^${DAY}(?: ${TIME}|T${TIME}(?:\\+09:00)?)$`);
const KOREAN_WITH_OFFSET = new RegExp(`^${DAY}T${TIME}\\+09:00$`);

/** Reads a date-time that carries its offset. Throws UnreadableError. */
export function instantWithOffset(text: string, path: string): Instant {
  const korean = KOREAN_WITH_OFFSET.test(text) ? nineHoursBefore(text) : null;
  if (korean !== null) return korean;
  if (!WITH_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time with offset', text);
  return instantOf(Date.parse(text), path, text);
}

/** Reads a date-time, or a bare date as its first moment, in the marketplace's zone unless the text carries an offset. */
export function instantInZone(text: string, offsetMinutes: number, path: string): Instant {
  const korean = offsetMinutes === KST_MINUTES && KOREAN.test(text) ? nineHoursBefore(text) : null;
  if (korean !== null) return korean;
  if (WITH_OFFSET.test(text)) return instantWithOffset(text, path);
  if (DATE_ONLY.test(text))
    return instantOf(Date.parse(`${text}T00:00:00Z`) - offsetMinutes * MINUTE_MS, path, text);
  if (!WITHOUT_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time', text);
  return instantOf(Date.parse(`${text.replace(' ', 'T')}Z`) - offsetMinutes * MINUTE_MS, path, text);
}

/** The last millisecond of a day in Korea, `yyyy-MM-dd`; of any other text, a day after its moment. */
export function endOfKoreanDay(text: string, path: string): Instant {
  if (KOREAN_DAY.test(text)) return `${text}T14:59:59.999Z`;
  const start = Date.parse(instantInZone(text, KST_MINUTES, path));
  return new Date(start + DAY_MS - 1).toISOString();
}

/**
 * Turns a Korean moment by its letters: `Date` takes many times as long, and every order has several. Null in the first
 * hours of a month, whose day before only the calendar knows.
 */
function nineHoursBefore(text: string): Instant | null {
  const hour = twoDigitsAt(text, 11) - KST_MINUTES / 60;
  const clock = `${text.slice(13, 19)}${text.charAt(19) === '.' ? text.slice(19, 23) : '.000'}Z`;
  if (hour >= 0) return `${text.slice(0, 10)}T${TWO_DIGITS[hour]}${clock}`;
  const day = twoDigitsAt(text, 8) - 1;
  return day === 0 ? null : `${text.slice(0, 8)}${TWO_DIGITS[day]}T${TWO_DIGITS[hour + 24]}${clock}`;
}

const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

function twoDigitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = 0x30;

function instantOf(ms: number, path: string, text: string): Instant {
  if (Number.isNaN(ms)) throw new UnreadableError(path, 'a date-time that exists', text);
  return new Date(ms).toISOString();
}

/** The local wall clock in a zone as `yyyy-MM-ddTHH:mm:ss.SSS`, without an offset. */
export function wallClock(at: Date, offsetMinutes: number): string {
  return new Date(at.getTime() + offsetMinutes * MINUTE_MS).toISOString().slice(0, -1);
}

/** The local calendar day in a zone, `yyyy-MM-dd`. */
export function localDay(at: Date, offsetMinutes: number): string {
  return wallClock(at, offsetMinutes).slice(0, 10);
}
