import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { watchSecrets } from '../../../test/harness/log-watch.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { addItem, addSkus, receive, setLinks } from '../../../test/stock/shelf.ts';
import type { ListingItemId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';
import { writeResults } from '../../store/commands/results.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { takeCommands } from '../../store/commands/take.ts';
import { changeItemTerms, type ItemTerms } from '../../store/inventory/offer-terms.ts';
import { asOwner } from '../../store/scope.ts';

const GMARKET = (quantity: number, option = '') => `<?xml version="1.0" encoding="utf-8" ?>
<ORDER_INFO><PRODUCT NO="HUB-MUG-01" ORDER_AMT="${quantity}" PRICE="10000" GD_NO="4200000001" />${option}</ORDER_INFO>`;
const OPTION = `<ORDER_OPTION><OPTION_INFO><NAME><![CDATA[사이즈]]></NAME><VALUE><![CDATA[55]]></VALUE>
  <PRICE>1000</PRICE><AMT>2</AMT><STOCK_NO>00001</STOCK_NO></OPTION_INFO></ORDER_OPTION>`;

describe('a marketplace that asks whether goods are still there', () => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let esm: Account;
  let path: `/hooks/${string}`;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    mine = await openBusiness(hub, 'mine');
    esm = await connect(hub, mine, 'esm');
    path = await addressOf(esm);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function addressOf(account: Account, of = mine): Promise<`/hooks/${string}`> {
    const made = await api.ask(`POST /api/v1/platform-accounts/${account.id}/webhook`, {
      as: of.tokens.owner,
    });
    const { pathname } = new URL(made.json().url);
    watchSecrets([pathname.slice('/hooks/'.length)]);
    return `/hooks/${pathname.slice('/hooks/'.length)}`;
  }
  const ask = (body: string, at = path, headers: Record<string, string> = { 'content-type': 'text/xml' }) =>
    api.ask(`POST ${at}/stock`, { body, headers, from: '198.51.100.7' });

  /** Sets stock as a done command would, or leaves it waiting. */
  async function setStock(nativeItemId: string, quantity: number, done = true): Promise<void> {
    await asOwner(hub.db, mine.owner, async (scope) => {
      const payload = { kind: 'set_stock', nativeItemId, quantity } as const;
      const key = `${nativeItemId}:${quantity}`;
      await storeCommands(scope, [
        { account: esm.id, payload, key, lane: 'stock', actor: 'test', cause: 'test' },
      ]);
      if (!done) return;
      const taken = await takeCommands(scope, esm.id, {
        sizeOf: () => 1,
        readAtOnce: 1,
        busy: [],
        now: new Date(),
        clicksOnly: false,
      });
      await writeResults(
        scope,
        (taken?.commands ?? []).map(({ id, items }) => ({
          command: id,
          state: 'done' as const,
          notBefore: null,
          trouble: null,
          items: items.map((item) => ({
            item: item.id,
            state: 'done' as const,
            reason: null,
            nativeCode: null,
            nativeText: null,
          })),
        })),
      );
    });
  }

  /** A thing on sale that is made of one SKU, with what there is of it; null for a SKU that nobody has counted. */
  const ledger = (code: string, nativeItemId: string, left: number | null, optionValues: string[] = []) =>
    asOwner(hub.db, mine.owner, async (scope) => {
      const [sku] = await addSkus(scope, [`SKU of ${nativeItemId}`]);
      if (sku === undefined) throw new Error('the SKU was not stored');
      const item = await addItem(scope, esm, nativeItemId);
      await sql`update listing_items set option_values = ${optionValues} where id = ${item}`.execute(
        scope.trx,
      );
      await sql`
        update listings set seller_code = ${code} where id = (
          select listing_id from listing_items where id = ${item})`.execute(scope.trx);
      await setLinks(scope, item, [{ sku, quantity: 1 }]);
      if (left !== null) await receive(scope, sku, left, nativeItemId);
      return item;
    });
  const changeTerms = (item: ListingItemId, terms: Partial<ItemTerms>) =>
    asOwner(hub.db, mine.owner, (scope) => changeItemTerms(scope, item, terms));
  const commandsMade = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*)::integer as n from commands where account_id = ${esm.id}`.execute(hub.db.root)
    ).rows[0]?.n;

  test('hears that there is enough of what was never set', async () => {
    const answer = await ask(GMARKET(3, OPTION));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(answer.body).toContain('<PRODUCT NO="HUB-MUG-01" REMAIN_YN="Y" />');
    expect(answer.body).toContain('<STOCK_NO>00001</STOCK_NO>');
    expect(answer.body).not.toContain('>N<');
  });

  test('hears what was last set there, and nothing of what is still on its way', async () => {
    await setStock('4200000001', 9);
    await setStock('4200000001', 2);
    await setStock('4200000001', 50, false);
    expect((await ask(GMARKET(2))).body).toContain('REMAIN_YN="Y"');
    expect((await ask(GMARKET(3))).body).toContain('REMAIN_YN="N"');
  });

  test('hears of an option by itself, and of the goods by the seller’s own code', async () => {
    await setStock('HUB-MUG-01', 5);
    expect((await ask(GMARKET(6))).body).toContain('REMAIN_YN="N"');
    expect((await ask(GMARKET(2, OPTION))).body).toContain('<REMAIN_YN>Y</REMAIN_YN>');
    await setStock('4200000001:00001', 1);
    const answer = await ask(GMARKET(2, OPTION));
    expect(answer.body).toContain('<REMAIN_YN>N</REMAIN_YN>');
    expect(answer.body).toContain('REMAIN_YN="N"');
  });

  test('hears what the ledger has now, on the terms of what is on sale', async () => {
    await setStock('4200000001', 50);
    const left = await ledger('HUB-MUG-01', '4200000001', 4);
    expect((await ask(GMARKET(4))).body).toContain('REMAIN_YN="Y"');
    expect((await ask(GMARKET(5))).body).toContain('REMAIN_YN="N"');
    await changeTerms(left, { buffer: 2 });
    expect((await ask(GMARKET(3))).body).toContain('REMAIN_YN="N"');
    // The seller keeps this number by himself: what was set last counts.
    await changeTerms(left, { follows: false });
    expect((await ask(GMARKET(50))).body).toContain('REMAIN_YN="Y"');
    expect(await commandsMade()).toBe(1);
  });

  test('hears of what nobody has counted that there is enough', async () => {
    await ledger('HUB-MUG-01', '4200000001', null);
    expect((await ask(GMARKET(99))).body).toContain('REMAIN_YN="Y"');
  });

  test('hears of an option from the ledger, and of goods by the seller’s code where it has no number', async () => {
    await ledger('HUB-MUG-01', '4200000001:00001', 1, ['55']);
    const one = await ask(GMARKET(1, OPTION));
    expect(one.body).toContain('<REMAIN_YN>N</REMAIN_YN>');
    const auction = (quantity: number, option = '') => `<?xml version="1.0" encoding="utf-8" ?>
<ORDER_INFO><PRODUCT NO="AUCTION-MUG" ORDER_QTY="${quantity}" PRICE="10000.0000" EXT_GB="02" />${option}</ORDER_INFO>`;
    const worded = (
      quantity: number,
    ) => `<ORDER_OPTION><OPTION_INFO><NAME>색상</NAME><VALUE>흰색</VALUE><PRICE>0.0000</PRICE>
      <QTY>${quantity}</QTY><STOCK_NO></STOCK_NO></OPTION_INFO></ORDER_OPTION>`;
    await ledger('AUCTION-MUG', 'E900000001', 3);
    expect((await ask(auction(3))).body).toContain('REMAIN_YN="Y"');
    expect((await ask(auction(4))).body).toContain('REMAIN_YN="N"');
    await ledger('AUCTION-MUG', 'E900000002:색상:흰색', 2, ['흰색']);
    expect((await ask(auction(2, worded(2)))).body).toContain('<REMAIN_YN>Y</REMAIN_YN>');
    expect((await ask(auction(2, worded(3)))).body).toContain('<REMAIN_YN>N</REMAIN_YN>');
    // Nothing of it is known to another business.
    const theirs = await openBusiness(hub, 'theirs');
    const shop = await connect(hub, theirs, 'esm');
    expect((await ask(auction(99), await addressOf(shop, theirs))).body).toContain('REMAIN_YN="Y"');
  });

  test('is understood in whatever media type it asks, and told what is no question', async () => {
    for (const type of ['application/xml', 'text/plain', 'application/x-www-form-urlencoded']) {
      expect((await ask(GMARKET(1), path, { 'content-type': type })).statusCode, type).toBe(200);
    }
    for (const body of ['hello', '<ORDER_INFO/>', '<ORDER_INFO>', '{"a":1}', ' ']) {
      expect((await ask(body)).json(), body).toMatchObject({ status: 400, code: 'malformed_body' });
    }
    expect((await ask(`${GMARKET(1)}${' '.repeat(70_000)}`)).statusCode).toBe(413);
  });

  test('is not known under a wrong address, nor at a marketplace that asks nothing', async () => {
    expect((await ask(GMARKET(1), `/hooks/${'x'.repeat(43)}`)).json()).toMatchObject({
      status: 404,
      code: 'hook_unknown',
    });
    const coupang = await addressOf(await connect(hub, mine, 'coupang'));
    expect((await ask(GMARKET(1), coupang)).json()).toMatchObject({ status: 404, code: 'hook_unknown' });
    const { rows } = await asOwner(hub.db, mine.owner, ({ trx }) =>
      sql<{ count: number }>`select count(*)::integer as count from inbox`.execute(trx),
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('is turned away when it asks more than any shop sells', async () => {
    const asked = await Promise.all(Array.from({ length: 300 }, () => ask(GMARKET(1))));
    expect(new Set(asked.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const answer = await ask(GMARKET(1));
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'too_many_attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    // Another shop is not held up by it.
    const second = await addressOf(await connect(hub, mine, 'esm'));
    expect((await ask(GMARKET(1), second)).statusCode).toBe(200);
  });
});
