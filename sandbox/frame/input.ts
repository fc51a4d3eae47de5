import { ControlError } from './control-error.ts';
import { digitsOf, isObject, type JsonObject } from './json.ts';

/** The body of a control call as an object; an absent body counts as an empty one. */
export function objectInput(body: unknown): JsonObject {
  if (body === undefined) return {};
  if (!isObject(body)) throw new ControlError('the body must be a JSON object');
  return body;
}

/** A finite number, or the fallback if the field is absent. */
export function numberInput(body: JsonObject, field: string, fallback: number): number {
  const value = body[field] ?? fallback;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ControlError(`${field} must be a number`);
  return value;
}

/** A whole number between the bounds, or the fallback if the field is absent. */
export function countInput(body: JsonObject, field: string, fallback: number, max = 10_000_000): number {
  const value = numberInput(body, field, fallback);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new ControlError(`${field} must be a whole number between 0 and ${max}`);
  }
  return value;
}

/** A boolean, or the fallback if the field is absent. */
export function booleanInput(body: JsonObject, field: string, fallback: boolean): boolean {
  const value = body[field] ?? fallback;
  if (typeof value !== 'boolean') throw new ControlError(`${field} must be true or false`);
  return value;
}

/** A text, or undefined if the field is absent. */
export function optionalTextInput(body: JsonObject, field: string): string | undefined {
  const value = body[field] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw new ControlError(`${field} must be a text`);
  return value;
}

/** A text that must be there. */
export function textInput(body: JsonObject, field: string): string {
  const value = optionalTextInput(body, field);
  if (value === undefined) throw new ControlError(`${field} is missing`);
  return value;
}

/** An id that must be there, as a number literal or quoted; answered as its digits. */
export function idInput(body: JsonObject, field: string): string {
  const digits = digitsOf(body[field]);
  if (digits === undefined) throw new ControlError(`${field} must be an id of digits`);
  return digits;
}

/** An instant in ISO 8601, in epoch milliseconds, or undefined if the field is absent. */
export function optionalInstantInput(body: JsonObject, field: string): number | undefined {
  const text = optionalTextInput(body, field);
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new ControlError(`${field} must be an ISO 8601 instant`);
  return instant;
}

/** A list of texts, or undefined if the field is absent. */
export function optionalTextsInput(body: JsonObject, field: string): readonly string[] | undefined {
  const value = body[field] ?? undefined;
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new ControlError(`${field} must be a list of texts`);
  }
  return value;
}
