import { dayIn } from './day-in.ts';

/**
 * Days and distances in Uzbek, which Chromium has no words for: it writes `M11 22` and `-2 min`. Names as in the Unicode
 * locale data (CLDR, uz).
 */
const MONTHS = ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avg', 'sen', 'okt', 'noy', 'dek'] as const;

/** `22-noy`, or with its year `22-noy, 2026`. */
export function uzbekDay(at: Date, zone: string, withYear: boolean): string {
  const [year, month, date] = dayIn(zone, at.getTime()).split('-').map(Number);
  const day = `${date}-${MONTHS[(month ?? 1) - 1]}`;
  return withYear ? `${day}, ${year}` : day;
}

const UNITS = { minute: 'daqiqa', hour: 'soat', day: 'kun' } as const;
const NEAR_DAYS: ReadonlyMap<number, string> = new Map([
  [-1, 'kecha'],
  [0, 'bugun'],
  [1, 'ertaga'],
]);

/** `2 soat oldin`, `3 kundan keyin`, `ertaga`. */
export function uzbekDistance(count: number, unit: keyof typeof UNITS): string {
  const near = unit === 'day' ? NEAR_DAYS.get(count) : undefined;
  if (near !== undefined) return near;
  return count > 0 ? `${count} ${UNITS[unit]}dan keyin` : `${-count} ${UNITS[unit]} oldin`;
}
