import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { changeAccount, findAccount } from '../../src/store/accounts.ts';
import { noteHealth } from '../../src/store/health/note-health.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';

const WRONG_KEY = { reason: 'wrong_key', kind: 'auth', native_text: 'Invalid signature.' };
const DOWN = { reason: 'down', kind: 'unavailable' };

describe.each(DATABASE_KINDS)('the health of an account on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  beforeEach(async () => {
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: COUPANG_KEYS,
    });
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const note = (trouble: { reason: string } | null, met?: 'reading' | 'writing') =>
    asOwner(hub.db, shop.owner, (scope) => noteHealth(scope, shop.account.id, trouble, met));
  const account = () => asOwner(hub.db, shop.owner, (scope) => findAccount(scope, shop.account.id));
  const events = () =>
    asOwner(hub.db, shop.owner, async ({ trx }) => {
      const { rows } = await sql<{ type: string; data: unknown }>`
        select type, data from events order by id`.execute(trx);
      return rows;
    });
  const eventTypes = async () => (await events()).map(({ type }) => type);

  test('turns once each way, and says so once', async () => {
    await note(null);
    await note(WRONG_KEY);
    await note(WRONG_KEY);
    expect(await account()).toMatchObject({ health: 'unhealthy', trouble: WRONG_KEY });
    await note(null);
    await note(null);
    expect(await account()).toMatchObject({ health: 'healthy', trouble: null });
    expect(await events()).toMatchObject([
      {
        type: 'account.unhealthy',
        data: { account_id: shop.account.id, platform: 'coupang', reason: 'wrong_key' },
      },
      { type: 'account.recovered', data: { account_id: shop.account.id } },
    ]);
  });

  test('is told once however many processes notice at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, () => note(WRONG_KEY)));
    expect(await eventTypes()).toEqual(['account.unhealthy']);
    await Promise.all(Array.from({ length: 12 }, () => note(null)));
    expect(await eventTypes()).toEqual(['account.unhealthy', 'account.recovered']);
  });

  test('says nothing when the transaction around it comes to nothing', async () => {
    const undone = asOwner(hub.db, shop.owner, async (scope) => {
      await noteHealth(scope, shop.account.id, WRONG_KEY);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await account()).toMatchObject({ health: 'unchecked' });
    expect(await eventTypes()).toEqual([]);
  });

  test('one blip is not told; a minute without a good contact is, by the database’s clock', async () => {
    await note(null);
    await note(DOWN);
    expect(await account()).toMatchObject({ health: 'degraded', trouble: DOWN });
    expect(await eventTypes()).toEqual([]);
    await asOwner(hub.db, shop.owner, ({ trx }) =>
      sql`update accounts set failing_since = now() - interval '61 seconds'`.execute(trx),
    );
    await note(DOWN);
    expect(await account()).toMatchObject({ health: 'unhealthy' });
    expect(await eventTypes()).toEqual(['account.unhealthy']);
  });

  test('wakes what waited for the recovery', async () => {
    const sleeping = async () =>
      (
        await sql<{ kind: string }>`
          select kind from lanes where account_id = ${shop.account.id} and due_at > now() order by kind`.execute(
          hub.db.root,
        )
      ).rows.map((row) => row.kind);
    await note(WRONG_KEY);
    expect(await sleeping()).toEqual(['catalog', 'commands', 'reread']);
    await note(null);
    // Listings are read when somebody asks for them.
    expect(await sleeping()).toEqual(['catalog']);
  });

  test('new keys are unchecked, and their first good contact ends the alarm; a new name changes nothing', async () => {
    await note(WRONG_KEY);
    const change = (fields: Parameters<typeof changeAccount>[3]) =>
      asOwner(hub.db, shop.owner, (scope) => changeAccount(scope, hub.vault, shop.account.id, fields));
    expect(await change({ name: 'other' })).toMatchObject({ health: 'unhealthy', trouble: WRONG_KEY });
    expect(await change({ credentials: COUPANG_KEYS })).toMatchObject({ health: 'unchecked', trouble: null });
    await note(WRONG_KEY);
    await change({ credentials: COUPANG_KEYS });
    await note(null);
    expect(await eventTypes()).toEqual(['account.unhealthy', 'account.recovered']);
  });

  test('a write that fails leaves the verdict to the next reading', async () => {
    await note(null);
    await note({ reason: 'missing_permission' }, 'writing');
    expect(await account()).toMatchObject({ health: 'degraded' });
    await note(null);
    expect(await account()).toMatchObject({ health: 'healthy' });
    expect(await eventTypes()).toEqual([]);
  });

  test('keeps what marketplaces say that no text column can hold', async () => {
    const trouble = { reason: 'unexplained', native_text: 'cut \ud83d\u0000 here' };
    await note(trouble);
    expect((await account())?.trouble).toMatchObject({ reason: 'unexplained' });
  });
});
