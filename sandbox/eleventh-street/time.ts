const KST_OFFSET_MS = 9 * 3_600_000;

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 3_600_000;

const inKst = (epochMs: number) => new Date(epochMs + KST_OFFSET_MS).toISOString();

/** `YYYY-MM-DD HH:MM:SS` in Korea, the form of orders and claims. */
export function formatSeconds(epochMs: number): string {
  return inKst(epochMs).slice(0, 19).replace('T', ' ');
}

/** `YYYY/MM/DD HH:mm:ss` in Korea, the form of non-delivery reports. */
export function formatSlashed(epochMs: number): string {
  return formatSeconds(epochMs).replaceAll('-', '/');
}

/** `YYYYMMDD` in Korea. */
export function compactDay(epochMs: number): string {
  return inKst(epochMs).slice(0, 10).replaceAll('-', '');
}

/** ISO 8601 with the Korean offset, to the second. */
export function formatOffset(epochMs: number): string {
  return `${inKst(epochMs).slice(0, 19)}+09:00`;
}

/** The first moment of the Korean day of an instant. */
export function startOfDay(epochMs: number): number {
  return Math.floor((epochMs + KST_OFFSET_MS) / DAY_MS) * DAY_MS - KST_OFFSET_MS;
}

/** The last second of the Korean day of an instant. */
export function endOfDay(epochMs: number): number {
  return startOfDay(epochMs) + DAY_MS - 1_000;
}

// Date.parse rolls 30 February over to March; only a date that reads the same when written back exists.
function instantOf(local: string): number | undefined {
  const instant = Date.parse(`${local}+09:00`);
  return !Number.isNaN(instant) && inKst(instant).startsWith(local) ? instant : undefined;
}

/** The Korean minute that `YYYYMMDDhhmm` names; undefined if the text is anything else. */
export function parseMinute(text: string): number | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? undefined : instantOf(`${year}-${month}-${day}T${hour}:${minute}`);
}

/** The first moment of the Korean day that `YYYYMMDD` names; undefined if the text is anything else. */
export function parseDay(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? undefined : instantOf(`${year}-${month}-${day}T00:00`);
}

/** When a seller who set no other date has to dispatch what was paid at this moment: two days later, never on a weekend. */
export function dispatchDueAt(paidAt: number): number {
  const due = endOfDay(paidAt + 2 * DAY_MS);
  const weekday = new Date(due + KST_OFFSET_MS).getUTCDay();
  const toMonday = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return due + toMonday * DAY_MS;
}
