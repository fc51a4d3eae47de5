import { sql } from 'kysely';
import type { Database } from './database.ts';
import { type OwnerScope, SCOPED_ROLE } from './scope.ts';

/** What a catalogue is made of. */
const CATALOGUE = sql.raw('products, skus, sku_stock, stock_levels, stock_movements');

/**
 * Tells the planner what is in the tables of the catalogue, in the middle of the transaction that fills them: as long as it
 * takes them for nearly empty, it reads all of an owner's rows for each one that it looks up. Statistics are the table
 * owner's business, so the scoped role is left for this one statement, which reads no row out.
 */
export async function noteCatalogueSize({ trx }: OwnerScope): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(trx);
  // Whoever else measures them, maybe for the length of an import of his own, is not waited for.
  await sql`analyze (skip_locked) ${CATALOGUE}`.execute(trx);
  await sql`select set_config('role', ${SCOPED_ROLE}, true)`.execute(trx);
}

/** The same after much was written. A server would do it by itself, but not at once, and the embedded database only at night. */
export async function noteCatalogueGrowth({ root }: Database): Promise<void> {
  await sql`analyze ${CATALOGUE}`.execute(root);
}

/** What files of products hold, and what their rows come to. */
const IMPORTS = sql.raw('product_import_rows, product_import_verdicts');

/**
 * Tells the planner how many rows an import has, before they are compared with each other: statistics that know earlier
 * imports only say that this one has none, and each of its rows would be compared with all.
 */
export async function noteImportSize({ root }: Database): Promise<void> {
  await sql`analyze ${IMPORTS}`.execute(root);
}

/** What shops have on sale: the columns by which it is looked up, since sorting what nobody looks for takes half the time. */
const LISTINGS = sql.raw(`
  listings (owner_id, account_id, native_listing_id, product_id, seller_code, state, link_state, gone_at),
  listing_items (owner_id, account_id, listing_id, native_item_id, seller_sku, barcode, name_key, linked, unlinked_by,
    gone_at),
  listing_links`);

/**
 * Tells the planner of a shop that is new, from its first listings: as long as it knows nothing of an account, it takes it
 * for one of a few rows, and reads all that there are for each group of listings and each item that may be linked.
 */
export async function noteNewListings({ root }: Database): Promise<void> {
  // Whoever measures them at this moment is not waited for: only a server has such, and it measures again by itself.
  await sql`analyze (skip_locked) ${LISTINGS}`.execute(root);
}
