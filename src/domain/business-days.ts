import * as gazette from '@hyunbinseo/holidays-kr/all';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Korea has kept this offset all the year since 1988. */
const KST_MS = 9 * HOUR_MS;

/** Public holidays of South Korea by their date, as the government announces them a year ahead. */
const HOLIDAYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(gazette).flatMap((year) => Object.entries<readonly string[]>(year)),
);

const ANNOUNCED: ReadonlySet<string> = new Set([...HOLIDAYS.keys()].map((date) => date.slice(0, 4)));

/** The Korean calendar day of an instant, `yyyy-MM-dd`. */
export function koreanDay(at: Date): string {
  return new Date(at.getTime() + KST_MS).toISOString().slice(0, 10);
}

/** What a Korean day is called that is no working day although it is no weekend; empty for others. */
export function holidayNames(day: string): readonly string[] {
  return HOLIDAYS.get(day) ?? [];
}

/** Whether the holidays of a day's year are announced: beyond, only weekends are known. */
export function areHolidaysKnown(day: string): boolean {
  return ANNOUNCED.has(day.slice(0, 4));
}

export function isBusinessDay(day: string): boolean {
  return isWorkingDay(dayNumber(day));
}

/** Days since 1970: every order of a batch asks for its deadline, and dates as text would cost more than its insert. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

const HOLIDAY_NUMBERS: ReadonlySet<number> = new Set([...HOLIDAYS.keys()].map(dayNumber));
/** The first of January 1970. */
const THURSDAY = 4;

function isWorkingDay(day: number): boolean {
  const weekday = (day + THURSDAY) % 7;
  return weekday !== 0 && weekday !== 6 && !HOLIDAY_NUMBERS.has(day);
}

/**
 * The end of the n-th Korean business day after the day of an instant, which itself does not count: the last second
 * of it, as marketplaces print it. Throws RangeError unless `days` is a whole number above 0.
 */
export function endOfBusinessDay(after: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`business days must be 1 or more: ${days}`);
  let day = Math.floor((after.getTime() + KST_MS) / DAY_MS);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkingDay(day)) left--;
  }
  return new Date((day + 1) * DAY_MS - KST_MS - 1_000);
}
