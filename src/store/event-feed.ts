import { sql } from 'kysely';
import type { EventType } from '../domain/event.ts';
import type { OwnerScope } from './scope.ts';

/** A place in an owner's events. Followers go on after it without loss or repetition. */
export interface EventPlace {
  /** A 64-bit transaction number, as text. */
  readonly txid: string;
  readonly id: number;
}

export interface FedEvent {
  readonly place: EventPlace;
  readonly id: number;
  readonly type: EventType;
  readonly account: number | null;
  readonly data: unknown;
  readonly at: Date;
}

export interface EventPage {
  readonly events: readonly FedEvent[];
  /** More is there already, but has to wait for a transaction that began before it. */
  readonly held: boolean;
}

interface EventRow {
  id: number;
  txid: string;
  type: EventType;
  account_id: number | null;
  data: unknown;
  at: Date;
  settled: boolean;
}

/** The place of now: whatever commits from here on comes after it. */
export async function presentPlace(scope: OwnerScope): Promise<EventPlace> {
  const { rows } = await sql<{ txid: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as txid`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell its transactions');
  return { txid: row.txid, id: 0 };
}

/**
 * The events after a place, in the order of their transactions. Ids are given out before transactions commit, so a
 * reader who went by them would miss the late ones; this one stops before the oldest transaction still open.
 */
export async function readEventsAfter(
  scope: OwnerScope,
  { txid, id }: EventPlace,
  limit: number,
): Promise<EventPage> {
  const { rows } = await sql<EventRow>`
    select id, txid::text as txid, type, account_id, data, at,
      txid < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from events where owner_id = ${scope.owner} and (txid, id) > (${txid}::xid8, ${id}::bigint)
    order by events.txid, id limit ${limit}`.execute(scope.trx);
  return {
    events: rows
      .filter(({ settled }) => settled)
      .map((row) => ({
        place: { txid: row.txid, id: row.id },
        id: row.id,
        type: row.type,
        account: row.account_id,
        data: row.data,
        at: row.at,
      })),
    held: rows.some(({ settled }) => !settled),
  };
}
