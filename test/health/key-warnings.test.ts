import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { warnOfExpiringKeys } from '../../src/engine/health/warn-of-keys.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { changeAccount } from '../../src/store/accounts.ts';
import { warnOfKeys } from '../../src/store/health/key-warnings.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-22T03:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe.each(DATABASE_KINDS)('warnings of keys on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  const open = (keyExpiresAt: Date) =>
    connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: COUPANG_KEYS,
      keyExpiresAt,
    });
  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { clock: () => NOW });
  });
  beforeEach(async () => {
    shop = await open(inDays(20));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const lookAt = (now: Date) => asOwner(hub.db, shop.owner, (scope) => warnOfKeys(scope, now));
  const warnings = ({ owner } = shop) =>
    asOwner(hub.db, owner, async ({ trx }) => {
      const { rows } = await sql<{ days_left: number }>`
        select (data->>'days_left')::int as days_left from events
        where type = 'account.key_expiring' order by id`.execute(trx);
      return rows.map((row) => row.days_left);
    });

  test('come once at each mark, however often one looks', async () => {
    for (let hour = 0; hour <= 23 * 24; hour += 6) await lookAt(inDays(hour / 24));
    expect(await warnings()).toEqual([14, 7, 1, 0]);
  });

  test('tell the nearest mark after a long sleep', async () => {
    await lookAt(inDays(15));
    await lookAt(inDays(40));
    expect(await warnings()).toEqual([5, 0]);
  });

  test('come once though two processes look at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => lookAt(inDays(19))));
    expect(await warnings()).toEqual([1]);
  });

  test('begin anew with a new key', async () => {
    await lookAt(inDays(19));
    await asOwner(hub.db, shop.owner, (scope) =>
      changeAccount(scope, hub.vault, shop.account.id, { name: 'other', keyExpiresAt: inDays(20) }),
    );
    await lookAt(inDays(19));
    expect(await warnings()).toEqual([1]);
    await asOwner(hub.db, shop.owner, (scope) =>
      changeAccount(scope, hub.vault, shop.account.id, {
        keyExpiresAt: inDays(200),
        credentials: COUPANG_KEYS,
      }),
    );
    for (const days of [19, 150, 187, 193]) await lookAt(inDays(days));
    expect(await warnings()).toEqual([1, 13, 7]);
  });

  test('are looked for in every business', async () => {
    const other = await open(inDays(7));
    await open(inDays(300));
    await warnOfExpiringKeys(hub, new AbortController().signal);
    expect(await warnings()).toEqual([]);
    expect(await warnings(other)).toEqual([7]);
  });
});
