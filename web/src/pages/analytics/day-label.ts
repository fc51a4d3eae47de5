import type { Format } from '../../language/format.ts';

/** A day such as `2026-11-22` as people write it. Its noon in UTC is the same day nearly everywhere. */
export function dayLabel(day: string, format: Format): string {
  return format.day(`${day}T12:00:00Z`);
}
