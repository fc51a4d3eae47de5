import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';
import { countDatabaseTime, readDatabaseTime } from './database-time.ts';

/**
 * The floor of what sales cost the database, in milliseconds: for each an order and its line inserted, stock taken where
 * enough is left, and a command for every other shop; one transaction, four plain statements, no identity, no guard.
 */
export async function plainWorkMs(db: Database, sales: number, commands: number): Promise<number> {
  await sql`create table bench_stock (id integer primary key, available bigint not null)`.execute(db.root);
  await sql`insert into bench_stock select n, 1000000 from generate_series(0, 999) n`.execute(db.root);
  for (const table of ['bench_orders', 'bench_lines', 'bench_commands']) {
    await sql`create table ${sql.id(table)} (id bigint generated always as identity primary key, sale integer not null,
      payload jsonb not null)`.execute(db.root);
  }
  await countDatabaseTime(db);
  const payload = JSON.stringify({ quantity: 1, item: '70071284034', name: '면 양말' });
  for (let sale = 0; sale < sales; sale++) {
    await db.root.transaction().execute(async (trx) => {
      await sql`insert into bench_orders (sale, payload) values (${sale}, ${payload})`.execute(trx);
      await sql`insert into bench_lines (sale, payload) values (${sale}, ${payload})`.execute(trx);
      await sql`update bench_stock set available = available - 1 where id = ${sale % 1000} and available >= 1`.execute(
        trx,
      );
      await sql`insert into bench_commands (sale, payload)
        select ${sale}, ${payload}::jsonb from generate_series(1, ${commands}::integer)`.execute(trx);
    });
  }
  return (await readDatabaseTime(db)).benchMs;
}
