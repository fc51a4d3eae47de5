import { digitsOf, isObject, type JsonObject, parseJson } from '../../frame/json.ts';
import type { WireRequest } from '../../frame/marketplace.ts';
import { parseMoment } from '../time.ts';
import { BadRequest } from './answers.ts';

/** The members of a request body; ESM reads their names in either case (sheet §2). */
export interface Body {
  /** A text, or a number as it is written; undefined if the member is absent or null. */
  text(name: string): string | undefined;
  /** A whole number, also from text; undefined if the member is absent, null or something else. */
  whole(name: string): number | undefined;
  /** The digits of an order or payment number; undefined if it is absent, 0 or something else. */
  id(name: string): string | undefined;
  /** An instant in Korean time; undefined if the member is absent or no date. */
  moment(name: string): number | undefined;
  /** The whole of it, for bodies that go deeper. */
  readonly json: JsonObject;
}

/** Reads the body of a call. Throws on anything that is no JSON object. */
export function readBody(request: WireRequest): Body {
  const json = objectOf(request);
  const members = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value]));
  const text = (name: string) => {
    const value = members.get(name.toLowerCase()) ?? undefined;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : undefined;
  };
  return {
    json,
    text,
    whole(name) {
      const digits = text(name);
      return digits !== undefined && /^-?\d+$/.test(digits) ? Number(digits) : undefined;
    },
    id(name) {
      const digits = digitsOf(members.get(name.toLowerCase()));
      return digits === undefined || /^0*$/.test(digits) ? undefined : digits;
    },
    moment(name) {
      const written = text(name);
      return written === undefined ? undefined : parseMoment(written);
    },
  };
}

function objectOf({ body }: WireRequest): JsonObject {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = parseJson(body.toString());
  } catch {
    throw new BadRequest('The request is invalid.');
  }
  if (!isObject(value)) throw new BadRequest('The request is invalid.');
  return value;
}
