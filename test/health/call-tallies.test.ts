import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callCounter } from '../../src/engine/health/call-counter.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { ObservedCall } from '../../src/marketplaces/kit/gate.ts';
import { readCallTallies } from '../../src/store/health/call-tallies.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';

const call = (more: Partial<ObservedCall> = {}): ObservedCall => ({
  operation: 'products',
  status: 200,
  tookMs: 40,
  attempt: 1,
  reason: null,
  ...more,
});

describe.each(DATABASE_KINDS)('counting calls on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  const open = () =>
    connectShop(hub, { platform: 'coupang', baseUrl: 'http://127.0.0.1:9', credentials: COUPANG_KEYS });
  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  beforeEach(async () => {
    shop = await open();
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const tallies = ({ owner, account } = shop) =>
    asOwner(hub.db, owner, (scope) => readCallTallies(scope, account.id, 24));

  test('adds up the calls of several processes, by operation and outcome', async () => {
    const processes = Array.from({ length: 6 }, () => callCounter(hub.db, hub.log));
    for (let round = 0; round < 3; round++) {
      for (const counter of processes) {
        counter.count(shop.account.id, call({ tookMs: 10 }));
        counter.count(shop.account.id, call({ tookMs: 390.4 }));
        counter.count(shop.account.id, call({ operation: 'ship', status: 403, reason: 'ip_not_allowed' }));
      }
      await Promise.all(processes.map((counter) => counter.flush()));
    }
    expect(await tallies()).toEqual([
      {
        account: shop.account.id,
        operation: 'products',
        outcome: 'ok',
        calls: 36,
        totalMs: 18 * 400,
        slowestMs: 390,
        slots: [18, 0, 0, 18, 0, 0, 0, 0, 0, 0],
      },
      expect.objectContaining({ operation: 'ship', outcome: 'ip_not_allowed', calls: 18 }),
    ]);
  });

  test('writes down all accounts at once, and what is left at the end', async () => {
    const other = await open();
    const counter = callCounter(hub.db, hub.log);
    counter.count(shop.account.id, call());
    counter.count(other.account.id, call({ reason: 'down', status: null }));
    await counter.close();
    expect(await tallies()).toMatchObject([{ outcome: 'ok', calls: 1 }]);
    expect(await tallies(other)).toMatchObject([{ outcome: 'down', calls: 1 }]);
  });

  test('does not count a call that the hub itself let go of', async () => {
    const counter = callCounter(hub.db, hub.log);
    counter.count(shop.account.id, call({ reason: 'cut_off', status: null }));
    await counter.close();
    expect(await tallies()).toEqual([]);
  });

  test('shows an owner no counts of another, and forgets what is older than a day', async () => {
    hub.calls.count(shop.account.id, call());
    await hub.calls.flush();
    const stranger = await createOwner(hub.db, 'stranger');
    expect(await tallies({ owner: stranger, account: shop.account })).toEqual([]);
    await sql`update call_tallies set hour = hour - interval '24 hours' where account_id = ${shop.account.id}`.execute(
      hub.db.root,
    );
    expect(await tallies()).toEqual([]);
  });

  test('keeps counts that could not be written for the next time', async () => {
    const counter = callCounter(hub.db, hub.log);
    counter.count(shop.account.id, call());
    await sql`alter table call_tallies rename to call_tallies_away`.execute(hub.db.root);
    await counter.flush();
    await sql`alter table call_tallies_away rename to call_tallies`.execute(hub.db.root);
    counter.count(shop.account.id, call());
    await counter.close();
    expect(await tallies()).toMatchObject([{ calls: 2 }]);
  });
});
