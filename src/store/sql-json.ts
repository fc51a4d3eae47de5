/** Half of a surrogate pair, as `JSON.stringify` writes one that lacks its other half, or NUL. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/**
 * A value as JSON that PostgreSQL takes. What marketplaces send may hold characters no text column can: NUL, and
 * halves of emoji that somebody cut in the middle. One of them would refuse its whole batch for ever.
 */
export function sqlJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u0000') && !text.includes('\\ud')) return text;
  return text.replace(UNSTORABLE, '$1\ufffd');
}
