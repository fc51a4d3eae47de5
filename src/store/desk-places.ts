import { sql } from 'kysely';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

/** Filters under a name, as they stand behind `?` in an address. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** How somebody likes to see one table of the desk. */
export interface DeskPlace {
  readonly place: string;
  readonly views: readonly SavedView[];
  /** Null: the usual ones. */
  readonly hiddenColumns: readonly string[] | null;
}

interface PlaceRow {
  place: string;
  views: SavedView[];
  hidden_columns: string[] | null;
}

export async function readDeskPlaces(
  { trx, owner }: OwnerScope,
  actor: string,
): Promise<readonly DeskPlace[]> {
  const { rows } = await sql<PlaceRow>`
    select place, views, hidden_columns from desk_places
    where owner_id = ${owner} and actor = ${actor} order by place`.execute(trx);
  return rows.map(placeOf);
}

/** Replaces what is given of one place and leaves the rest. */
export async function writeDeskPlace(
  { trx, owner }: OwnerScope,
  actor: string,
  place: string,
  given: { readonly views?: readonly SavedView[]; readonly hiddenColumns?: readonly string[] | null },
): Promise<DeskPlace> {
  const views = given.views === undefined ? null : sqlJson(given.views);
  const hidden = given.hiddenColumns == null ? null : sqlJson(given.hiddenColumns);
  const { rows } = await sql<PlaceRow>`
    insert into desk_places as p (owner_id, actor, place, views, hidden_columns)
    values (${owner}, ${actor}, ${place}, coalesce(${views}::jsonb, '[]'), ${hidden}::jsonb)
    on conflict (owner_id, actor, place) do update set
      views = coalesce(${views}::jsonb, p.views),
      hidden_columns = case when ${given.hiddenColumns === undefined} then p.hidden_columns else excluded.hidden_columns end
    returning place, views, hidden_columns`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the place was not stored');
  return placeOf(row);
}

function placeOf(row: PlaceRow): DeskPlace {
  return { place: row.place, views: row.views, hiddenColumns: row.hidden_columns };
}
