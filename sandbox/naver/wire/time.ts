const KST_OFFSET_MS = 9 * 60 * 60_000;
const WIRE_DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** An instant in Korean time, such as `2026-11-21T09:00:00.000+09:00`. */
export function formatKst(epochMs: number): string {
  const hour = Math.floor(epochMs / HOUR_MS);
  const rest = epochMs - hour * HOUR_MS;
  const minute = Math.floor(rest / MINUTE_MS);
  const second = Math.floor((rest % MINUTE_MS) / SECOND_MS);
  return `${hourText(hour)}:${digits(minute, 2)}:${digits(second, 2)}.${digits(rest % SECOND_MS, 3)}+09:00`;
}

const HOURS_KEPT = 10_000;
const hourTexts = new Map<number, string>();

// A page of orders holds thousands of instants of the same few days; only the hour needs the calendar.
function hourText(hour: number): string {
  let text = hourTexts.get(hour);
  if (text === undefined) {
    text = new Date(hour * HOUR_MS + KST_OFFSET_MS).toISOString().slice(0, 13);
    if (hourTexts.size >= HOURS_KEPT) hourTexts.clear();
    hourTexts.set(hour, text);
  }
  return text;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** As `formatKst`, or undefined for an instant that never came. */
export function formatKstIf(epochMs: number | undefined): string | undefined {
  return epochMs === undefined ? undefined : formatKst(epochMs);
}

/**
 * As `formatKst`, with the fraction cut to one digit where that loses nothing. The feed writes `moreFrom` so, and then
 * refuses its own value (sheet §3.2).
 */
export function formatKstShort(epochMs: number): string {
  return formatKst(epochMs).replace(/00(?=\+09:00$)/, '');
}

/** The calendar day in Korea, such as `20261121`. */
export function kstDay(epochMs: number): string {
  return formatKst(epochMs).slice(0, 10).replaceAll('-', '');
}

/** Reads an instant written with exactly three fraction digits and an offset; undefined for anything else. */
export function parseDateTime(text: string): number | undefined {
  if (!WIRE_DATE_TIME.test(text)) return undefined;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
