declare global {
  interface JSON {
    // Node 24 has both; TypeScript's es2024 library does not declare them yet.
    rawJSON(text: string): RawJson;
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
  }
}

/** A piece of JSON text that `JSON.stringify` copies as it stands. */
export interface RawJson {
  readonly rawJSON: string;
}

/** A JSON object whose members are still to be checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON without rounding: a whole number that a double cannot hold becomes a bigint. Throws on broken JSON. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' &&
    !Number.isSafeInteger(value) &&
    source !== undefined &&
    /^-?\d+$/.test(source)
      ? BigInt(source)
      : value,
  );
}

/** Writes decimal digits kept as text as a number literal, so that an 18-digit id keeps its last digits. */
export function rawNumber(digits: string): RawJson {
  return JSON.rawJSON(digits);
}

/** The decimal digits of an id that came as a number literal or quoted; undefined if it is neither. */
export function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && /^\d+$/.test(value) ? value : undefined;
}

/** Whether a parsed value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
