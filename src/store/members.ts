import { sql } from 'kysely';
import type { Role } from './owners.ts';
import type { OwnerScope } from './scope.ts';

/** A person who works for a business. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
  /** When one of their sessions was last prolonged; null for nobody signed in. */
  readonly lastSeenAt: Date | null;
}

interface MemberRow {
  user_id: string;
  name: string;
  email: string;
  role: Role;
  created_at: Date;
  last_seen_at: Date | null;
}

/** The people of a business, those who may most first. */
export async function listMembers({ trx, owner }: OwnerScope): Promise<readonly Member[]> {
  const { rows } = await sql<MemberRow>`
    select m.user_id, u.name, u.email, m.role, u.created_at,
      (select max(s.updated_at) from auth_sessions s where s.user_id = m.user_id) as last_seen_at
    from members m join auth_users u on u.id = m.user_id
    where m.owner_id = ${owner}
    order by array_position(array['owner', 'staff', 'viewer'], m.role), u.created_at, m.user_id`.execute(trx);
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    since: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

export type MemberChange = 'changed' | 'unknown' | 'last_owner';

/** Gives a person another role. A business keeps at least one owner. */
export async function changeMemberRole(scope: OwnerScope, userId: string, role: Role): Promise<MemberChange> {
  const hindrance = role === 'owner' ? await standing(scope, userId) : await mayStopOwning(scope, userId);
  if (hindrance !== null) return hindrance;
  await sql`
    update members set role = ${role} where owner_id = ${scope.owner} and user_id = ${userId}`.execute(
    scope.trx,
  );
  return 'changed';
}

/**
 * Takes a person out of a business and ends their sessions. Who works for no other business is forgotten, so that
 * the e-mail address is free again. A business keeps at least one owner.
 */
export async function removeMember(scope: OwnerScope, userId: string): Promise<MemberChange> {
  const hindrance = await mayStopOwning(scope, userId);
  if (hindrance !== null) return hindrance;
  const { owner, trx } = scope;
  await sql`delete from members where owner_id = ${owner} and user_id = ${userId}`.execute(trx);
  await sql`delete from desk_places where owner_id = ${owner} and actor = ${`user:${userId}`}`.execute(trx);
  await sql`delete from auth_sessions where user_id = ${userId}`.execute(trx);
  await sql`
    delete from auth_users u where u.id = ${userId}
      and not exists (select from members m where m.user_id = u.id)`.execute(trx);
  return 'changed';
}

async function standing({ trx, owner }: OwnerScope, userId: string): Promise<'unknown' | null> {
  const { rows } = await sql`
    select 1 from members where owner_id = ${owner} and user_id = ${userId} for update`.execute(trx);
  return rows.length === 0 ? 'unknown' : null;
}

/** Locks the people of the business, so that two owners cannot take each other out at the same moment. */
async function mayStopOwning(
  { trx, owner }: OwnerScope,
  userId: string,
): Promise<'unknown' | 'last_owner' | null> {
  const { rows } = await sql<{ user_id: string; role: Role }>`
    select user_id, role from members where owner_id = ${owner} order by user_id for update`.execute(trx);
  const person = rows.find((row) => row.user_id === userId);
  if (person === undefined) return 'unknown';
  const others = rows.filter((row) => row.role === 'owner' && row.user_id !== userId);
  return person.role === 'owner' && others.length === 0 ? 'last_owner' : null;
}
