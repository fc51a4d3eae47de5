/** Months as Uzbek calendars shorten them. */
const MONTHS = ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avg', 'sen', 'okt', 'noy', 'dek'];

const UNITS = { minute: 'daqiqa', hour: 'soat', day: 'kun' } as const;

/** `22-noy`, and `22-noy, 2026` with its year; of a day such as `2026-11-22`. */
export function uzbekDay(day: string, withYear: boolean): string {
  const [year, month, date] = day.split('-').map(Number);
  const text = `${date}-${MONTHS[(month ?? 1) - 1]}`;
  return withYear ? `${text}, ${year}` : text;
}

/** How far something lies ahead, or behind where it is negative: `3 kundan keyin`, `3 kun oldin`. */
export function uzbekDistance(count: number, unit: keyof typeof UNITS): string {
  if (count === 0) return 'hozir';
  const size = `${Math.abs(count)} ${UNITS[unit]}`;
  return count > 0 ? `${size}dan keyin` : `${size} oldin`;
}
