import { sql } from 'kysely';
import { type AccountId, accountId, type ScheduleId, scheduleId } from '../domain/ids.ts';
import type { ActiveHours, Schedule, SyncType } from '../domain/schedule.ts';
import { wakeLanes } from './lanes.ts';
import type { OwnerScope } from './scope.ts';

/** What a person sets of a schedule. */
export type ScheduleFields = Omit<Schedule, 'id' | 'pausedAt' | 'createdAt' | 'updatedAt'>;

interface ScheduleRow {
  id: number;
  name: string;
  account_id: number | null;
  platform: string | null;
  interval_minutes: number;
  sync_types: SyncType[];
  active_from: number | null;
  active_to: number | null;
  active_days: number[];
  paused_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = sql.raw(`id, name, account_id, platform, interval_minutes, sync_types, active_from, active_to,
  active_days, paused_at, created_at, updated_at`);

function fromRow(row: ScheduleRow): Schedule {
  return {
    id: scheduleId(row.id),
    name: row.name,
    account: row.account_id === null ? null : accountId(row.account_id),
    platform: row.platform,
    intervalMinutes: row.interval_minutes,
    syncTypes: row.sync_types,
    activeHours: hoursOf(row),
    activeDays: row.active_days,
    pausedAt: row.paused_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function hoursOf({ active_from, active_to }: ScheduleRow): ActiveHours | null {
  return active_from === null || active_to === null ? null : { start: active_from, end: active_to };
}

/** Most schedules an owner may have; each turn of a shop reads them all. */
export const MOST_SCHEDULES = 500;

/** Every schedule of an owner, oldest first. */
export async function listSchedules(scope: OwnerScope): Promise<readonly Schedule[]> {
  const { rows } = await sql<ScheduleRow>`
    select ${COLUMNS} from schedules where owner_id = ${scope.owner} order by id limit ${MOST_SCHEDULES}`.execute(
    scope.trx,
  );
  return rows.map(fromRow);
}

/** A page of schedules, newest first. */
export async function pageSchedules(
  scope: OwnerScope,
  page: { readonly limit: number; readonly before: ScheduleId | null },
): Promise<readonly Schedule[]> {
  const { rows } = await sql<ScheduleRow>`
    select ${COLUMNS} from schedules
    where owner_id = ${scope.owner} and (${page.before}::bigint is null or id < ${page.before}::bigint)
    order by id desc limit ${page.limit}`.execute(scope.trx);
  return rows.map(fromRow);
}

export async function findSchedule(scope: OwnerScope, id: ScheduleId): Promise<Schedule | undefined> {
  const { rows } = await sql<ScheduleRow>`
    select ${COLUMNS} from schedules where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** Every shop finds its turns anew. */
async function wakeShops(scope: OwnerScope): Promise<void> {
  await wakeLanes(scope, 'pull', null);
  await wakeLanes(scope, 'catalog', null);
}

/** Stores a schedule; every shop finds its next turn anew. Undefined when the owner has too many already. */
export async function createSchedule(
  scope: OwnerScope,
  fields: ScheduleFields,
): Promise<Schedule | undefined> {
  const { rows } = await sql<ScheduleRow>`
    insert into schedules (owner_id, name, account_id, platform, interval_minutes, sync_types, active_from, active_to,
      active_days)
    select ${scope.owner}, ${fields.name}, ${fields.account}::bigint, ${fields.platform}::text,
      ${fields.intervalMinutes}::integer, ${[...fields.syncTypes]}::text[],
      ${fields.activeHours?.start ?? null}::smallint, ${fields.activeHours?.end ?? null}::smallint,
      ${[...fields.activeDays]}::smallint[]
    where (select count(*) from schedules where owner_id = ${scope.owner}) < ${MOST_SCHEDULES}
    returning ${COLUMNS}`.execute(scope.trx);
  if (rows[0] === undefined) return undefined;
  await wakeShops(scope);
  return fromRow(rows[0]);
}

/** Writes all fields of a schedule. Undefined when there is none. */
export async function changeSchedule(
  scope: OwnerScope,
  id: ScheduleId,
  fields: ScheduleFields,
): Promise<Schedule | undefined> {
  const { rows } = await sql<ScheduleRow>`
    update schedules set name = ${fields.name}, account_id = ${fields.account}::bigint,
      platform = ${fields.platform}::text, interval_minutes = ${fields.intervalMinutes}::integer,
      sync_types = ${[...fields.syncTypes]}::text[], active_from = ${fields.activeHours?.start ?? null}::smallint,
      active_to = ${fields.activeHours?.end ?? null}::smallint, active_days = ${[...fields.activeDays]}::smallint[],
      updated_at = now()
    where owner_id = ${scope.owner} and id = ${id} returning ${COLUMNS}`.execute(scope.trx);
  if (rows[0] === undefined) return undefined;
  await wakeShops(scope);
  return fromRow(rows[0]);
}

/** Pauses a schedule or lets it go on; once more changes nothing. Undefined when there is none. */
export async function pauseSchedule(
  scope: OwnerScope,
  id: ScheduleId,
  paused: boolean,
): Promise<Schedule | undefined> {
  const { rows } = await sql<ScheduleRow>`
    update schedules set paused_at = case when ${paused} then coalesce(paused_at, now()) end, updated_at = now()
    where owner_id = ${scope.owner} and id = ${id} returning ${COLUMNS}`.execute(scope.trx);
  if (rows[0] === undefined) return undefined;
  await wakeShops(scope);
  return fromRow(rows[0]);
}

export async function deleteSchedule(scope: OwnerScope, id: ScheduleId): Promise<boolean> {
  const { rows } = await sql`
    delete from schedules where owner_id = ${scope.owner} and id = ${id} returning id`.execute(scope.trx);
  if (rows.length > 0) await wakeShops(scope);
  return rows.length > 0;
}

/** The zone an owner's hours are in and every schedule of theirs, for a turn of one of their shops. */
export async function readTurnFacts(
  scope: OwnerScope,
): Promise<{ readonly timeZone: string; readonly schedules: readonly Schedule[] }> {
  const { rows } = await sql<{ time_zone: string }>`
    select time_zone from owners where id = ${scope.owner}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no owner ${scope.owner}`);
  return { timeZone: row.time_zone, schedules: await listSchedules(scope) };
}

/** Up to when the turns of each shop for orders are used up; a shop that is to have one at once is not there. */
export async function orderTurns(scope: OwnerScope): Promise<ReadonlyMap<AccountId, Date>> {
  const { rows } = await sql<{ account_id: number; turn_at: Date }>`
    select account_id, turn_at from lanes
    where owner_id = ${scope.owner} and kind = 'pull' and turn_at is not null`.execute(scope.trx);
  return new Map(rows.map((row) => [accountId(row.account_id), row.turn_at]));
}
