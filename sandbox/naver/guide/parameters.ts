import { isObject, type JsonObject } from '../../frame/json.ts';
import { codeIn } from '../orders/codes.ts';
import { DAY_MS } from '../wire/time.ts';
import { invalidParameter } from './refusal.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
/** Guide 5.3. */
const LOOK_BACK_MONTHS = 6;

/** A period, its end not included. */
export interface Period {
  readonly from: number;
  readonly before: number;
}

/** `changedFrom` and `changedTo`; a day without a time means the whole day in Korea. */
export function changedPeriod(query: URLSearchParams, now: number): Period {
  const from = instantOf(query, 'changedFrom', 0);
  const before = instantOf(query, 'changedTo', DAY_MS);
  if (before < from) throw invalidParameter('changedTo');
  const earliest = new Date(now);
  earliest.setUTCMonth(earliest.getUTCMonth() - LOOK_BACK_MONTHS);
  if (from < earliest.getTime()) throw invalidParameter('changedFrom');
  return { from, before };
}

function instantOf(query: URLSearchParams, name: string, wholeDayMs: number): number {
  const text = query.get(name) ?? '';
  const epochMs = DAY.test(text)
    ? Date.parse(`${text}T00:00:00+09:00`) + wholeDayMs
    : INSTANT.test(text)
      ? Date.parse(text)
      : Number.NaN;
  if (Number.isNaN(epochMs)) throw invalidParameter(name);
  return epochMs;
}

/** A whole number between the bounds, or the fallback if it is absent. */
export function countIn(
  query: URLSearchParams,
  name: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= min && count <= max)) throw invalidParameter(name);
  return count;
}

/** The JSON object a request carries. */
export function readBody(body: Buffer): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    throw invalidParameter('body');
  }
  if (!isObject(parsed)) throw invalidParameter('body');
  return parsed;
}

/** A text that must be there and say something. */
export function textIn(body: JsonObject, field: string): string {
  const text = optionalTextIn(body, field);
  if (text === undefined || text.trim() === '') throw invalidParameter(field);
  return text;
}

/** A text, or undefined if the field is absent or null. */
export function optionalTextIn(body: JsonObject, field: string): string | undefined {
  const value = body[field] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw invalidParameter(field);
  return value;
}

/** A code that must be there. */
export function codeInBody<T extends string>(body: JsonObject, field: string, codes: readonly T[]): T {
  const code = codeIn(codes, body[field]);
  if (code === undefined) throw invalidParameter(field);
  return code;
}

/** An amount in won that must be there. */
export function amountIn(body: JsonObject, field: string): number {
  const value = body[field];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidParameter(field);
  return value;
}
