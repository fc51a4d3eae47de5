const KST_OFFSET_MS = 9 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const inKst = (epochMs: number) => new Date(epochMs + KST_OFFSET_MS).toISOString();

/** An instant as v5 answers it: ISO 8601 with the Korean offset. */
export function formatInstant(epochMs: number): string {
  return `${inKst(epochMs).slice(0, 19)}+09:00`;
}

/** The Korean calendar day of an instant, `yyyy-MM-dd`. */
export function formatDay(epochMs: number): string {
  return inKst(epochMs).slice(0, 10);
}

/** An instant as seller_api, receipts and exchanges answer it: Korean time without an offset. */
export function formatLocal(epochMs: number): string {
  return inKst(epochMs).slice(0, 19);
}

/** A span of time; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

// Date.parse rolls 30 February over to March; only a date that reads the same when written back exists.
function instantOf(local: string): number | undefined {
  const instant = Date.parse(`${local}+09:00`);
  return !Number.isNaN(instant) && inKst(instant).startsWith(local) ? instant : undefined;
}

/** The Korean day that `yyyy-MM-dd` names; undefined if the text is anything else. */
export function parseLocalDay(text: string): Span | undefined {
  const from = /^\d{4}-\d\d-\d\d$/.test(text) ? instantOf(`${text}T00:00`) : undefined;
  return from === undefined ? undefined : { from, to: from + DAY_MS };
}

/** The Korean minute that `yyyy-MM-dd'T'HH:mm` names; undefined if the text is anything else. */
export function parseLocalMinute(text: string): Span | undefined {
  const from = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? instantOf(text) : undefined;
  return from === undefined ? undefined : { from, to: from + MINUTE_MS };
}

/** The Korean second that `yyyy-MM-dd'T'HH:mm:ss` names; undefined if the text is anything else. */
export function parseLocalSecond(text: string): Span | undefined {
  const from = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? instantOf(text) : undefined;
  return from === undefined ? undefined : { from, to: from + 1_000 };
}

/** The text before a Korean offset, which v5 demands in every date of a request (sheet §2); undefined without it. */
export function withoutOffset(text: string): string | undefined {
  return text.endsWith('+09:00') ? text.slice(0, -'+09:00'.length) : undefined;
}

/** The days a span touches, as Coupang counts them. */
export function daysIn({ from, to }: Span): number {
  return (to - from) / DAY_MS;
}
