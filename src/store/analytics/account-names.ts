import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';

/** A shop as lists of figures name it. */
export interface AccountName {
  readonly account: number;
  readonly name: string;
  readonly platform: string;
  /** False once it was disconnected; its orders stay. */
  readonly connected: boolean;
}

/** Every shop there is or was. */
export async function listAccountNames(scope: OwnerScope): Promise<readonly AccountName[]> {
  const { rows } = await sql<AccountName>`
    select id as account, name, platform, disconnected_at is null as connected
    from accounts where owner_id = ${scope.owner} order by id`.execute(scope.trx);
  return rows;
}
