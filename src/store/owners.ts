import { sql } from 'kysely';
import { type OwnerId, ownerId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { Database } from './database.ts';
import type { OwnerScope } from './scope.ts';

export const ROLES = ['owner', 'staff', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Opens a new tenant: one seller's business. */
export async function createOwner(db: Database, name: string): Promise<OwnerId> {
  const { rows } = await sql<{ id: number }>`insert into owners (name) values (${name}) returning id`.execute(
    db.root,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the owner was not stored');
  return ownerId(row.id);
}

export async function listOwners(db: Database): Promise<readonly { id: OwnerId; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from owners order by id`.execute(
    db.root,
  );
  return rows.map(({ id, name }) => ({ id: ownerId(id), name }));
}

export interface Business {
  readonly name: string;
  /** The IANA zone that its dates without an offset are in. */
  readonly timeZone: string;
  /** What the desk speaks to people who have not chosen a language. */
  readonly language: Language;
}

/** What a business is called, and how it counts and speaks. */
export async function readBusiness(db: Database, owner: OwnerId): Promise<Business> {
  const { rows } = await sql<{ name: string; time_zone: string; language: Language }>`
    select name, time_zone, language from owners where id = ${owner}`.execute(db.root);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no owner ${owner}`);
  return { name: row.name, timeZone: row.time_zone, language: row.language };
}

/** Writes what a business is called, and how it counts and speaks. */
export async function writeBusiness({ trx, owner }: OwnerScope, business: Business): Promise<void> {
  const { name, timeZone, language } = business;
  await sql`
    update owners set name = ${name}, time_zone = ${timeZone}, language = ${language} where id = ${owner}`.execute(
    trx,
  );
}

/** The IANA zone that the owner's dates without an offset are in. */
export async function readTimeZone(db: Database, owner: OwnerId): Promise<string> {
  return (await readBusiness(db, owner)).timeZone;
}

/** Lets a person work for the business, or gives one who does the role. */
export async function addMember({ trx, owner }: OwnerScope, userId: string, role: Role): Promise<void> {
  await sql`
    insert into members (owner_id, user_id, role) values (${owner}, ${userId}, ${role})
    on conflict (owner_id, user_id) do update set role = excluded.role`.execute(trx);
}

/** The businesses a signed-in person works for. */
export async function membershipsOf(
  db: Database,
  userId: string,
): Promise<readonly { owner: OwnerId; role: Role }[]> {
  const { rows } = await sql<{ owner_id: number; role: Role }>`
    select owner_id, role from members where user_id = ${userId} order by owner_id`.execute(db.root);
  return rows.map((row) => ({ owner: ownerId(row.owner_id), role: row.role }));
}
