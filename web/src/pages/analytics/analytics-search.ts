import { compact, dayOf, idOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';
import { dayIn } from '../../language/day-in.ts';
import { timeZone } from '../../language/time-zone.ts';

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** Periods that end today, by how many days they have. */
export const LENGTHS = ['7', '30', '90', '365'] as const;

export const MEASURES = ['revenue', 'orders', 'cancel_rate', 'claims_rate', 'on_time_rate'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the page shows, as its address says. Days that were chosen go before a length. */
export interface AnalyticsSearch {
  readonly days?: (typeof LENGTHS)[number] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly platform?: string | undefined;
  /** The number of a shop. */
  readonly shop?: string | undefined;
  readonly currency?: string | undefined;
  readonly step?: Step | undefined;
  readonly measure?: Measure | undefined;
}

export function readAnalyticsSearch(search: Search): AnalyticsSearch {
  return compact({
    days: oneOf(search, 'days', LENGTHS),
    from: realDayOf(search, 'from'),
    to: realDayOf(search, 'to'),
    platform: textOf(search, 'platform'),
    shop: idOf(search, 'shop'),
    currency: textOf(search, 'currency'),
    step: oneOf(search, 'step', STEPS),
    measure: oneOf(search, 'measure', MEASURES),
  });
}

/** A day that the calendar has. */
function realDayOf(search: Search, name: string): string | undefined {
  const day = dayOf(search, name);
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
/** More bars than this are not told apart. */
const MOST_DAYS_BY_DAY = 62;
const MOST_DAYS_BY_WEEK = 370;

/** What an address means: its days in the zone of the business, and the step that shows them well. */
export function shownBy({ days, from, to, step }: AnalyticsSearch): {
  readonly from: string;
  readonly to: string;
  readonly step: Step;
} {
  const last = to ?? dayIn(timeZone(), Date.now());
  const length = days === undefined ? USUAL_DAYS : Number(days);
  const first = from ?? dayIn('UTC', Date.parse(last) - (length - 1) * DAY_MS);
  const shown = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const usual = shown <= MOST_DAYS_BY_DAY ? 'day' : shown <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
  return { from: first, to: last, step: step ?? usual };
}
