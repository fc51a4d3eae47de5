/** Dear to make, and every row of a table may want one. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day that a moment lies in where a zone's calendar hangs, such as `2026-11-22`. */
export function dayIn(zone: string, at: number): string {
  const parts = calendarOf(zone).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(zone, made);
  return made;
}
