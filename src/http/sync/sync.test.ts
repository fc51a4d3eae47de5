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
import { type RunId, runId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, changeAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { setAside } from '../../store/set-asides.ts';
import { addCounts, beginRun, finishRun, queueRun } from '../../store/sync-runs.ts';

describe('sync', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.staff;
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const start = (body?: unknown, query = '') =>
    api.ask(`POST /api/v1/sync/orders${query}`, { as, ...(body === undefined ? {} : { body }) });
  const run = (account: Account, trouble: unknown): Promise<RunId> =>
    asOwner(hub.db, business.owner, async (scope) => {
      const id = await queueRun(scope, {
        account: account.id,
        cause: 'request',
        range: null,
      });
      await beginRun(scope, id);
      await addCounts(scope, id, { created: 3, updated: 2, unchanged: 1, failed: 0 });
      await finishRun(scope, id, trouble);
      return id;
    });

  it('queues a run for every shop, without a body or with an empty one', async () => {
    for (const body of [undefined, '', {}]) {
      const nudged: unknown[] = [];
      hub.nudges.once('nudge', (kind) => nudged.push(kind));
      const answer = await start(body);
      expect(answer.statusCode, answer.body).toBe(202);
      expect(answer.json().runs).toMatchObject([
        {
          account_id: coupang.id,
          platform: 'coupang',
          sync_type: 'orders',
          cause: 'request',
          status: 'queued',
          range: null,
        },
        { account_id: naver.id, platform: 'naver' },
      ]);
      expect(nudged).toEqual(['pull']);
    }
  });

  it('takes the dates of the guide in the zone of the business', async () => {
    const answer = await start({ start_date: '2024-01-01T00:00:00', end_date: '2024-01-07T23:59:59' });
    expect(answer.json().runs[0].range).toEqual({
      from: '2023-12-31T15:00:00.000Z',
      to: '2024-01-07T15:00:00.000Z',
    });
  });

  it('is meant for one shop or one marketplace when asked', async () => {
    const accountsOf = async (body: unknown) =>
      (await start(body)).json().runs.map(({ account_id }: { account_id: number }) => account_id);
    expect(await accountsOf({ account_id: naver.id })).toEqual([naver.id]);
    expect(await accountsOf({ platform: 'smartstore' })).toEqual([naver.id]);
    expect((await start({ account_id: 999_999 })).statusCode).toBe(404);
    expect((await start({ account_id: naver.id, platform: 'coupang' })).json().errors[0].code).toBe(
      'other_platform',
    );
    await asOwner(hub.db, business.owner, (scope) =>
      changeAccount(scope, hub.vault, coupang.id, { enabled: false }),
    );
    expect(await accountsOf({})).toEqual([naver.id]);
    expect((await start({ account_id: coupang.id })).json().errors[0].code).toBe('account_disabled');
  });

  it.each([
    [{ start_date: '2024-01-07', end_date: '2024-01-01' }, 'end_date dates_reversed'],
    [{ end_date: '2024-01-01' }, 'start_date missing'],
    [{ start_date: '2100-01-01' }, 'start_date in_the_future'],
    [{ start_date: '2020-01-01', end_date: '2024-01-01' }, 'start_date range_too_long'],
    [{ start_date: '07.01.2024' }, 'start_date bad_date'],
    [{ platform: 'ebay' }, 'platform unknown_platform'],
    [{ since: '2024-01-01' }, 'since unknown_field'],
    [[], 'body wrong_type'],
  ])('refuses %j with a sentence', async (body, fault) => {
    const answer = await start(body);
    expect(answer.statusCode).toBe(422);
    const [error] = answer.json().errors;
    expect(`${error.field} ${error.code}`).toBe(fault);
    expect(error.message.length).toBeGreaterThan(10);
  });

  it('answers 200 with the finished runs when they end in time', async () => {
    const waiting = start({ account_id: coupang.id }, '?wait=20');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [queued] = (await api.ask('GET /api/v1/sync/logs?status=queued', { as })).json().logs;
    await asOwner(hub.db, business.owner, async (scope) => {
      await beginRun(scope, runId(queued.id));
      await finishRun(scope, runId(queued.id), null);
    });
    const answer = await waiting;
    expect(answer.statusCode).toBe(200);
    expect(answer.json().runs).toMatchObject([{ id: queued.id, status: 'success' }]);
  });

  it('logs runs with counts and a clear sentence for each trouble', async () => {
    await run(coupang, null);
    const failed = await run(coupang, {
      reason: 'expired_key',
      kind: 'auth',
      operation: 'ordersheets',
      http_status: 401,
      native_code: 'ERROR',
      native_text: 'Specified key is expired.',
      skew_ms: null,
    });
    await run(naver, { reason: 'interrupted' });
    const { logs } = (await api.ask('GET /api/v1/sync/logs?status=failed&platform=coupang', { as })).json();
    expect(logs).toHaveLength(1);
    expect(logs[0]).toMatchObject({
      id: failed,
      sync_type: 'orders',
      status: 'failed',
      created: 3,
      updated: 2,
      unchanged: 1,
      failed: 0,
      error: {
        code: 'expired_key',
        native_code: 'ERROR',
        native_text: 'Specified key is expired.',
        http_status: 401,
      },
    });
    expect(logs[0].duration_ms).toBeGreaterThanOrEqual(0);
    expect(logs[0].error.title).toBe('The API key has expired');
    const interrupted = (await api.ask(`GET /api/v1/sync/logs?account_id=${naver.id}`, { as })).json().logs;
    expect(interrupted[0].error.code).toBe('interrupted');
  });

  it('pages and filters logs by date', async () => {
    for (let n = 0; n < 3; n++) await run(coupang, null);
    const first = (await api.ask('GET /api/v1/sync/logs?limit=2', { as })).json();
    expect(first.logs).toHaveLength(2);
    const second = (
      await api.ask(`GET /api/v1/sync/logs?limit=2&cursor=${first.next_cursor}`, { as })
    ).json();
    expect(second).toMatchObject({ logs: [expect.anything()], next_cursor: null });
    expect((await api.ask('GET /api/v1/sync/logs?start_date=2024-01-01', { as })).json().logs).toHaveLength(
      3,
    );
    expect((await api.ask('GET /api/v1/sync/logs?end_date=2024-01-01', { as })).json().logs).toEqual([]);
    expect((await api.ask('GET /api/v1/sync/logs?status=broken', { as })).json().errors[0].field).toBe(
      'status',
    );
  });

  it('shows the rows a run set aside', async () => {
    const id = await asOwner(hub.db, business.owner, async (scope) => {
      const queued = await queueRun(scope, {
        account: coupang.id,
        cause: 'request',
        range: null,
      });
      await setAside(scope, hub.vault, {
        account: coupang.id,
        run: queued,
        rows: [
          {
            nativeOrderId: '77',
            reason: 'orderedAt: expected text, got nothing',
            payload: '{"receiver":"김하늘"}',
          },
        ],
      });
      return queued;
    });
    const answer = await api.ask(`GET /api/v1/sync/logs/${id}`, { as });
    expect(answer.json().set_asides).toMatchObject([
      { native_order_id: '77', reason: 'orderedAt: expected text, got nothing' },
    ]);
    expect(answer.body).not.toContain('김하늘');
  });

  it('tells how every shop is doing', async () => {
    await run(coupang, null);
    await start({ account_id: naver.id });
    const status = (await api.ask('GET /api/v1/sync/status', { as })).json();
    expect(status.totals).toEqual({ accounts: 2, healthy: 0, troubled: 0, running: 0, queued: 1 });
    expect(status.accounts).toMatchObject([
      { account_id: coupang.id, queued: 0, last_run: { status: 'success' } },
      { account_id: naver.id, queued: 1, running: false },
    ]);
    expect(status.recent).toHaveLength(2);
  });
});
