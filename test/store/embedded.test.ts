import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../src/store/embedded.ts';

let embedded: EmbeddedDatabase;

beforeAll(async () => {
  embedded = await openEmbedded({}, pg.types);
});
afterAll(() => embedded.close());

const ONE = { name: 'one', text: 'select $1::int as one' };

test('a driver that begins anew finds nothing that the last one left', async () => {
  const first = await embedded.pool.connect();
  await first.query({ ...ONE, values: [1] });
  await first.query('begin');
  await first.query('create table half_done ()');
  first.release(true);
  const second = await embedded.pool.connect();
  expect((await second.query({ ...ONE, values: [2] })).rows).toEqual([{ one: 2 }]);
  expect((await second.query(`select to_regclass('half_done') as found`)).rows).toEqual([{ found: null }]);
  second.release();
});

test('who asks for the connection waits for whoever is in a transaction', async () => {
  const holder = await embedded.pool.connect();
  await holder.query('begin');
  await holder.query('create table counted (n int)');
  const asked = embedded.executeSql('select count(*)::int as n from counted');
  await holder.query('insert into counted values (1)');
  await holder.query('commit');
  holder.release();
  expect(await asked).toEqual({ rows: [{ n: 1 }] });
});

test('several statements answer the rows of all, and a broken one leaves no transaction behind', async () => {
  expect(await embedded.executeSql('begin; select 1 as n; select 2 as n; commit')).toEqual({
    rows: [{ n: 1 }, { n: 2 }],
  });
  await expect(embedded.executeSql('begin; select 1 / 0; commit')).rejects.toMatchObject({ code: '22012' });
  await expect(embedded.executeSql('select $1::int / 0 as n', [1])).rejects.toMatchObject({ code: '22012' });
  expect(await embedded.executeSql('select $1::int as n', [3])).toEqual({ rows: [{ n: 3 }] });
});

test('what is announced is heard when it is committed, by whoever still listens', async () => {
  const heard: string[] = [];
  const gaps: string[] = [];
  const first = await embedded.listen(
    'goods "sold"',
    (text) => heard.push(`first ${text}`),
    () => gaps.push('first'),
  );
  await embedded.listen(
    'goods "sold"',
    (text) => heard.push(`second ${text}`),
    () => gaps.push('second'),
  );
  const announce = (text: string) => embedded.executeSql('select pg_notify($1, $2)', ['goods "sold"', text]);
  await announce('a');
  expect(heard).toEqual(['first a', 'second a']);
  await first.close();
  await announce('b');
  (await embedded.pool.connect()).release(true);
  await announce('c');
  await embedded.executeSql(`begin; select pg_notify('goods "sold"', 'never'); rollback`);
  expect(heard.slice(2)).toEqual(['second b', 'second c']);
  expect(gaps).toEqual(['first', 'second']);
});

test('whoever asks when it is closed is refused', async () => {
  const closed = await openEmbedded({}, pg.types);
  await closed.close();
  await expect(closed.executeSql('select 1')).rejects.toThrow('after calling end');
});
