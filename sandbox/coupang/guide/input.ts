import { digitsOf, isObject, type JsonObject } from '../../frame/json.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { readBodyText } from '../orders/write-body.ts';
import type { Span } from '../time.ts';
import { refuseGuide } from './answers.ts';

const MAX_PER_PAGE = 50;
/** How far back a list reaches (guide §5.3). */
const LOOK_BACK_MONTHS = 3;

/** The body of a write; where it names a vendor, it must be the caller. */
export function readGuideBody(call: GrantedCall, mustNameVendor = true): JsonObject {
  const body = readBodyText(call);
  if (!isObject(body)) refuseGuide('INVALID_PARAMETER', 'the body must be a JSON object');
  if (body.vendorId === undefined && mustNameVendor) refuseGuide('INVALID_PARAMETER', 'vendorId is required');
  if (body.vendorId !== undefined && body.vendorId !== call.shop.vendorId)
    refuseGuide('FORBIDDEN', 'the vendorId is not yours');
  return body;
}

/** The digits of an id in a body. */
export function bodyId(body: JsonObject, field: string): string {
  return digitsOf(body[field]) ?? refuseGuide('INVALID_PARAMETER', `${field} is required`);
}

/** A text of a body that must say something. */
export function bodyText(body: JsonObject, field: string): string {
  const value = body[field];
  return typeof value === 'string' && value !== ''
    ? value
    : refuseGuide('INVALID_PARAMETER', `${field} is required`);
}

/** A number of units in a body. */
export function bodyCount(body: JsonObject, field: string): number {
  const value = body[field];
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : refuseGuide('INVALID_PARAMETER', `${field} must be a number above 0`);
}

/** The span of `createdAtFrom` and `createdAtTo`, both milliseconds since 1970 and both included; all that may be asked, if they may be absent and are. */
export function createdSpan({ query, frame, shop }: GrantedCall, mayBeAbsent: boolean): Span {
  if (query.get('vendorId') === null)
    refuseGuide('INVALID_PARAMETER', `vendorId is required, such as ${shop.vendorId}`);
  const oldest = lookBackOf(frame.now());
  const from = millis(query, 'createdAtFrom', mayBeAbsent ? oldest : undefined);
  const to = millis(query, 'createdAtTo', mayBeAbsent ? frame.now() : undefined);
  if (from > to) refuseGuide('INVALID_PARAMETER', 'createdAtFrom is later than createdAtTo');
  if (from < oldest)
    refuseGuide('INVALID_PARAMETER', `createdAtFrom is more than ${LOOK_BACK_MONTHS} months ago`);
  return { from, to: to + 1 };
}

function millis(query: URLSearchParams, name: string, fallback: number | undefined): number {
  const text = query.get(name) || undefined;
  if (text === undefined) return fallback ?? refuseGuide('INVALID_PARAMETER', `${name} is required`);
  return /^\d{1,14}$/.test(text)
    ? Number(text)
    : refuseGuide('INVALID_PARAMETER', `${name} must be a Unix timestamp in milliseconds`);
}

function lookBackOf(now: number): number {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - LOOK_BACK_MONTHS);
  return date.getTime();
}

/** One of the known values of a parameter, or undefined if it is absent. */
export function choiceOf<Value extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly Value[],
): Value | undefined {
  const text = query.get(name) || undefined;
  if (text === undefined) return undefined;
  return (
    known.find((value) => value === text) ?? refuseGuide('INVALID_PARAMETER', `${name} ${text} is unknown`)
  );
}

/** A page of rows after the token, which is the place of the last row of the page before. */
export function pageOf<Row>(
  query: URLSearchParams,
  rows: readonly Row[],
  placeOf: (row: Row) => string,
): { readonly page: readonly Row[]; readonly nextToken: string } {
  const text = query.get('maxPerPage') || String(MAX_PER_PAGE);
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < 1 || size > MAX_PER_PAGE)
    refuseGuide('INVALID_PARAMETER', `maxPerPage must be between 1 and ${MAX_PER_PAGE}`);
  const token = query.get('nextToken') ?? '';
  const rest = rows.filter((row) => placeOf(row) > token);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { page, nextToken: last !== undefined && rest.length > size ? placeOf(last) : '' };
}

/** A place in a list ordered by time and then by number, as a text that sorts alike. */
export function placeAt(at: number, id: string): string {
  return `${String(at).padStart(14, '0')}-${id}`;
}
