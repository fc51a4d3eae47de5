import { sql } from 'kysely';
import { type AccountId, accountId } from '../../domain/ids.ts';
import { KEY_MARKS, keyDaysLeft, keyMark } from '../../domain/key-expiry.ts';
import { recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';

const [FIRST_MARK] = KEY_MARKS;

/**
 * Warns of an owner's keys that are near their end: once per key at each mark, by an event. Marks that passed while
 * nothing ran are told as the nearest one. Answers how many warnings were written.
 */
export async function warnOfKeys(scope: OwnerScope, now: Date): Promise<number> {
  const { rows } = await sql<{
    id: number;
    platform: string;
    key_expires_at: Date;
    key_warned_at_days: number | null;
  }>`
    select id, platform, key_expires_at, key_warned_at_days from accounts
    where owner_id = ${scope.owner} and disconnected_at is null
      and key_expires_at <= ${now}::timestamptz + make_interval(days => ${FIRST_MARK}::int)
      and key_warned_at_days is distinct from 0
    order by id for no key update`.execute(scope.trx);
  const due = rows.flatMap((row) => {
    const daysLeft = keyDaysLeft(row.key_expires_at, now);
    const mark = keyMark(daysLeft);
    const isTold = mark === null || (row.key_warned_at_days ?? Infinity) <= mark;
    return isTold ? [] : [{ ...row, account: accountId(row.id), daysLeft, mark }];
  });
  if (due.length === 0) return 0;
  await sql`
    update accounts set key_warned_at_days = warned.mark
    from unnest(${due.map(({ id }) => id)}::bigint[], ${due.map(({ mark }) => mark)}::smallint[]) as warned(id, mark)
    where accounts.owner_id = ${scope.owner} and accounts.id = warned.id`.execute(scope.trx);
  await recordEvents(
    scope,
    due.map(({ account, platform, key_expires_at, daysLeft }) => ({
      type: 'account.key_expiring',
      account,
      data: {
        account_id: account,
        platform,
        days_left: daysLeft,
        key_expires_at: key_expires_at.toISOString(),
      },
    })),
  );
  return due.length;
}

/** When an account was last warned of the end of its present key, in days before it; null when it was not. */
export async function readKeyWarning(scope: OwnerScope, account: AccountId): Promise<number | null> {
  const { rows } = await sql<{ key_warned_at_days: number | null }>`
    select key_warned_at_days from accounts where owner_id = ${scope.owner} and id = ${account}`.execute(
    scope.trx,
  );
  return rows[0]?.key_warned_at_days ?? null;
}
