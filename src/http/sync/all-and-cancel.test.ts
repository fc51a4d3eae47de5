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
import { runId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { asOwner } from '../../store/scope.ts';
import { beginRun, finishRun } from '../../store/sync-runs.ts';

describe('a sync of everything, and stopping it', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.staff;
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  it('reads what each shop offers, and says what none offers yet', async () => {
    const coupang = await connect(hub, business, 'coupang');
    const naver = await connect(hub, business, 'naver');
    const answer = await api.ask('POST /api/v1/sync/all', { as });
    expect(answer.statusCode, answer.body).toBe(202);
    expect(answer.json()).toMatchObject({
      runs: [
        { account_id: coupang.id, sync_type: 'orders', cause: 'request', status: 'queued' },
        { account_id: naver.id, platform: 'naver' },
        { account_id: coupang.id, sync_type: 'products', cause: 'request', status: 'queued' },
        { account_id: naver.id, sync_type: 'products' },
        { account_id: coupang.id, sync_type: 'inventory', cause: 'request', status: 'queued' },
        { account_id: naver.id, sync_type: 'inventory' },
      ],
      waiting_for: ['claims'],
    });
  });

  it('has nothing to wait for without a shop', async () => {
    const answer = await api.ask('POST /api/v1/sync/all?wait=5', { as, body: {} });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().runs).toEqual([]);
    expect((await api.ask('POST /api/v1/sync/all', { as, body: { types: [] } })).statusCode).toBe(422);
    expect((await api.ask('POST /api/v1/sync/all', { as: business.tokens.viewer })).statusCode).toBe(403);
  });

  it('cancels what waits at once, what is at work soon, and refuses what has ended', async () => {
    await connect(hub, business, 'coupang');
    const start = async () => runId((await api.ask('POST /api/v1/sync/all', { as })).json().runs[0].id);
    const cancel = (id: number, token = as) => api.ask(`POST /api/v1/sync/logs/${id}/cancel`, { as: token });

    const waiting = await start();
    const gone = await cancel(waiting);
    expect([gone.statusCode, gone.json().status]).toEqual([200, 'canceled']);

    const working = await start();
    await asOwner(hub.db, business.owner, (scope) => beginRun(scope, working));
    const asked = await cancel(working);
    expect(asked.statusCode).toBe(202);
    expect(asked.json()).toMatchObject({ status: 'running', progress: { canceling: true } });

    await asOwner(hub.db, business.owner, (scope) => finishRun(scope, working, null));
    for (const id of [waiting, working]) {
      const late = await cancel(id);
      expect([late.statusCode, late.json().code]).toEqual([409, 'run_finished']);
    }
    const other = await openBusiness(hub, 'other');
    expect((await cancel(working, other.tokens.owner)).statusCode).toBe(404);
    expect((await api.ask('GET /api/v1/sync/logs?status=canceled', { as })).json().logs).toHaveLength(1);
  });
});
