/** A marketplace document that does not have the shape its fact sheet promises. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  constructor(path: string, wanted: string, got: unknown) {
    super(`${path}: expected ${wanted}, got ${describe(got)}`);
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  // The value itself may be a person's name or number, so only its kind is told.
  return typeof value === 'string' ? `text of ${value.length} characters` : `a ${typeof value}`;
}

export type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value as an object; throws UnreadableError. */
export function asFields(value: unknown, path: string): Fields {
  if (isFields(value)) return value;
  throw new UnreadableError(path, 'an object', value);
}

export function asList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableError(path, 'a list', value);
}

export function fieldsAt(fields: Fields, name: string): Fields {
  return asFields(fields[name], name);
}

/** An object, or undefined where the field is absent or null. */
export function optionalFieldsAt(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  return value === undefined || value === null ? undefined : asFields(value, name);
}

export function listAt(fields: Fields, name: string): readonly unknown[] {
  return asList(fields[name], name);
}

/** A non-empty text. */
export function textAt(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UnreadableError(name, 'text', value);
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most texts begin with a letter or digit, which spares the look at all kinds of space.
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}

/** A text, or null where the field is absent, null or blank: marketplaces use the three alike. */
export function optionalTextAt(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return isBlank(value) ? null : value;
  throw new UnreadableError(name, 'text or nothing', value);
}

/** An id that may come as a number or as a text, as decimal digits. */
export function idAt(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new UnreadableError(name, 'an id', value);
}

export function optionalIdAt(fields: Fields, name: string): string | null {
  const value = fields[name];
  return value === undefined || value === null || value === '' ? null : idAt(fields, name);
}

export function integerAt(fields: Fields, name: string): number {
  const value = fields[name];
  // JSON knows a zero below zero, which is no amount of anything.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  throw new UnreadableError(name, 'a whole number', value);
}

export function optionalIntegerAt(fields: Fields, name: string): number | null {
  const value = fields[name];
  return value === undefined || value === null ? null : integerAt(fields, name);
}

export function booleanAt(fields: Fields, name: string, whenAbsent: boolean): boolean {
  const value = fields[name];
  if (value === undefined || value === null) return whenAbsent;
  if (typeof value === 'boolean') return value;
  throw new UnreadableError(name, 'true or false', value);
}
