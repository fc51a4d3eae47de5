import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { asOwner } from '../../src/store/scope.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { openBusiness, openTestServer, type TestBusiness, type TestServer } from '../harness/rest.ts';
import { badRowsOf, bigWorkbook } from './big-file.ts';
import { importOffice } from './office.ts';

/** The embedded database is an ordinary PostgreSQL in one thread, so it takes fewer rows. The bench takes 50,000. */
describe.each([
  ['PostgreSQL', { rows: 10_000, bad: 60 }],
  ['PGlite', { rows: 2_000, bad: 12 }],
] as const)('a workbook of many rows on %s', (kind, file) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { allowPrivateHosts: false });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  it('of which some are bad: those are told, the others are imported, and again they change nothing', {
    timeout: 240_000,
  }, async () => {
    const office = importOffice(hub, api, () => business);
    const workbook = await bigWorkbook(file);
    const shown = await office.send(workbook);
    expect(shown).toMatchObject({
      state: 'ready',
      rows: { total: file.rows, new: file.rows - file.bad, bad: file.bad, changed: 0, unchanged: 0 },
    });
    const told = (await office.file(`GET /api/v1/product-imports/${shown.id}/errors.csv`)).toString();
    const bad: { readonly row: number }[] = [];
    for (let cursor = ''; ; ) {
      const answer = await api.ask(
        `GET /api/v1/product-imports/${shown.id}/rows?state=bad&limit=200${cursor}`,
        {
          as: business.tokens.viewer,
        },
      );
      bad.push(...answer.json().rows);
      if (answer.json().next_cursor === null) break;
      cursor = `&cursor=${answer.json().next_cursor}`;
    }
    expect(bad.map(({ row }) => row)).toEqual(badRowsOf(file));
    expect(told.trimEnd().split('\r\n')).toHaveLength(file.bad + 1);

    expect((await office.confirm(shown.id)).code).toBe('import_has_bad_rows');
    expect(await office.confirm(shown.id, { skip_bad: true })).toMatchObject({
      state: 'imported',
      written: {
        products_added: shown.products.new,
        products_changed: 0,
        skus_counted: file.rows - file.bad,
        rows_left_out: file.bad,
      },
    });
    expect(await asOwner(hub.db, business.owner, verifyStock)).toEqual([]);

    // As a server does by itself after some time: what it knows of this import must not slow the next one down.
    await sql`analyze`.execute(hub.db.root);
    expect(await office.send(workbook)).toMatchObject({
      rows: { total: file.rows, unchanged: file.rows - file.bad, bad: file.bad, new: 0, changed: 0 },
    });
    const exported = await office.file('GET /api/v1/products/export');
    expect(await office.send(exported)).toMatchObject({
      rows: { total: file.rows - file.bad, unchanged: file.rows - file.bad },
    });
  });
});
