/** Whole days of a business's calendar, such as `2026-11-01` to `2026-11-30`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** The day so many days after a day; before it where negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
}

/** The period of as many days that ends the day before. */
export function periodBefore(period: Period): Period {
  return { from: dayAfter(period.from, -daysOf(period)), to: dayAfter(period.from, -1) };
}

/** The first days of the steps that a period is made of; the first step begins with the period. Weeks begin on Mondays. */
export function stepsOf({ from, to }: Period, step: Step): readonly string[] {
  const starts: string[] = [];
  for (let day = from; day <= to; day = nextStep(day, step)) starts.push(day);
  return starts;
}

function nextStep(day: string, step: Step): string {
  const at = new Date(`${day}T00:00:00Z`);
  switch (step) {
    case 'day':
      return dayAfter(day, 1);
    case 'week':
      return dayAfter(day, DAYS_OF_WEEK - ((at.getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK));
    case 'month':
      return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
  }
}
