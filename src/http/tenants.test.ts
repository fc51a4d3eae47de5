import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../test/harness/rest.ts';
import { order } from '../../test/harness/snapshots.ts';
import type { Hub } from '../engine/hub.ts';
import { storeCommands } from '../store/commands/store.ts';
import { readLines } from '../store/orders/read.ts';
import { asOwner } from '../store/scope.ts';
import { queueRun } from '../store/sync-runs.ts';
import { createTestDelivery } from '../store/webhooks/deliveries.ts';
import { createWebhook } from '../store/webhooks/endpoints.ts';

describe.each(DATABASE_KINDS)('somebody else on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let other: TestBusiness;
  let rows: {
    account: number;
    order: number;
    run: number;
    command: number;
    webhook: number;
    delivery: number;
  };

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    mine = await openBusiness(hub, 'mine');
    other = await openBusiness(hub, 'other');
    const account = await connect(hub, mine, 'coupang');
    const [orderId] = [...(await putOrders(hub, mine, account, [order()])).values()];
    if (orderId === undefined) throw new Error('the order was not stored');
    rows = await asOwner(hub.db, mine.owner, async (scope) => {
      const wish = { account: account.id, cause: 'request', range: null } as const;
      const run = await queueRun(scope, wish);
      const lines = (await readLines(scope, [orderId])).get(orderId) ?? [];
      const [command = 0] = await storeCommands(scope, [
        {
          account: account.id,
          order: orderId,
          lines: lines.map(({ id }) => id),
          payload: { kind: 'acknowledge' },
          key: 'k',
          lane: 'click',
          actor: 'test',
          cause: 'test',
        },
      ]);
      const webhook = await createWebhook(scope, hub.vault, {
        url: 'https://erp.seller.co.kr',
        description: '',
        eventTypes: [],
        accounts: [],
      });
      if (webhook === undefined) throw new Error('the webhook was not stored');
      const delivery = await createTestDelivery(scope, webhook.endpoint.id);
      return { account: account.id, order: orderId, run, command, webhook: webhook.endpoint.id, delivery };
    });
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const SHIPPING = { deliveryCompanyCode: 'CJ', trackingNumber: '1234567890' };
  const questions = (): readonly (readonly [`${string} /${string}`, unknown?])[] => [
    [`GET /api/v1/platform-accounts/${rows.account}`],
    [`GET /api/v1/platform-accounts/${rows.account}/health`],
    [`PATCH /api/v1/platform-accounts/${rows.account}`, { name: 'x' }],
    [`PUT /api/v1/platform-accounts/${rows.account}`, { name: 'x' }],
    [`POST /api/v1/sync/platforms/coupang/test`, { account_id: rows.account }],
    [`POST /api/v1/sync/orders`, { account_id: rows.account }],
    [`POST /api/v1/platform-accounts/${rows.account}/webhook`],
    [`GET /api/v1/platform-accounts/${rows.account}/webhook`],
    [`DELETE /api/v1/platform-accounts/${rows.account}/webhook`],
    [
      `POST /api/v1/sync/webhook`,
      { platform: 'coupang', event_type: 'x', data: {}, account_id: rows.account },
    ],
    [`GET /api/v1/sync/logs/${rows.run}`],
    [`POST /api/v1/sync/logs/${rows.run}/retry`],
    [`GET /api/v1/orders/${rows.order}`],
    [`GET /api/v1/orders/${rows.order}?reveal=contact`],
    [`PUT /api/v1/orders/${rows.order}/status`, { status: 'shipped', shipping_info: SHIPPING }],
    [`PUT /api/v1/orders/${rows.order}/invoice`, SHIPPING],
    [`POST /api/v1/orders/${rows.order}/delay`, { ship_by: '2100-01-01', reason: 'other', text: 'x' }],
    [`GET /api/v1/commands/${rows.command}`],
    [`POST /api/v1/commands/${rows.command}/retry`],
    [`POST /api/v1/commands/${rows.command}/cancel`],
    [`GET /api/v1/webhooks/${rows.webhook}`],
    [`PATCH /api/v1/webhooks/${rows.webhook}`, { description: 'x' }],
    [`POST /api/v1/webhooks/${rows.webhook}/rotate-secret`],
    [`POST /api/v1/webhooks/${rows.webhook}/pause`],
    [`POST /api/v1/webhooks/${rows.webhook}/resume`],
    [`POST /api/v1/webhooks/${rows.webhook}/test`],
    [`GET /api/v1/webhooks/${rows.webhook}/deliveries`],
    [`GET /api/v1/webhooks/deliveries/${rows.delivery}`],
    [`POST /api/v1/webhooks/deliveries/${rows.delivery}/resend`],
    [`DELETE /api/v1/webhooks/${rows.webhook}`],
    [`DELETE /api/v1/platform-accounts/${rows.account}`],
  ];

  it('gets 404 for every row of mine, as if it were not there', async () => {
    for (const [line, body] of questions()) {
      const answer = await api.ask(line, { as: other.tokens.owner, body });
      expect(answer.statusCode, `${line}: ${answer.body}`).toBe(404);
      expect(answer.json().code, line).toBe('not_found');
    }
  });

  it('finds nothing of mine in any list', async () => {
    const read = async (line: `${string} /${string}`) =>
      (await api.ask(line, { as: other.tokens.owner })).json();
    expect((await read('GET /api/v1/platform-accounts')).platform_accounts).toEqual([]);
    expect((await read('GET /api/v1/orders')).orders).toEqual([]);
    expect((await read(`GET /api/v1/orders?account_id=${rows.account}`)).orders).toEqual([]);
    expect((await read('GET /api/v1/sync/logs')).logs).toEqual([]);
    expect((await read(`GET /api/v1/sync/logs?account_id=${rows.account}`)).logs).toEqual([]);
    expect((await read('GET /api/v1/audit')).entries).toEqual([]);
    expect((await read('GET /api/v1/webhooks')).webhooks).toEqual([]);
    expect(await read('GET /api/v1/sync/status')).toMatchObject({ accounts: [], recent: [], running: [] });
    const confirm = await api.ask('POST /api/v1/orders/batch-confirm', {
      as: other.tokens.owner,
      body: { order_ids: [rows.order] },
    });
    expect(confirm.json().results).toMatchObject([{ accepted: false, code: 'not_found' }]);
  });

  it('leaves mine as it was', async () => {
    const account = await api.ask(`GET /api/v1/platform-accounts/${rows.account}`, { as: mine.tokens.owner });
    expect(account.json()).toMatchObject({ name: 'coupang shop', health: 'unchecked' });
    const found = await api.ask(`GET /api/v1/orders/${rows.order}`, { as: mine.tokens.owner });
    expect(found.json().commands).toHaveLength(1);
  });

  it('and a stranger get 401 for every one of them', async () => {
    for (const [line, body] of questions()) {
      expect((await api.ask(line, { body })).statusCode, line).toBe(401);
    }
  });
});
