const KST_OFFSET_MS = 9 * 3_600_000;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const inKst = (epochMs: number) => new Date(epochMs + KST_OFFSET_MS).toISOString();

/** Korean time without an offset and with 0 to 3 fraction digits, as the official calls answer it (sheet §2). */
export function formatLocal(epochMs: number): string {
  const fraction = inKst(epochMs).slice(20, 23).replace(/0+$/, '');
  return `${inKst(epochMs).slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** ISO 8601 with the Korean offset, as the guide edition answers it. */
export function formatInstant(epochMs: number): string {
  return `${inKst(epochMs).slice(0, 19)}+09:00`;
}

/** The Korean calendar day of an instant, `yyyy-MM-dd`. */
export function formatDay(epochMs: number): string {
  return inKst(epochMs).slice(0, 10);
}

/** The last second of the Korean day that lies `days` after an instant. */
export function endOfDay(epochMs: number, days: number): number {
  const start = Date.parse(`${formatDay(epochMs + days * DAY_MS)}T00:00:00+09:00`);
  return start + DAY_MS - SECOND_MS;
}

/** The first instant of a Korean day `yyyy-MM-dd`; undefined if the text is anything else. */
export function parseDay(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? instantOf(`${text}T00:00:00`) : undefined;
}

/** The instant that `yyyy-MM-dd`, `yyyy-MM-dd hh:mm` or `yyyy-MM-ddThh:mm:ss` names; undefined if the text is anything else. */
export function parseMoment(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, day = '', minute = '00:00', second = '00'] = match;
  return instantOf(`${day}T${minute}:${second}`);
}

// Date.parse rolls 30 February over to March; only a date that reads the same when written back exists.
function instantOf(local: string): number | undefined {
  const instant = Date.parse(`${local}+09:00`);
  return !Number.isNaN(instant) && inKst(instant).startsWith(local) ? instant : undefined;
}
