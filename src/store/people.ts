import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addMember, type Role } from './owners.ts';
import type { OwnerScope } from './scope.ts';

/** What better-auth calls a login by password. */
export const PASSWORD_PROVIDER = 'credential';

export interface NewPerson {
  /** In small letters: addresses are compared so. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/**
 * Makes a person who can sign in and works for the business; answers their number. Null when somebody signs in with
 * the address already: of two who add one address at once, the second waits for the first and gets null. A person whom
 * an earlier version left without a login gets one.
 */
export async function addPerson(scope: OwnerScope, person: NewPerson): Promise<string | null> {
  const { trx } = scope;
  await sql`
    insert into auth_users (id, name, email, email_verified)
    values (${randomUUID()}, ${person.name}, ${person.email}, true)
    on conflict (email) do nothing`.execute(trx);
  const { rows } = await sql<{ user_id: string }>`
    insert into auth_identities (id, account_id, provider_id, user_id, password)
    select ${randomUUID()}, u.id, ${PASSWORD_PROVIDER}, u.id, ${person.passwordHash}
    from auth_users u where u.email = ${person.email}
    on conflict (provider_id, account_id) do nothing
    returning user_id`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  await addMember(scope, row.user_id, person.role);
  return row.user_id;
}
