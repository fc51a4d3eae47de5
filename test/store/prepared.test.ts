import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tables } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { preparing } from '../../src/store/prepared.ts';
import { DATABASE_KINDS, newEmptyDatabase } from '../harness/databases.ts';

const MOST = 5;

const POOLS = {
  PostgreSQL: async () => new pg.Pool({ connectionString: await newEmptyDatabase(), max: 1 }),
  PGlite: async () => (await openEmbedded({}, pg.types)).pool,
};

describe.each(DATABASE_KINDS)('statements prepared by name, on %s', (kind) => {
  let db: Kysely<Tables>;

  beforeAll(async () => {
    const pool = await POOLS[kind]();
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool, MOST) }) });
    await sql`create table goods (owner text, name text)`.execute(db);
    await sql`insert into goods values ('a', 'apple'), ('b', 'bread')`.execute(db);
    await sql`alter table goods enable row level security`.execute(db);
    await sql`create policy own on goods using (owner = current_setting('test.owner'))`.execute(db);
    await sql`create role shopkeeper`.execute(db);
    await sql`grant select on goods to shopkeeper`.execute(db);
  });
  afterAll(() => db.destroy());

  async function prepared(): Promise<string[]> {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    );
    return rows.map(({ statement }) => statement);
  }

  const namesLike = (pattern: string, owner?: string) =>
    db.transaction().execute(async (trx) => {
      if (owner !== undefined) {
        await sql`select set_config('test.owner', ${owner}, true), set_config('role', 'shopkeeper', true)`.execute(
          trx,
        );
      }
      const { rows } = await sql<{ name: string }>`select name from goods where name like ${pattern}`.execute(
        trx,
      );
      return rows.map(({ name }) => name).sort();
    });

  it('shows every owner their own rows, however often one connection has run the text for others', async () => {
    for (let round = 0; round < 8; round++) {
      expect(await namesLike('%')).toEqual(['apple', 'bread']);
      expect(await namesLike('%', 'a')).toEqual(['apple']);
      expect(await namesLike('%', 'b')).toEqual(['bread']);
      expect(await namesLike('a%', 'b')).toEqual([]);
    }
    expect((await prepared()).filter((text) => text.includes('from goods'))).toHaveLength(1);
  });

  it('plans a statement that takes a list for the list that it takes', async () => {
    const lists = [['a'], ['b'], ['a', 'b']];
    for (const owners of lists) {
      await sql`select name from goods where owner = any(${owners}::text[])`.execute(db);
      const document = JSON.stringify(owners.map((owner) => ({ owner, name: 'x'.repeat(600) })));
      await sql`select x.owner from json_to_recordset(${document}::json) as x(owner text)`.execute(db);
    }
    const texts = await prepared();
    expect(texts.filter((text) => text.includes('any(') || text.includes('json_to_recordset'))).toEqual([]);
  });

  it('heals when the columns change under it', async () => {
    const everything = () => sql`select * from goods where name > ${''}`.execute(db);
    for (let round = 0; round < 6; round++) await everything();
    await sql`alter table goods add column weight int`.execute(db);
    await expect(everything()).rejects.toMatchObject({ code: '0A000' });
    expect((await everything()).rows).toHaveLength(2);
  });

  it('keeps no more plans than it was told to', async () => {
    for (let nth = 0; nth < 20; nth++) {
      for (let again = 0; again < 3; again++) {
        const { rows } = await sql<{ sum: number }>`select ${sql.lit(nth)} + ${again}::int as sum`.execute(
          db,
        );
        expect(rows).toEqual([{ sum: nth + again }]);
      }
    }
    expect((await prepared()).length).toBeLessThanOrEqual(MOST);
  });
});
