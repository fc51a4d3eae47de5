import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId, type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';

/** The kinds of work an account has; each is done by one process at a time. */
export const LANE_KINDS = ['pull', 'commands', 'reread'] as const;
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

/**
 * Takes up to `limit` lanes that are due, or whose holder died. A taken lane has no due time of its own, so that a
 * wake while it is held is not lost: it makes the lane due again on release.
 */
export async function takeDueLanes(
  db: Database,
  kind: LaneKind,
  limit: number,
): Promise<readonly HeldLane[]> {
  const holder = randomUUID();
  const { rows } = await sql<{ account_id: number; owner_id: number }>`
    update lanes set holder = ${holder}::uuid, due_at = 'infinity',
      held_until = now() + make_interval(secs => ${LEASE_SECONDS}::float8)
    where (account_id, kind) in (
      select account_id, kind from lanes
      where kind = ${kind} and held_until <= now() and (due_at <= now() or holder is not null)
      order by due_at limit ${limit} for update skip locked)
    returning account_id, owner_id`.execute(db.root);
  return rows.map((row) => ({
    account: accountId(row.account_id),
    owner: ownerId(row.owner_id),
    kind,
    holder,
  }));
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

/** Gives a lane back. It is due again at `dueAt` (null: when woken), or at once if it was woken meanwhile. */
export async function releaseLane(db: Database, lane: HeldLane, dueAt: Date | null): Promise<void> {
  await sql`
    update lanes set holder = null, held_until = '-infinity',
      due_at = least(due_at, coalesce(${dueAt}::timestamptz, 'infinity'))
    where account_id = ${lane.account} and kind = ${lane.kind} and holder = ${lane.holder}::uuid`.execute(
    db.root,
  );
}

/** Asks for a lane to run now, or at a time. */
export async function wakeLane(
  scope: OwnerScope,
  account: AccountId,
  kind: LaneKind,
  at: Date | null,
): Promise<void> {
  await sql`
    update lanes set due_at = coalesce(${at}::timestamptz, clock_timestamp())
    where owner_id = ${scope.owner} and account_id = ${account} and kind = ${kind}
      and due_at > coalesce(${at}::timestamptz, clock_timestamp())`.execute(scope.trx);
  if (at === null) await announce(scope, 'moa_lanes', kind);
}
