import { isObject, type JsonObject } from '../../frame/json.ts';

/** A text of a document, or the empty one where it holds none. */
export function textOf(document: JsonObject, field: string): string {
  const value = document[field];
  return typeof value === 'string' ? value : '';
}

/** A whole number of a document, as a literal or quoted; undefined where it holds none. */
export function wholeOf(document: JsonObject, field: string): number | undefined {
  const value = document[field];
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** The objects of a list in a document; none where it holds no list. */
export function rowsOf(document: JsonObject, field: string): readonly JsonObject[] {
  const value = document[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list in a document. */
export function textsOf(document: JsonObject, field: string): readonly string[] {
  const value = document[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
