import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId, type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

/** The kinds of work an account has; each is done by one process at a time. */
export const LANE_KINDS = ['pull', 'commands', 'reread', 'catalog'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export function isLaneKind(text: string): text is LaneKind {
  return (LANE_KINDS as readonly string[]).includes(text);
}

/** The right to do one kind of work for one account, until it is released or not kept alive. */
export interface HeldLane {
  readonly account: AccountId;
  readonly owner: OwnerId;
  readonly kind: LaneKind;
  readonly holder: string;
}

/** A dead process's lane is taken over after this long. */
export const LEASE_SECONDS = 20;

/** A lane as it was taken. */
export interface TakenLane extends HeldLane {
  /** Up to when the account's turns by the clock are used up; null when it is to have one now. */
  readonly turnAt: Date | null;
}

/** How many lanes of a kind there is room for. */
export interface LaneRoom {
  readonly kind: LaneKind;
  readonly free: number;
}

export interface Look {
  readonly taken: readonly TakenLane[];
  /** Until the next lane becomes due or a holder is given up; null when there is none in sight. */
  readonly nextInMs: number | null;
}

/**
 * Takes lanes that are due or whose holder died, as many as there is room for, those of dead holders first. A taken
 * lane has no due time of its own, so that a wake while it is held is not lost: it makes the lane due again on
 * release.
 */
export async function lookForLanes(db: Database, room: readonly LaneRoom[]): Promise<Look> {
  const holder = randomUUID();
  const { rows } = await sql<{
    next_in_ms: number | null;
    account_id: number | null;
    owner_id: number;
    kind: LaneKind;
    turn_at: Date | null;
  }>`
    with room as materialized (
      select kind, free from json_to_recordset(${sqlJson(room)}::json) as x(kind text, free integer)),
    orphans as materialized (
      select l.account_id, l.kind from room cross join lateral (
        select account_id, kind from lanes
        where lanes.kind = room.kind and holder is not null and held_until <= now()
        order by held_until limit room.free for update skip locked) l),
    due as materialized (
      select l.account_id, l.kind from room cross join lateral (
        select account_id, kind from lanes
        where lanes.kind = room.kind and holder is null and due_at <= now()
        order by due_at limit room.free - (select count(*) from orphans where orphans.kind = room.kind)
        for update skip locked) l),
    taken as (
      update lanes set holder = ${holder}::uuid, due_at = 'infinity',
        held_until = now() + make_interval(secs => ${LEASE_SECONDS}::float8)
      from (select * from orphans union all select * from due) mine
      where lanes.account_id = mine.account_id and lanes.kind = mine.kind
      returning lanes.account_id, lanes.owner_id, lanes.kind, lanes.turn_at),
    next as (
      select (extract(epoch from least(
        (select min(due_at) from lanes where kind = any(array(select kind from room where free > 0)) and due_at > now()
          and due_at < 'infinity'),
        (select min(held_until) from lanes where holder is not null and held_until > now())) - now()) * 1000)::float8
        as next_in_ms)
    select next.next_in_ms, taken.* from next left join taken on true`.execute(db.root);
  return {
    taken: rows.flatMap((row) =>
      row.account_id === null
        ? []
        : [
            {
              account: accountId(row.account_id),
              owner: ownerId(row.owner_id),
              kind: row.kind,
              holder,
              turnAt: row.turn_at,
            },
          ],
    ),
    nextInMs: rows[0]?.next_in_ms ?? null,
  };
}

/** Takes up to `limit` lanes of one kind, see `lookForLanes`. */
export async function takeDueLanes(
  db: Database,
  kind: LaneKind,
  limit: number,
): Promise<readonly TakenLane[]> {
  return (await lookForLanes(db, [{ kind, free: limit }])).taken;
}

/** Frees every lane, for the one process an embedded database can have: whoever held them is dead. */
export async function freeAllLanes(db: Database): Promise<void> {
  await sql`
    update lanes set held_until = '-infinity' where holder is not null`.execute(db.root);
}

/** Keeps a lane. False when somebody else has taken it over: stop at once. */
export async function keepLane(db: Database, lane: HeldLane): Promise<boolean> {
  const { rows } = await sql`
    update lanes set held_until = now() + make_interval(secs => ${LEASE_SECONDS}::float8)
    where account_id = ${lane.account} and kind = ${lane.kind} and holder = ${lane.holder}::uuid
    returning account_id`.execute(db.root);
  return rows.length === 1;
}

/** How a lane is given back. */
export interface Release {
  /** When it is due again; null when woken. */
  readonly dueAt: Date | null;
  /** Up to when turns by the clock are used up from now on; absent when that has not changed. */
  readonly turnAt?: Date;
}

/**
 * Gives a lane back. If it was woken meanwhile it is due again at once. Answers when it is due, null for when woken or
 * when somebody else holds it.
 */
export async function releaseLane(
  db: Database,
  lane: HeldLane,
  { dueAt, turnAt }: Release,
): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date | null }>`
    update lanes set holder = null, held_until = '-infinity',
      due_at = least(due_at, coalesce(${dueAt}::timestamptz, 'infinity')),
      turn_at = coalesce(${turnAt ?? null}::timestamptz, turn_at)
    where account_id = ${lane.account} and kind = ${lane.kind} and holder = ${lane.holder}::uuid
    returning nullif(due_at, 'infinity') as due_at`.execute(db.root);
  return rows[0]?.due_at ?? null;
}

/** A wake for later than this is found by everybody's own looking. */
const TELL_WITHIN_MS = 5_000;

/** Asks for a lane to run now, or at a time. */
export async function wakeLane(
  scope: OwnerScope,
  account: AccountId,
  kind: LaneKind,
  at: Date | null,
): Promise<void> {
  const { rows } = await sql<{ soon: boolean }>`
    update lanes set due_at = coalesce(${at}::timestamptz, clock_timestamp())
    where owner_id = ${scope.owner} and account_id = ${account} and kind = ${kind}
      and due_at > coalesce(${at}::timestamptz, clock_timestamp())
    returning due_at < clock_timestamp() + make_interval(secs => ${TELL_WITHIN_MS / 1000}::float8) as soon`.execute(
    scope.trx,
  );
  if (rows[0]?.soon === true) await announce(scope, 'moa_lanes', kind);
}

/** Asks for a kind of lane of some accounts, or of all the owner has, to run now. */
export async function wakeLanes(
  scope: OwnerScope,
  kind: LaneKind,
  accounts: readonly AccountId[] | null,
): Promise<void> {
  await sql`
    update lanes set due_at = clock_timestamp()
    where owner_id = ${scope.owner} and kind = ${kind} and due_at > clock_timestamp()
      and (${accounts === null} or account_id = any(${[...(accounts ?? [])]}::bigint[]))`.execute(scope.trx);
  await announce(scope, 'moa_lanes', kind);
}
