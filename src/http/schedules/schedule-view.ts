import { z } from 'zod';
import {
  nextRunAt,
  phaseOf,
  type Schedule,
  SYNC_TYPES,
  type SyncType,
  schedulesFor,
} from '../../domain/schedule.ts';
import { syncedTypes, waitingFor } from '../../engine/pull/synced-types.ts';
import { type Account, listAccounts } from '../../store/accounts.ts';
import { orderTurns, readTurnFacts } from '../../store/schedules.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { allSyncTurns, CATALOG_TYPES } from '../../store/sync-turns.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { DAYS } from './schedule-fields.ts';
import { timeOfDayOf, timeOfDayView } from './time-of-day.ts';

export const scheduleView = z
  .object({
    id,
    name: z.string(),
    account_id: id.nullable(),
    platform: z.string().nullable(),
    interval_minutes: z.int(),
    sync_types: z.array(z.enum(SYNC_TYPES)),
    active_hours: z.object({ start: timeOfDayView, end: timeOfDayView }).nullable(),
    active_days: z.array(z.enum(DAYS)),
    time_zone: z.string().describe('The zone of the hours and days.'),
    paused: z.boolean().describe('A paused schedule still counts, so that nothing runs in its place.'),
    paused_at: instant.nullable(),
    shops: z.int().describe('Shops that it counts for: those without a closer schedule of a type of its.'),
    next_run_at: instant
      .nullable()
      .describe('When the first of these shops is read next. Null: paused, or nothing to run.'),
    waiting_for: z
      .array(z.enum(SYNC_TYPES))
      .describe(
        'Types that no shop of it offers. They are kept, and run from the day one does. Claims come with the orders they ' +
          'are about.',
      ),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'Schedule' });

export type ScheduleView = z.infer<typeof scheduleView>;

/** Schedules as they go out, with the shops they count for and when those are next. */
export async function viewSchedules(
  scope: OwnerScope,
  shown: readonly Schedule[],
  now: Date,
): Promise<readonly ScheduleView[]> {
  const { timeZone, schedules } = await readTurnFacts(scope);
  const shops = (await listAccounts(scope)).filter(({ enabled }) => enabled);
  const lastTurn = await lastTurns(scope);
  return shown.map((schedule) => {
    const counting = shops.filter((shop) => typesOf(schedule, schedules, shop).length > 0);
    const next = counting.flatMap((shop) =>
      typesOf(schedule, schedules, shop)
        .filter((type) => syncedTypes(shop).includes(type))
        .flatMap((type) => {
          const turns = { lastTurn: lastTurn(shop, type), timeZone, phase: phaseOf(shop.id) };
          return nextRunAt({ timings: [schedule], ...turns }, now)?.getTime() ?? [];
        }),
    );
    const { activeHours } = schedule;
    return {
      id: schedule.id,
      name: schedule.name,
      account_id: schedule.account,
      platform: schedule.platform,
      interval_minutes: schedule.intervalMinutes,
      sync_types: [...schedule.syncTypes],
      active_hours:
        activeHours === null
          ? null
          : { start: timeOfDayOf(activeHours.start), end: timeOfDayOf(activeHours.end) },
      active_days: DAYS.filter((_day, index) => schedule.activeDays.includes(index + 1)),
      time_zone: timeZone,
      paused: schedule.pausedAt !== null,
      paused_at: instantOrNull(schedule.pausedAt),
      shops: counting.length,
      next_run_at:
        schedule.pausedAt !== null || next.length === 0 ? null : new Date(Math.min(...next)).toISOString(),
      waiting_for: [...waitingFor(schedule.syncTypes, counting)],
      created_at: schedule.createdAt.toISOString(),
      updated_at: schedule.updatedAt.toISOString(),
    };
  });
}

/** The types that a schedule speaks of for a shop: those that no closer schedule speaks of. */
function typesOf(schedule: Schedule, all: readonly Schedule[], shop: Account): readonly SyncType[] {
  return schedule.syncTypes.filter((type) =>
    schedulesFor(all, type, shop)?.some((counting) => counting.id === schedule.id),
  );
}

/** Up to when the turns of a shop and a type are used up. */
async function lastTurns(scope: OwnerScope): Promise<(shop: Account, type: SyncType) => Date | null> {
  const orders = await orderTurns(scope);
  const others = await allSyncTurns(scope);
  return (shop, type) => {
    const known = CATALOG_TYPES.find((one) => one === type);
    return (known === undefined ? orders.get(shop.id) : others.get(shop.id)?.get(known)) ?? null;
  };
}

/** One schedule as it goes out. */
export async function viewSchedule(scope: OwnerScope, shown: Schedule, now: Date): Promise<ScheduleView> {
  const [view] = await viewSchedules(scope, [shown], now);
  if (view === undefined) throw new Error('the schedule has no view');
  return view;
}
