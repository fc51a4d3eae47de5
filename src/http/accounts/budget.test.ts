import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { connectShop, newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { editionOf } from '../../engine/open-shop.ts';
import type { Ask } from '../../marketplaces/kit/budget.ts';
import type { Account } from '../../store/accounts.ts';

describe.each(DATABASE_KINDS)('the budget of an account on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let account: Account;
  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const connect = async (platform: string) => {
    ({ account } = await connectShop(hub, {
      platform,
      baseUrl: 'http://127.0.0.1:1',
      credentials: { key: `key-of-${platform}` },
      owner: business.owner,
    }));
  };
  const read = async (id: AccountId = account.id, as = business.tokens.viewer, language = 'en') => {
    const answer = await api.ask(`GET /api/v1/platform-accounts/${id}/budget`, {
      as,
      headers: { 'accept-language': language },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const asking = (bucket: string): Ask => ({
    bucket,
    buckets: editionOf(account).edition.buckets,
    lane: 'fresh',
    cost: 1,
    longestMs: 1_000,
    patienceMs: 60_000,
  });

  test('shows every bucket of the edition, untouched ones too', async () => {
    await connect('coupang');
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account_id: account.id,
      buckets: [
        {
          bucket: 'vendor',
          state: 'free',
          sentence: 'The next call can go at once.',
          limits: [{ calls: 5, per_seconds: 1, allowance: 4, burst: null, told_by_marketplace: false }],
          margin: 0.8,
          calls: { last_second: 0, last_minute: 0, last_day: 0 },
          in_flight: null,
          waiting: [],
          next_grant_at: null,
          shut_until: null,
          limit_hits: 0,
          told: null,
        },
      ],
    });
  });

  test('counts calls, shows who waits, and a limit that was hit', async () => {
    await connect('coupang');
    const budget = hub.budgetOf(account.id);
    for (let n = 0; n < 2; n++) await budget.grant(asking('vendor'));
    await budget.shut('vendor', 60_000, 'over_limit');
    const leaving = new AbortController();
    const waiting = ['fresh', 'click'].map((lane) =>
      budget
        .grant(
          { ...asking('vendor'), lane: lane === 'click' ? 'click' : 'fresh', patienceMs: 90_000 },
          leaving.signal,
        )
        .catch(() => {}),
    );
    await expect
      .poll(async () => (await read()).body.buckets[0])
      .toMatchObject({
        state: 'shut',
        calls: { last_minute: 2, last_day: 2 },
        waiting: ['click', 'fresh'],
        limit_hits: 1,
        next_grant_at: expect.any(String),
        shut_until: expect.any(String),
        last_hit_at: expect.any(String),
      });
    const { body } = await read(account.id, business.tokens.viewer, 'ko');
    expect(body.buckets[0].sentence).toMatch(/호출이 너무 많다고.*\d+초/);
    leaving.abort();
    await Promise.all(waiting);
    await expect.poll(async () => (await read()).body.buckets[0].waiting).toEqual([]);
  });

  test('shows what the headers of an answer said', async () => {
    await connect('naver');
    const grant = await hub.budgetOf(account.id).grant(asking('confirm'));
    grant.settle({
      status: 200,
      headers: { 'gncp-gw-ratelimit-replenish-rate': '10', 'gncp-gw-ratelimit-remaining': '19' },
    });
    const confirm = async () =>
      (await read()).body.buckets.find(({ bucket }: { bucket: string }) => bucket === 'confirm');
    await expect.poll(confirm).toMatchObject({
      limits: [{ calls: 10, allowance: 8, told_by_marketplace: true }],
      told: { limit: 10, remaining: 19, reset_at: null, at: expect.any(String) },
    });
  });

  test('is not there for somebody else', async () => {
    await connect('naver');
    const other = await openBusiness(hub, 'somebody else');
    expect((await read(account.id, other.tokens.owner)).status).toBe(404);
  });
});
