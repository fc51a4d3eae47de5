import { sql } from 'kysely';
import { type LocationId, locationId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** A place where goods lie. */
export interface StoredLocation {
  readonly id: LocationId;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The name of the place that is made when a seller has named none. */
const FIRST_NAME = '기본 창고';

interface LocationRow {
  readonly id: number;
  readonly name: string;
  readonly is_default: boolean;
}

/** The place orders take from; made when it is first needed. */
export async function defaultLocation(scope: OwnerScope): Promise<LocationId> {
  const known = await findDefault(scope);
  if (known !== undefined) return known;
  await sql`
    insert into locations (owner_id, name, is_default) values (${scope.owner}, ${FIRST_NAME}, true)
    on conflict do nothing`.execute(scope.trx);
  const made = await findDefault(scope);
  if (made === undefined) throw new Error(`owner ${scope.owner} has no default location`);
  return made;
}

async function findDefault(scope: OwnerScope): Promise<LocationId | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from locations where owner_id = ${scope.owner} and is_default`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : locationId(row.id);
}

/** All places of the owner, the default one first. */
export async function listLocations(scope: OwnerScope): Promise<readonly StoredLocation[]> {
  await defaultLocation(scope);
  const { rows } = await sql<LocationRow>`
    select id, name, is_default from locations where owner_id = ${scope.owner}
    order by is_default desc, id`.execute(scope.trx);
  return rows.map(locationFrom);
}

/** Adds a place; undefined when the owner has one of that name. */
export async function addLocation(scope: OwnerScope, name: string): Promise<StoredLocation | undefined> {
  await defaultLocation(scope);
  const { rows } = await sql<LocationRow>`
    insert into locations (owner_id, name, is_default) values (${scope.owner}, ${name}, false)
    on conflict (owner_id, name) do nothing returning id, name, is_default`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : locationFrom(row);
}

/** Renames a place, or makes it the default one. There always is a default, so none can be made an ordinary one. */
export async function changeLocation(
  scope: OwnerScope,
  id: LocationId,
  change: { readonly name: string; readonly isDefault: boolean },
): Promise<StoredLocation | 'not_found' | 'name_taken'> {
  const { rows: known } = await sql<LocationRow>`
    select id, name, is_default from locations where owner_id = ${scope.owner}
    order by id for update`.execute(scope.trx);
  if (!known.some((row) => row.id === id)) return 'not_found';
  if (known.some((row) => row.id !== id && row.name === change.name)) return 'name_taken';
  if (change.isDefault) {
    await sql`
      update locations set is_default = false
      where owner_id = ${scope.owner} and is_default and id <> ${id}`.execute(scope.trx);
  }
  const { rows } = await sql<LocationRow>`
    update locations set name = ${change.name}, is_default = is_default or ${change.isDefault}
    where owner_id = ${scope.owner} and id = ${id} returning id, name, is_default`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? 'not_found' : locationFrom(row);
}

function locationFrom(row: LocationRow): StoredLocation {
  return { id: locationId(row.id), name: row.name, isDefault: row.is_default };
}
