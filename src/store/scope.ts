import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { OwnerId } from '../domain/ids.ts';
import type { Database, Tables } from './database.ts';

/**
 * The right to read and write one owner's rows, for the length of one transaction. Every function that touches
 * owner rows takes one; row-level security is the second lock behind it (law 5).
 */
export interface OwnerScope {
  readonly owner: OwnerId;
  readonly trx: Transaction<Tables>;
  /** Queues that the transaction asks for, and when (null: at once). Told at its end, where nobody waits for anything else. */
  readonly wishes: Map<string, Date | null>;
}

/** The role that owner transactions run under; it cannot bypass row-level security. */
export const SCOPED_ROLE = 'moa_app';

/** Runs `work` in one transaction that sees only the owner's rows. Rolls back when it throws. */
export async function asOwner<Result>(
  db: Database,
  owner: OwnerId,
  work: (scope: OwnerScope) => Promise<Result>,
): Promise<Result> {
  return db.root.transaction().execute((trx) =>
    db.guarded(async () => {
      await sql`select set_config('moa.owner_id', ${String(owner)}, true), set_config('role', ${SCOPED_ROLE}, true)`.execute(
        trx,
      );
      const wishes: OwnerScope['wishes'] = new Map();
      const result = await work({ owner, trx, wishes });
      if (wishes.size > 0) {
        await sql`
          select ask_for_jobs(${owner}, ${[...wishes.keys()]}::text[], ${[...wishes.values()]}::timestamptz[])`.execute(
          trx,
        );
      }
      return result;
    }),
  );
}

/**
 * Calls one function of the database for an owner, in a transaction of its own: what `asOwner` does in four round trips
 * or more is one. `call` gives the function the scope as its first argument, which is entered before the function
 * plans its statements: row-level security holds in it as in `asOwner`.
 */
export async function callAsOwner<Answer>(
  db: Database,
  owner: OwnerId,
  call: (scope: RawBuilder<number>) => RawBuilder<Answer>,
): Promise<Answer> {
  const scope = sql<number>`enter_scope(${owner}, ${SCOPED_ROLE})`;
  const { rows } = await sql<{ answer: Answer }>`select ${call(scope)} as answer`.execute(db.root);
  const [row] = rows;
  if (row === undefined) throw new Error('the function answered nothing');
  return row.answer;
}
