import { sql } from 'kysely';
import { type AccountId, accountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** A thing on sale that shows another number than it was told. */
export interface Drift {
  readonly item: number;
  readonly listing: number;
  readonly listingName: string;
  readonly optionValues: readonly string[];
  readonly account: AccountId;
  readonly platform: string;
  readonly nativeItemId: string;
  readonly wanted: number;
  readonly shown: number;
  readonly confirmed: boolean;
  readonly since: Date;
}

/** What shops show otherwise than they were told, the newest first; of what still follows the ledger. */
export async function listDrift(
  scope: OwnerScope,
  page: { readonly limit: number; readonly after: { readonly at: string; readonly id: number } | null },
): Promise<readonly (Drift & { readonly position: { readonly at: string; readonly id: number } })[]> {
  const { rows } = await sql<{
    id: number;
    listing_id: number;
    name: string;
    option_values: readonly string[];
    account_id: number;
    platform: string;
    native_item_id: string;
    wanted_quantity: number;
    drift_quantity: number;
    drift_confirmed: boolean;
    drift_at: Date;
    at: string;
  }>`
    select t.id, t.listing_id, g.name, t.option_values, t.account_id, g.platform, t.native_item_id, t.wanted_quantity,
      t.drift_quantity, t.drift_confirmed, t.drift_at, t.drift_at::text as at
    from listing_items t join listings g on g.id = t.listing_id and g.gone_at is null
    where t.owner_id = ${scope.owner} and t.drift_at is not null and t.gone_at is null and t.follows_stock
      and exists (select from listing_links k where k.listing_item_id = t.id)
      and (${page.after === null} or (t.drift_at, t.id) < (${page.after?.at ?? null}::timestamptz, ${page.after?.id ?? null}))
    order by t.drift_at desc, t.id desc limit ${page.limit}`.execute(scope.trx);
  return rows.map((row) => ({
    item: row.id,
    listing: row.listing_id,
    listingName: row.name,
    optionValues: row.option_values,
    account: accountId(row.account_id),
    platform: row.platform,
    nativeItemId: row.native_item_id,
    wanted: row.wanted_quantity,
    shown: row.drift_quantity,
    confirmed: row.drift_confirmed,
    since: row.drift_at,
    position: { at: row.at, id: row.id },
  }));
}
