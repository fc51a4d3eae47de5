import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { workImports } from '../../src/engine/imports/work-imports.ts';
import { startJobQueue } from '../../src/jobs/job-queue.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { openBusiness, openTestServer, type TestBusiness, type TestServer } from '../harness/rest.ts';
import { importOffice } from './office.ts';

const lines = (count: number) =>
  [
    'seller_code,name,price,stock',
    ...Array.from({ length: count }, (_, nth) => `P${nth},상품 ${nth},1000,2`),
  ].join('\n');

describe.each(DATABASE_KINDS)('the work on imports on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
  });

  const ask = (line: `POST /${string}`, body: unknown, type = 'application/json') =>
    api.ask(line, { as: business.tokens.staff, body, headers: { 'content-type': type } });
  const read = async (id: number) =>
    (await api.ask(`GET /api/v1/product-imports/${id}`, { as: business.tokens.viewer })).json();
  const counted = () =>
    asOwner(hub.db, business.owner, async ({ trx }) => {
      const { rows } = await sql<{ products: number; movements: number; rows: number; verdicts: number }>`
        select (select count(*) from products) as products, (select count(*) from stock_movements) as movements,
          (select count(*) from product_import_rows) as rows,
          (select count(*) from product_import_verdicts) as verdicts`.execute(trx);
      return rows[0];
    });

  it('is done by the job queue, and whoever waits is told', async () => {
    const queue = await startJobQueue(hub);
    try {
      const shown = await ask('POST /api/v1/product-imports?wait=30', lines(3), 'text/csv');
      expect(shown.statusCode, shown.body).toBe(200);
      const done = await ask(`POST /api/v1/product-imports/${shown.json().id}/confirm?wait=30`, {});
      expect(done.json()).toMatchObject({
        state: 'imported',
        written: { products_added: 3, skus_counted: 3 },
      });
    } finally {
      await queue.stop();
    }
  });

  it('may be begun again after it broke off anywhere, and by two at once, and is done once', async () => {
    const sent = await ask('POST /api/v1/product-imports', lines(1_800), 'text/csv');
    const { id } = sent.json();
    /** Breaks off as soon as something of it is there. */
    async function breakOffWhen(isThere: (now: Awaited<ReturnType<typeof counted>>) => boolean) {
      const stop = new AbortController();
      const work = workImports(hub, business.owner, stop.signal);
      while (!isThere(await counted())) await new Promise((resolve) => setImmediate(resolve));
      stop.abort(new Error('stopped'));
      await work;
    }
    await breakOffWhen((now) => (now?.rows ?? 0) > 0);
    await breakOffWhen((now) => (now?.verdicts ?? 0) > 0);
    const both = () =>
      Promise.all([1, 2].map(() => workImports(hub, business.owner, new AbortController().signal)));
    await both();
    expect(await read(id)).toMatchObject({ state: 'ready', rows: { total: 1_800, new: 1_800, bad: 0 } });
    await ask(`POST /api/v1/product-imports/${id}/confirm`, {});
    await both();
    expect(await read(id)).toMatchObject({ state: 'imported', written: { products_added: 1_800 } });
    expect(await counted()).toMatchObject({ products: 1_800, movements: 1_800, rows: 1_800 });
  });

  it('writes nothing when the database breaks the transaction in the middle, and is given up after some tries', async () => {
    const { send } = importOffice(hub, api, () => business);
    const shown = await send(Buffer.from(lines(1_200)));
    const other = await send(Buffer.from('seller_code,name,price\nOTHER,다른 것,500'));
    await sql`
      create function break_it() returns trigger language plpgsql as $$
      begin raise exception 'broken on purpose'; end $$`.execute(hub.db.root);
    await sql`
      create trigger break_it before insert on products for each row when (new.seller_code = 'P1100')
      execute function break_it()`.execute(hub.db.root);
    try {
      await ask(`POST /api/v1/product-imports/${shown.id}/confirm`, {});
      await ask(`POST /api/v1/product-imports/${other.id}/confirm`, {});
      const work = () => workImports(hub, business.owner, new AbortController().signal);
      await expect(work()).rejects.toThrow(/broken on purpose/);
      expect(await counted()).toMatchObject({ products: 0, movements: 0 });
      expect(await read(shown.id)).toMatchObject({ state: 'confirmed' });
      for (let nth = 0; nth < 4; nth += 1) await expect(work()).rejects.toThrow(/broken on purpose/);
      expect(await read(shown.id)).toMatchObject({ state: 'refused', refusal: { code: 'given_up' } });
      const { rows: told } = await sql`
        select data from events where type = 'import.finished' and (data->>'import_id')::bigint = ${shown.id}`.execute(
        hub.db.root,
      );
      expect(told).toEqual([{ data: { import_id: shown.id, state: 'refused' } }]);
      await work();
      expect(await read(other.id)).toMatchObject({ state: 'imported' });
      expect(await counted()).toMatchObject({ products: 1 });
    } finally {
      await sql`drop trigger break_it on products`.execute(hub.db.root);
      await sql`drop function break_it()`.execute(hub.db.root);
    }
  });
});
