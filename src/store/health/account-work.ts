import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What is at work for an account and what waits. */
export interface AccountWork {
  /** When it is read next; null while it is being read, or when nothing is planned. */
  readonly nextReadAt: Date | null;
  readonly isReading: boolean;
  readonly waitingCommands: number;
}

export async function readAccountWork(scope: OwnerScope, account: AccountId): Promise<AccountWork> {
  const { rows } = await sql<{ next_read_at: Date | null; is_reading: boolean; waiting: number }>`
    select nullif(due_at, 'infinity') as next_read_at, holder is not null and held_until > now() as is_reading,
      (select count(*) from commands c where c.owner_id = ${scope.owner} and c.account_id = ${account}
        and c.state in ('pending', 'sending', 'unknown')) as waiting
    from lanes where owner_id = ${scope.owner} and account_id = ${account} and kind = 'pull'`.execute(
    scope.trx,
  );
  const [row] = rows;
  return {
    nextReadAt: row === undefined || row.is_reading ? null : row.next_read_at,
    isReading: row?.is_reading ?? false,
    waitingCommands: row?.waiting ?? 0,
  };
}
