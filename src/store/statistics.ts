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

/** What shops have on sale. */
const LISTINGS = sql.raw('listings, listing_items, listing_links');

/**
 * Tells the planner how many listings there are, after a reading has brought them and before they are compared with each
 * other: taken for a few, each item of thousands would be compared with all.
 */
export async function noteListingGrowth({ root }: Database): Promise<void> {
  await sql`analyze ${LISTINGS}`.execute(root);
}
