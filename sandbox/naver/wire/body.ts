import { isObject, type JsonObject } from '../../frame/json.ts';
import { codeIn } from '../orders/codes.ts';
import { badParameter, unreadableBody } from './refusal.ts';
import { parseDateTime } from './time.ts';

/** The JSON object a request carries. */
export function readObject(body: Buffer): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    throw unreadableBody();
  }
  return asObject(parsed);
}

/** A value as an object. */
export function asObject(value: unknown): JsonObject {
  if (!isObject(value)) throw unreadableBody();
  return value;
}

/** A list with at least one and at most `max` items. */
export function readList(body: JsonObject, field: string, max: number): readonly unknown[] {
  const list = body[field] ?? [];
  if (!Array.isArray(list)) throw unreadableBody();
  if (list.length === 0) throw badParameter(field, 'NotEmpty');
  if (list.length > max) throw badParameter(field, 'Size');
  return list;
}

/** A list of texts with at least one and at most `max` items. */
export function readTexts(body: JsonObject, field: string, max: number): readonly string[] {
  return readList(body, field, max).map((item) => {
    if (typeof item !== 'string') throw unreadableBody();
    return item;
  });
}

/** A text, or undefined if the field is absent or null. */
export function readText(body: JsonObject, field: string): string | undefined {
  const value = body[field] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw unreadableBody();
  return value;
}

/** A code of a list, or undefined if the field is absent or null; an empty text counts as a wrong code (D#2114). */
export function readCode<T extends string>(
  body: JsonObject,
  field: string,
  codes: readonly T[],
): T | undefined {
  const text = readText(body, field);
  if (text === undefined) return undefined;
  const code = codeIn(codes, text);
  if (code === undefined) throw unreadableBody(`${field}: 허용되지 않는 값입니다.`);
  return code;
}

/** An instant, or undefined if the field is absent or null. */
export function readDateTime(body: JsonObject, field: string): number | undefined {
  const text = readText(body, field);
  if (text === undefined) return undefined;
  const epochMs = parseDateTime(text);
  if (epochMs === undefined) throw unreadableBody(`${field}: 날짜 형식이 올바르지 않습니다.`);
  return epochMs;
}

/** A whole number between the bounds, or undefined if the field is absent or null. */
export function readCount(
  body: JsonObject,
  field: string,
  { min, max = 10_000_000 }: { readonly min: number; readonly max?: number },
): number | undefined {
  const value = body[field] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw unreadableBody();
  if (value < min) throw badParameter(field, 'Min');
  if (value > max) throw badParameter(field, 'Max');
  return value;
}

/** A text that must be there and say something, of at most `max` characters. */
export function requireText(body: JsonObject, field: string, max: number): string {
  const text = readText(body, field);
  if (text === undefined || text.trim() === '') throw badParameter(field, 'NotBlank');
  if (text.length > max) throw badParameter(field, 'Size');
  return text;
}

/** A code of a list that must be there. */
export function requireCode<T extends string>(body: JsonObject, field: string, codes: readonly T[]): T {
  const code = readCode(body, field, codes);
  if (code === undefined) throw badParameter(field, 'NotNull');
  return code;
}

/** A boolean, or false if the field is absent or null. */
export function readFlag(body: JsonObject, field: string): boolean {
  const value = body[field] ?? false;
  if (typeof value !== 'boolean') throw unreadableBody();
  return value;
}
