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

/** Reads a date-time that carries its offset. Throws UnreadableError. */
export function instantWithOffset(text: string, path: string): Instant {
  if (!WITH_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time with offset', text);
  return instantOf(Date.parse(text), path, text);
}

/** Reads a date-time, or a bare date as its first moment, in the marketplace's zone unless the text carries an offset. */
export function instantInZone(text: string, offsetMinutes: number, path: string): Instant {
  if (WITH_OFFSET.test(text)) return instantWithOffset(text, path);
  if (DATE_ONLY.test(text))
    return instantOf(Date.parse(`${text}T00:00:00Z`) - offsetMinutes * MINUTE_MS, path, text);
  if (!WITHOUT_OFFSET.test(text)) throw new UnreadableError(path, 'a date-time', text);
  return instantOf(Date.parse(`${text.replace(' ', 'T')}Z`) - offsetMinutes * MINUTE_MS, path, text);
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
