const DAY_MS = 86_400_000;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Whether this names a zone of the IANA list, by its present name or a former one. */
export function isTimeZone(name: string): boolean {
  // An offset such as +09:00 is a zone to Intl as well, but follows no country's clocks.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What clocks in a zone show at an instant, given as if it were UTC. Whole seconds. */
export function wallTimeOf(at: number, timeZone: string): number {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    FORMATS.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** How far a zone is ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  return wallTimeOf(at, timeZone) - Math.floor(at / 1000) * 1000;
}

/**
 * The instant at which clocks in a zone show a wall time, given as if it were UTC. A time that a clock change
 * skips or repeats is read with the offset that held before the change.
 */
export function instantOfWallTime(wallAsUtc: number, timeZone: string): number {
  const before = offsetMs(wallAsUtc - DAY_MS, timeZone);
  const candidate = wallAsUtc - before;
  if (offsetMs(candidate, timeZone) === before) return candidate;
  const after = offsetMs(wallAsUtc + DAY_MS, timeZone);
  const other = wallAsUtc - after;
  return offsetMs(other, timeZone) === after ? other : candidate;
}
