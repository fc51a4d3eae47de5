import * as holidaysByYear from '@hyunbinseo/holidays-kr/all';
import { DAY_MS, formatKst } from './time.ts';

const HOLIDAYS: ReadonlySet<string> = new Set(
  Object.values(holidaysByYear).flatMap((holidays) => Object.keys(holidays)),
);
const SATURDAY = 6;
const SUNDAY = 0;

/** The end of the `days`th working day in Korea after the day of an instant. */
export function endOfBusinessDay(epochMs: number, days: number): number {
  let midnight = Date.parse(`${formatKst(epochMs).slice(0, 10)}T00:00:00+09:00`);
  for (let left = days; left > 0; ) {
    midnight += DAY_MS;
    if (isBusinessDay(midnight)) left -= 1;
  }
  return midnight + DAY_MS - 1;
}

function isBusinessDay(midnight: number): boolean {
  const day = formatKst(midnight).slice(0, 10);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !HOLIDAYS.has(day);
}
