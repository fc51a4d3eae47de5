import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';

/** Makes the table of the floor: a number for each SKU, more than anybody buys. */
export async function floorTable(db: Database, skus: number): Promise<void> {
  await sql`create table bench_floor (id integer primary key, available bigint not null)`.execute(db.root);
  await sql`insert into bench_floor select n, 1000000 from generate_series(0, ${skus - 1}::integer) n`.execute(
    db.root,
  );
}

/** The floor itself: one guarded update, which is a transaction of its own. */
export async function bareUpdate(db: Database, sku: number): Promise<void> {
  await sql`update bench_floor set available = available - 1 where id = ${sku} and available >= 1`.execute(
    db.root,
  );
}
