import { everyOf } from '../../api/every.ts';
import type { Schema } from '../../api/types.ts';
import { SYNC_TYPES, type SyncType } from './sync-search.ts';

type Schedule = Schema<'Schedule'>;
type Day = Schedule['active_days'][number];

/** Monday first. */
export const DAYS = everyOf<Day>()(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** What somebody has chosen about a schedule. */
export interface ScheduleForm {
  readonly name: string;
  /** The number of a shop; empty is every shop. */
  readonly shop: string;
  /** As typed. */
  readonly minutes: string;
  readonly types: readonly SyncType[];
  readonly isWholeDay: boolean;
  readonly start: string;
  readonly end: string;
  readonly days: readonly Day[];
}

const OFFICE_HOURS = { start: '09:00', end: '18:00' } as const;

export function formOf(schedule: Schedule | null): ScheduleForm {
  if (schedule === null)
    return {
      name: '',
      shop: '',
      minutes: '30',
      types: ['orders', 'inventory'],
      isWholeDay: true,
      ...OFFICE_HOURS,
      days: DAYS,
    };
  const { active_hours: hours } = schedule;
  return {
    name: schedule.name,
    shop: schedule.account_id === null ? '' : String(schedule.account_id),
    minutes: String(schedule.interval_minutes),
    types: schedule.sync_types,
    isWholeDay: hours === null,
    ...(hours === null ? OFFICE_HOURS : { start: clockText(hours.start), end: fieldText(hours.end) }),
    days: schedule.active_days,
  };
}

/** The same in the API's words. */
export function bodyOf(form: ScheduleForm) {
  return {
    ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
    interval_minutes: Number(form.minutes),
    sync_types: SYNC_TYPES.filter((type) => form.types.includes(type)),
    active_hours: form.isWholeDay ? null : { start: form.start, end: form.end },
    active_days: DAYS.filter((day) => form.days.includes(day)),
  };
}

/** `9` and `"9:30"` of the API as a clock shows them. */
export function clockText(time: number | string): string {
  return typeof time === 'number' ? `${String(time).padStart(2, '0')}:00` : time.padStart(5, '0');
}

/** The end of a day is its 24th hour, which a field of time cannot say: there it is midnight. */
function fieldText(time: number | string): string {
  const text = clockText(time);
  return text === '24:00' ? '00:00' : text;
}
