import { sql } from 'kysely';
import { PASSWORD_PROVIDER } from './people.ts';
import type { OwnerScope } from './scope.ts';

/**
 * Puts another password in the place of a member's own, by its hash, and ends their sessions. False when no such person
 * works for the business or they have no password.
 */
export async function replacePassword(
  { trx, owner }: OwnerScope,
  userId: string,
  hash: string,
): Promise<boolean> {
  const { rows } = await sql`
    update auth_identities i set password = ${hash}, updated_at = now()
    where i.user_id = ${userId} and i.provider_id = ${PASSWORD_PROVIDER}
      and exists (select from members m where m.owner_id = ${owner} and m.user_id = i.user_id)
    returning 1`.execute(trx);
  if (rows.length === 0) return false;
  await sql`delete from auth_sessions where user_id = ${userId}`.execute(trx);
  return true;
}
