import { isObject, type JsonObject, parseJson } from '../../frame/json.ts';
import type { Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Shop } from '../shop/shop.ts';
import { SITE_CODES, SITES, type Site } from '../sites.ts';
import { DAY_MS, formatDay, parseDay } from '../time.ts';
import { refuse } from './answers.ts';

const LOOK_BACK_MONTHS = 6;

/** A call that the gate let through. */
export interface GuideCall {
  readonly operation: string;
  readonly shop: Shop;
  readonly frame: Frame;
  readonly now: number;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly request: WireRequest;
}

/** One call of the guide's API. */
export interface GuideOperation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly carryOut: (call: GuideCall) => WireAnswer;
}

/** A span of time; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The Korean days of `startDate` and `endDate`, both included; never from before the look-back (guide §5.3). */
export function daysOf({ query, now }: GuideCall): Span {
  const from = parseDay(query.get('startDate') ?? '');
  const last = parseDay(query.get('endDate') ?? '');
  if (from === undefined || last === undefined || last < from)
    return refuse('INVALID_PARAMETER', 'startDate and endDate must be days, YYYY-MM-DD');
  if (from < earliest(now))
    refuse('INVALID_PARAMETER', `startDate lies more than ${LOOK_BACK_MONTHS} months ago`);
  return { from, to: last + DAY_MS };
}

function earliest(now: number): number {
  const day = new Date(`${formatDay(now)}T00:00:00+09:00`);
  const month = day.getUTCMonth();
  day.setUTCMonth(month - LOOK_BACK_MONTHS);
  return day.getTime();
}

/** The site that a parameter names; undefined if it is absent. */
export function siteOf({ query }: GuideCall): Site | undefined {
  const name = query.get('siteType');
  if (name === null || name === '') return undefined;
  return (
    SITES.find((site) => SITE_CODES[site].guide === name) ??
    refuse('INVALID_PARAMETER', 'siteType must be GMKT or AUCTION')
  );
}

/** The JSON object in the body of a call. */
export function bodyOf({ request }: GuideCall): JsonObject {
  try {
    const value = parseJson(request.body.toString());
    if (isObject(value)) return value;
  } catch {
    return refuse('INVALID_PARAMETER', 'the body is not JSON');
  }
  return refuse('INVALID_PARAMETER', 'the body must be an object');
}

/** A text of a body that must be there. */
export function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'string' && value !== ''
    ? value
    : refuse('INVALID_PARAMETER', `${name} is missing`);
}
