import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, changeAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { queuedRuns, queueRun } from '../../store/sync-runs.ts';

describe('a sync of products', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let guide: Account;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver');
    guide = await connect(hub, business, 'esm', 'guide');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const start = (body?: unknown) =>
    api.ask('POST /api/v1/sync/products', {
      as: business.tokens.staff,
      ...(body === undefined ? {} : { body }),
    });

  it('reads the shops that are named, once even when it is asked for twice', async () => {
    const nudged: unknown[] = [];
    hub.nudges.once('nudge', (kind) => nudged.push(kind));
    const first = await start({ platform_account_ids: [naver.id] });
    expect(first.statusCode, first.body).toBe(202);
    expect(first.json()).toMatchObject({
      runs: [{ account_id: naver.id, sync_type: 'products', status: 'queued', cause: 'request' }],
      publications: [],
      published: 0,
    });
    expect(nudged).toEqual(['catalog']);
    const both = await start({ platform_account_ids: [naver.id, coupang.id] });
    expect(both.json().runs.map(({ account_id }: { account_id: number }) => account_id)).toEqual([
      naver.id,
      coupang.id,
    ]);
    expect(both.json().runs[0].id).toBe(first.json().runs[0].id);
  });

  it('without a body reads every shop that can tell', async () => {
    const answer = (await start()).json();
    expect(answer.runs).toMatchObject([{ account_id: coupang.id }, { account_id: naver.id }]);
    expect(answer).toMatchObject({ publications: [], published: 0 });
  });

  it('says which of the shops cannot be read, and why', async () => {
    await asOwner(hub.db, business.owner, (scope) =>
      changeAccount(scope, hub.vault, coupang.id, { enabled: false }),
    );
    const answer = await start({ platform_account_ids: [coupang.id, naver.id, guide.id] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toMatchObject([
      { field: 'platform_account_ids[0]', code: 'account_disabled' },
      { field: 'platform_account_ids[2]', code: 'no_catalogue' },
    ]);
    expect((await start({ platform_account_ids: [999_999] })).statusCode).toBe(404);
  });

  it('is retried in its own lane, and not taken by the one that reads orders', async () => {
    const [{ id }] = (await start({ platform_account_ids: [naver.id] })).json().runs;
    const waiting = (type: 'orders' | 'products') =>
      asOwner(hub.db, business.owner, (scope) => queuedRuns(scope, naver.id, type));
    await asOwner(hub.db, business.owner, (scope) =>
      queueRun(scope, { account: naver.id, cause: 'request', range: null }),
    );
    expect((await waiting('products')).map((run) => run.id)).toEqual([id]);
    expect((await waiting('orders')).map((run) => run.syncType)).toEqual(['orders']);
    await api.ask(`POST /api/v1/sync/logs/${id}/cancel`, { as: business.tokens.staff });
    const again = await api.ask(`POST /api/v1/sync/logs/${id}/retry`, { as: business.tokens.staff });
    expect(again.json()).toMatchObject({ sync_type: 'products', status: 'queued', retry_of: id });
  });
});
