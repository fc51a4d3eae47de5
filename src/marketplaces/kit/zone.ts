import type { Instant } from '../../domain/order.ts';
import { UnreadableError } from './decode.ts';

/**
 * Zones of the marketplaces. All of them keep a fixed offset from UTC the whole year (Korea since 1988,
 * Moscow since 2014, Tashkent since 1992), so an offset in minutes says everything.
 */
export const KST_MINUTES = 9 * 60;

const MINUTE_MS = 60_000;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Korean moments that lie on the same day in UTC, on days that every month has. They are turned by their letters: `Date`
 * takes many times as long, and every order has several.
 */
const KOREAN_DAYTIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])[T ](?:09|1\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?$/;
const KOREAN_DAYTIME_WITH_OFFSET =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:09|1\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?\+09:00$/;

/** Reads a date-time that carries its offset. Throws UnreadableError. */
export function instantWithOffset(text: string, path: string): Instant {
  if (KOREAN_DAYTIME_WITH_OFFSET.test(text)) return nineHoursBefore(text);
  if (!WITH_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time with offset', text);
  return instantOf(Date.parse(text), path, text);
}

/** Reads a date-time, or a bare date as its first moment, in the marketplace's zone unless the text carries an offset. */
export function instantInZone(text: string, offsetMinutes: number, path: string): Instant {
  if (offsetMinutes === KST_MINUTES && KOREAN_DAYTIME.test(text)) return nineHoursBefore(text);
  if (WITH_OFFSET.test(text)) return instantWithOffset(text, path);
  if (DATE_ONLY.test(text))
    return instantOf(Date.parse(`${text}T00:00:00Z`) - offsetMinutes * MINUTE_MS, path, text);
  if (!WITHOUT_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time', text);
  return instantOf(Date.parse(`${text.replace(' ', 'T')}Z`) - offsetMinutes * MINUTE_MS, path, text);
}

function nineHoursBefore(text: string): Instant {
  const hour = Number(text.slice(11, 13)) - KST_MINUTES / 60;
  const fraction = text.charAt(19) === '.' ? text.slice(19, 23) : '.000';
  return `${text.slice(0, 10)}T${hour < 10 ? '0' : ''}${hour}${text.slice(13, 19)}${fraction}Z`;
}

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
