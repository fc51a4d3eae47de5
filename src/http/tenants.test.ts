import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putClaims,
  putOrders,
  routesOf,
  TEST_SECRET,
  type TestBusiness,
  type TestServer,
} from '../../test/harness/rest.ts';
import { claim, order } from '../../test/harness/snapshots.ts';
import { addItem, addSkus, receive, setLinks } from '../../test/stock/shelf.ts';
import { skuId } from '../domain/ids.ts';
import { EVERY_DAY } from '../domain/schedule.ts';
import type { Hub } from '../engine/hub.ts';
import { workPlans } from '../engine/plans/work-plans.ts';
import { listApiTokens } from '../store/api-tokens.ts';
import { listProducts } from '../store/catalogue/read.ts';
import { storeCommands } from '../store/commands/store.ts';
import { storeImport } from '../store/imports/new-import.ts';
import { listListings } from '../store/listings/list.ts';
import { listMembers } from '../store/members.ts';
import { addMemo } from '../store/orders/memos.ts';
import { readLines } from '../store/orders/read.ts';
import { storePlan } from '../store/plans/new-plan.ts';
import { setFeeRate } from '../store/pricing/fee-rates.ts';
import { addRule } from '../store/pricing/rules.ts';
import { createSchedule } from '../store/schedules.ts';
import { asOwner } from '../store/scope.ts';
import { defaultLocation } from '../store/stock/locations.ts';
import { queueRun } from '../store/sync-runs.ts';
import { createTestDelivery } from '../store/webhooks/deliveries.ts';
import { createWebhook } from '../store/webhooks/endpoints.ts';
import { createUser } from './auth/users.ts';

const MY_RATE = {
  nativeCategoryId: null,
  saleBp: 100,
  shippingBp: 0,
  paymentBp: 0,
  fixed: 0,
  vatIncluded: true,
  validFrom: '2026-01-01',
  source: 'a bill of mine',
  checkedOn: '2026-01-01',
};

describe.each(DATABASE_KINDS)('somebody else on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let other: TestBusiness;
  let rows: {
    account: number;
    order: number;
    memo: number;
    claim: number;
    run: number;
    command: number;
    webhook: number;
    delivery: number;
    plan: number;
    schedule: number;
    sku: number;
    location: number;
    item: number;
    listing: number;
    file: number;
    product: number;
    rule: number;
    rate: number;
    member: string;
    token: number;
  };

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    mine = await openBusiness(hub, 'mine');
    other = await openBusiness(hub, 'other');
    await createUser(hub, TEST_SECRET, {
      email: 'mine@example.com',
      password: 'a long password',
      name: 'mine',
      owner: mine.owner,
      role: 'owner',
    });
    const account = await connect(hub, mine, 'coupang');
    const [orderId] = [...(await putOrders(hub, mine, account, [order()])).values()];
    if (orderId === undefined) throw new Error('the order was not stored');
    const [claimId] = [...(await putClaims(hub, mine, account, [claim()])).values()];
    if (claimId === undefined) throw new Error('the claim was not stored');
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
      const memo = await addMemo(scope, orderId, { note: 'mine', actor: 'test', author: null });
      if (memo === undefined) throw new Error('the memo was not stored');
      const webhook = await createWebhook(scope, hub.vault, {
        url: 'https://erp.seller.co.kr',
        description: '',
        eventTypes: [],
        accounts: [],
      });
      if (webhook === undefined) throw new Error('the webhook was not stored');
      const delivery = await createTestDelivery(scope, webhook.endpoint.id);
      const plan = await storePlan(scope, {
        kind: 'set_stock',
        actor: 'test',
        undoes: null,
        items: [
          {
            target: { kind: 'offer', account: account.id, nativeItemId: '7' },
            wanted: { kind: 'set_stock', quantity: 1 },
          },
        ],
      });
      const schedule = await createSchedule(scope, {
        name: 'every hour',
        account: account.id,
        platform: null,
        intervalMinutes: 60,
        syncTypes: ['orders'],
        activeHours: null,
        activeDays: EVERY_DAY,
      });
      if (schedule === undefined) throw new Error('the schedule was not stored');
      const [sku = skuId(1)] = await addSkus(scope, ['SOCK']);
      await receive(scope, sku, 3, 'delivery');
      await setLinks(scope, await addItem(scope, account, '70071284034'), [{ sku, quantity: 1 }]);
      const item = await addItem(scope, account, '70071284035');
      const [listed] = await listListings(scope, {}, { limit: 1, before: null });
      if (listed === undefined) throw new Error('the listing was not stored');
      const location = await defaultLocation(scope);
      const file = await storeImport(scope, {
        fileName: null,
        file: Buffer.from('SKU\nSOCK'),
        sha256: '',
        actor: 'test',
      });
      if (file === undefined) throw new Error('the import was not stored');
      const [product] = await listProducts(scope, { text: null, categoryKey: null, limit: 1, before: null });
      if (product === undefined) throw new Error('the product was not stored');
      const rule = await addRule(scope, {
        name: 'mine',
        scope: { account: account.id, platform: null, categoryKey: null, product: null },
        aim: { kind: 'fixed', price: 100 },
        shippingCost: 0,
        otherCost: 0,
        rounding: { step: 10, direction: 'up', less: 0 },
        floor: null,
        ceiling: null,
        changeAtMostBp: null,
        scarcity: null,
        enabled: true,
      });
      if (rule === undefined) throw new Error('the rule was not stored');
      const [member] = await listMembers(scope);
      const [token] = await listApiTokens(scope);
      if (member === undefined || token === undefined) throw new Error('nobody may come in');
      const rate = await setFeeRate(scope, 'coupang', MY_RATE, 'test');
      return {
        account: account.id,
        order: orderId,
        memo: memo.id,
        claim: claimId,
        run,
        command,
        webhook: webhook.endpoint.id,
        delivery,
        plan,
        schedule: schedule.id,
        sku,
        location,
        item,
        listing: listed.id,
        file,
        product: product.id,
        rule: rule.id,
        rate: rate.id,
        member: member.userId,
        token: token.id,
      };
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
    [`GET /api/v1/platform-accounts/${rows.account}/budget`],
    [`PATCH /api/v1/platform-accounts/${rows.account}`, { name: 'x' }],
    [`PUT /api/v1/platform-accounts/${rows.account}`, { name: 'x' }],
    [`POST /api/v1/sync/platforms/coupang/test`, { account_id: rows.account }],
    [`POST /api/v1/sync/orders`, { account_id: rows.account }],
    [`POST /api/v1/sync/products`, { platform_account_ids: [rows.account] }],
    [`GET /api/v1/listings/${rows.listing}`],
    [`GET /api/v1/listings/${rows.listing}/picture`],
    [`POST /api/v1/listings/${rows.listing}/refresh`],
    [`POST /api/v1/listings/${rows.listing}/pause`],
    [`POST /api/v1/listings/${rows.listing}/resume`],
    [`GET /api/v1/platform-accounts/${rows.account}/categories`],
    [`GET /api/v1/platform-accounts/${rows.account}/categories/80310/requirements`],
    [`GET /api/v1/platform-accounts/${rows.account}/places`],
    [`POST /api/v1/products/${rows.product}/publish`],
    [`POST /api/v1/sync/products`, { product_ids: [rows.product] }],
    [`GET /api/v1/products/${rows.product}/listings`],
    [`GET /api/v1/products/${rows.product}/picture`],
    [`PUT /api/v1/products/${rows.product}/listings/${rows.account}`, { category_id: '80310' }],
    [`DELETE /api/v1/products/${rows.product}/listings/${rows.account}`],
    [`PUT /api/v1/listing-items/${rows.item}/link`, { parts: [{ sku_id: rows.sku, quantity: 1 }] }],
    [`POST /api/v1/platform-accounts/${rows.account}/webhook`],
    [`GET /api/v1/platform-accounts/${rows.account}/webhook`],
    [`DELETE /api/v1/platform-accounts/${rows.account}/webhook`],
    [
      `POST /api/v1/sync/webhook`,
      { platform: 'coupang', event_type: 'x', data: {}, account_id: rows.account },
    ],
    [`GET /api/v1/sync/logs/${rows.run}`],
    [`POST /api/v1/sync/logs/${rows.run}/retry`],
    [`POST /api/v1/sync/logs/${rows.run}/cancel`],
    [`GET /api/v1/sync/schedules/${rows.schedule}`],
    [`PATCH /api/v1/sync/schedules/${rows.schedule}`, { interval_minutes: 30 }],
    [`POST /api/v1/sync/schedules/${rows.schedule}/pause`],
    [`POST /api/v1/sync/schedules/${rows.schedule}/resume`],
    [`DELETE /api/v1/sync/schedules/${rows.schedule}`],
    [`GET /api/v1/orders/${rows.order}`],
    [`GET /api/v1/orders/${rows.order}?reveal=contact`],
    [`PUT /api/v1/orders/${rows.order}/status`, { status: 'shipped', shipping_info: SHIPPING }],
    [`PUT /api/v1/orders/${rows.order}/invoice`, SHIPPING],
    [`POST /api/v1/orders/${rows.order}/delay`, { ship_by: '2100-01-01', reason: 'other', text: 'x' }],
    [
      `POST /api/v1/orders/${rows.order}/split`,
      {
        line_id: 1,
        parts: [
          { quantity: 1, ...SHIPPING },
          { quantity: 2, ...SHIPPING },
        ],
      },
    ],
    [`POST /api/v1/orders/${rows.order}/hold`, { text: 'x' }],
    [`POST /api/v1/orders/${rows.order}/memos`, { note: 'x' }],
    [`DELETE /api/v1/orders/${rows.order}/memos/${rows.memo}`],
    [`POST /api/v1/orders/${rows.order}/release`],
    [`POST /api/v1/orders/${rows.order}/cancel`, { reason: 'CCTTER', text: 'x', penalty_accepted: true }],
    [`GET /api/v1/claims/${rows.claim}`],
    [`GET /api/v1/claims/${rows.claim}?reveal=contact`],
    [`POST /api/v1/claims/${rows.claim}/approve`],
    [`PUT /api/v1/claims/${rows.claim}/resolution`, { note: 'x' }],
    [
      `POST /api/v1/claims/${rows.claim}/restock`,
      { lines: [{ sku_id: rows.sku, quantity: 1, condition: 'sellable' }] },
    ],
    [`PUT /api/v1/listing-items/${rows.item}/stock-terms`, { buffer: 1 }],
    [`GET /api/v1/inventory/${rows.sku}/offers`],
    [`PUT /api/v1/inventory/${rows.sku}/safety-stock`, { safety_stock: 1 }],
    [`GET /api/v1/products/${rows.product}`],
    [`PUT /api/v1/products/${rows.product}`, { name: 'taken' }],
    [`DELETE /api/v1/products/${rows.product}`],
    [`PUT /api/v1/price-rules/${rows.rule}`, { name: 'taken' }],
    [`DELETE /api/v1/price-rules/${rows.rule}`],
    [`DELETE /api/v1/fee-rates/${rows.rate}`],
    [`GET /api/v1/product-imports/${rows.file}`],
    [`GET /api/v1/product-imports/${rows.file}/rows`],
    [`GET /api/v1/product-imports/${rows.file}/errors.xlsx`],
    [`GET /api/v1/product-imports/${rows.file}/errors.csv`],
    [`POST /api/v1/product-imports/${rows.file}/confirm`],
    [`DELETE /api/v1/product-imports/${rows.file}`],
    [`GET /api/v1/inventory/${rows.sku}`],
    [`GET /api/v1/inventory/${rows.sku}/movements`],
    [`PUT /api/v1/locations/${rows.location}`, { name: 'taken' }],
    [`GET /api/v1/commands/${rows.command}`],
    [`POST /api/v1/commands/${rows.command}/cancel`],
    [`POST /api/v1/commands/${rows.command}/retry`],
    [`GET /api/v1/plans/${rows.plan}`],
    [`GET /api/v1/plans/${rows.plan}/items`],
    [`POST /api/v1/plans/${rows.plan}/confirm`, { version: 1 }],
    [`POST /api/v1/plans/${rows.plan}/undo`],
    [`DELETE /api/v1/plans/${rows.plan}`],
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
    [`PATCH /api/v1/members/${rows.member}`, { role: 'viewer' }],
    [`DELETE /api/v1/members/${rows.member}`],
    [`POST /api/v1/members/${rows.member}/reset-password`],
    [`DELETE /api/v1/api-tokens/${rows.token}`],
    [`DELETE /api/v1/platform-accounts/${rows.account}`],
  ];

  /** Lists, where mine must not show, also when they are asked for by my numbers. */
  const lists = (): readonly (readonly [`GET /${string}`, string])[] => [
    ['GET /api/v1/platform-accounts', 'platform_accounts'],
    ['GET /api/v1/orders', 'orders'],
    [`GET /api/v1/orders?account_id=${rows.account}`, 'orders'],
    [`GET /api/v1/orders?due=2026-11-24`, 'orders'],
    ['GET /api/v1/claims', 'claims'],
    [`GET /api/v1/claims?account_id=${rows.account}`, 'claims'],
    [`GET /api/v1/claims?order_id=${rows.order}`, 'claims'],
    ['GET /api/v1/claims?to_resolve=true', 'claims'],
    ['GET /api/v1/listings', 'listings'],
    [`GET /api/v1/listings?account_id=${rows.account}`, 'listings'],
    ['GET /api/v1/listings?q=70071284034', 'listings'],
    ['GET /api/v1/listing-links/proposals', 'items'],
    [`GET /api/v1/listing-links/proposals?account_id=${rows.account}`, 'items'],
    ['GET /api/v1/listing-links/clashes', 'clashes'],
    ['GET /api/v1/products', 'products'],
    ['GET /api/v1/products?q=SOCK', 'products'],
    ['GET /api/v1/price-rules', 'price_rules'],
    ['GET /api/v1/inventory/drift', 'drift'],
    ['GET /api/v1/inventory/windows', 'windows'],
    ['GET /api/v1/product-imports', 'product_imports'],
    ['GET /api/v1/inventory', 'inventory'],
    ['GET /api/v1/inventory?q=SOCK', 'inventory'],
    ['GET /api/v1/inventory/low-stock', 'low_stock_products'],
    ['GET /api/v1/inventory/returns', 'returns'],
    ['GET /api/v1/commands', 'commands'],
    [`GET /api/v1/commands?account_id=${rows.account}`, 'commands'],
    [`GET /api/v1/commands?order_id=${rows.order}`, 'commands'],
    [`GET /api/v1/commands?plan_id=${rows.plan}`, 'commands'],
    ['GET /api/v1/plans', 'plans'],
    ['GET /api/v1/sync/logs', 'logs'],
    [`GET /api/v1/sync/logs?account_id=${rows.account}`, 'logs'],
    ['GET /api/v1/sync/schedules', 'schedules'],
    ['GET /api/v1/audit', 'entries'],
    [`GET /api/v1/audit?account_id=${rows.account}`, 'entries'],
    ['GET /api/v1/webhooks', 'webhooks'],
    ['GET /api/v1/members', 'members'],
  ];

  /** Writes that choose by numbers in their body: what they answer when the numbers are mine. */
  const choices = (): readonly (readonly [`POST /${string}`, unknown, object])[] => [
    ['POST /api/v1/commands/cancel', { command_ids: [rows.command] }, { canceled: 0 }],
    ['POST /api/v1/commands/cancel', { account_id: rows.account }, { canceled: 0 }],
    ['POST /api/v1/commands/cancel', {}, { canceled: 0 }],
    ['POST /api/v1/commands/retry', { command_ids: [rows.command] }, { retried: 0 }],
    ['POST /api/v1/commands/retry', { order_id: rows.order }, { retried: 0 }],
    ['POST /api/v1/sync/logs/retry', { account_id: rows.account }, { runs: [] }],
    ['POST /api/v1/sync/all', {}, { runs: [] }],
    ['POST /api/v1/sync/products', {}, { runs: [] }],
    [
      'POST /api/v1/listing-links',
      { links: [{ listing_item_id: rows.item, parts: [] }] },
      { results: [{ accepted: false, code: 'listing_item_unknown' }], accepted: 0, declined: 1 },
    ],
    [
      'POST /api/v1/listing-links/proposals/accept',
      { listing_item_ids: [rows.item] },
      { linked: 0, left_item_ids: [rows.item] },
    ],
    [
      'POST /api/v1/products/from-listings',
      { listing_ids: [rows.listing] },
      { results: [{ outcome: 'declined', code: 'listing_unknown' }], made: 0 },
    ],
    ['POST /api/v1/listing-links/proposals/accept', { min_confidence: 0.5 }, { linked: 0, left: 0 }],
    ['POST /api/v1/sync/inventory', { product_ids: [rows.product] }, { skus: 0, runs: [] }],
    ['POST /api/v1/sync/inventory', {}, { skus: 0, runs: [] }],
    ['POST /api/v1/prices/quote', { product_ids: [rows.product] }, { quotes: [] }],
    ['POST /api/v1/prices/quote', { account_ids: [rows.account] }, { quotes: [] }],
    ['POST /api/v1/prices/apply', { product_ids: [rows.product] }, { plan: null, quotes: [] }],
    [
      'POST /api/v1/price-rules',
      { name: 'x', aim: { kind: 'product_price' }, account_id: rows.account },
      { code: 'invalid_request', errors: [{ field: 'account_id' }] },
    ],
    [
      'POST /api/v1/inventory/movements',
      { movements: [{ type: 'count', sku_id: rows.sku, quantity: 9 }] },
      { results: [{ accepted: false, code: 'sku_unknown' }], accepted: 0, declined: 1 },
    ],
    ['POST /api/v1/orders/find', { numbers: [order().nativeOrderId] }, { orders: [] }],
    [
      'POST /api/v1/orders/batch-confirm',
      { order_ids: [rows.order] },
      { results: [{ accepted: false, code: 'not_found' }] },
    ],
    [
      'POST /api/v1/claims/actions',
      { action: 'approve', claims: [{ claim_id: rows.claim }] },
      { results: [{ accepted: false, code: 'not_found' }], accepted: 0, declined: 1 },
    ],
    [
      'POST /api/v1/sync/schedule',
      { interval_minutes: 30, sync_types: ['orders'], account_id: rows.account },
      { code: 'invalid_request', errors: [{ field: 'account_id' }] },
    ],
    [
      'POST /api/v1/webhooks',
      { url: 'https://erp.seller.co.kr', account_ids: [rows.account] },
      { code: 'invalid_request' },
    ],
  ];

  /** Routes that name no row of a business, each with what they hold. */
  const ROWLESS: Readonly<Record<string, string>> = {
    'GET /healthz': 'whether the hub answers',
    'POST /hooks/{token}': 'a secret of one account; nobody signs in',
    'POST /hooks/{token}/stock': 'the same',
    'POST /api/auth/sign-in/email': 'people, who belong to no business by themselves',
    'POST /api/auth/sign-out': 'the own session',
    'POST /api/auth/change-password': 'the own password',
    'GET /api/auth/get-session': 'the own session',
    'GET /api/v1/me': 'the own name and role',
    'GET /api/v1/me/sessions': 'the own sessions',
    'DELETE /api/v1/me/sessions/{session_id}': 'the own sessions',
    'GET /api/v1/me/views': 'the own views: see members.test.ts',
    'PUT /api/v1/me/views/{place}': 'the same',
    'GET /api/v1/api-tokens': 'asked below',
    'POST /api/v1/api-tokens': 'makes a row of the own',
    'POST /api/v1/members': 'makes a row of the own',
    'GET /api/v1/audit/verification': 'the own chain',
    'PUT /api/v1/settings/business': 'settings of the own',
    'GET /api/v1/today': 'asked below',
    'GET /api/v1/analytics/summary': 'asked below',
    'GET /api/v1/analytics/trend': 'asked below',
    'GET /api/v1/analytics/platforms': 'asked below',
    'GET /api/v1/platforms': 'the same for everybody',
    'GET /api/v1/notice-kinds': 'the same for everybody',
    'GET /api/v1/pictures':
      'what is asked for by its address; kept apart for each owner, see picture-shelf.test.ts',
    'GET /api/v1/events': 'a stream: see live.test.ts',
    'GET /api/v1/sync/status': 'asked below',
    'GET /api/v1/sync/logs/export': 'asked below',
    'GET /api/v1/audit/export': 'asked below',
    'GET /api/v1/products/export': 'asked below',
    'GET /api/v1/inventory/export': 'asked below',
    'POST /api/v1/product-imports': 'makes a row of the own',
    'POST /api/v1/orders/shipment-lists': 'reads the file it is sent, and no row of anybody',
    'POST /api/v1/plans': 'asked below',
    'POST /api/v1/platform-accounts': 'makes a row of the own',
    'GET /api/v1/locations': 'asked below',
    'POST /api/v1/locations': 'makes a row of the own',
    'POST /api/v1/products': 'makes a row of the own',
    'GET /api/v1/fee-rates': 'asked below',
    'PUT /api/v1/fee-rates': 'makes a row of the own',
    'GET /api/v1/inventory/settings': 'settings of the own',
    'PUT /api/v1/inventory/settings': 'asked below',
    'GET /api/v1/notifications': 'settings of the own',
    'PUT /api/v1/notifications': 'settings of the own',
    'GET /api/v1/settings/retention': 'settings of the own',
    'PUT /api/v1/settings/retention': 'settings of the own',
    'GET /api/v1/marketplace-configs': 'settings of the own',
    'PUT /api/v1/marketplace-configs/{platform}': 'settings of the own',
  };

  it('is asked for here about every route there is', async () => {
    const asked = [...questions(), ...lists(), ...choices()].map(([line]) =>
      line
        .replace(/\?.*/, '')
        .replace(/members\/[^/]+/, 'members/{user_id}')
        .replace(/\/\d+/, '/{id}')
        .replace(/listings\/\d+$/, 'listings/{account_id}')
        .replace(/memos\/\d+$/, 'memos/{memo_id}')
        .replace(/categories\/\d+\//, 'categories/{native_id}/')
        .replace('/coupang/', '/{platform}/')
        .replace('/approve', '/{verb}'),
    );
    const names = (await routesOf(api)).map(({ name }) => name);
    expect([...new Set([...asked, ...Object.keys(ROWLESS)])].sort()).toEqual(names.sort());
  });

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
    for (const [line, name] of lists()) {
      const mineToo = await api.ask(line, { as: mine.tokens.owner });
      expect(mineToo.statusCode, line).toBe(200);
      expect((await read(line))[name], line).toEqual([]);
    }
    const file = async (line: `GET /${string}`, token: string) => (await api.ask(line, { as: token })).body;
    const logs = 'GET /api/v1/sync/logs/export?format=ndjson';
    expect(await file(logs, mine.tokens.owner)).not.toBe('');
    expect(await file(logs, other.tokens.owner)).toBe('');
    const trail = 'GET /api/v1/audit/export?format=ndjson';
    const entries = async (token: string) => (await file(trail, token)).trim().split('\n');
    const myEntries = await entries(mine.tokens.owner);
    expect((await entries(other.tokens.owner)).filter((entry) => myEntries.includes(entry))).toEqual([]);
    expect(myEntries.length).toBeGreaterThan(1);
    const rates: readonly { id: number | null }[] = (await read('GET /api/v1/fee-rates')).fee_rates;
    expect(rates.filter((rate) => rate.id !== null)).toEqual([]);
    for (const name of ['products', 'inventory'] as const) {
      const sheet: `GET /${string}` = `GET /api/v1/${name}/export?format=csv`;
      expect(await file(sheet, mine.tokens.owner)).toContain('SOCK');
      expect((await file(sheet, other.tokens.owner)).trim().split('\n')).toHaveLength(1);
    }
    const tokens: readonly { id: number }[] = (await read('GET /api/v1/api-tokens')).api_tokens;
    expect(tokens.map(({ id }) => id)).not.toContain(rows.token);
    const places = (await read('GET /api/v1/locations')).locations;
    expect(places.map(({ id }: { readonly id: number }) => id)).not.toContain(rows.location);
    expect(await read('GET /api/v1/sync/status')).toMatchObject({ accounts: [], recent: [], running: [] });
    expect(await read('GET /api/v1/today')).toMatchObject({
      orders: { to_acknowledge: 0, due_soon: 0, due_today: 0, overdue: 0, next_due_at: null },
      late: [],
      claims: { open: 0, due_today: 0, overdue: 0, to_resolve: 0 },
      commands: { open: 0, failed: 0 },
      shops: { connected: 0, troubled: 0 },
      stock: { low: 0, out: 0 },
    });
    const days = 'start_date=2026-01-01&end_date=2026-12-31';
    const sales = await api.ask(`GET /api/v1/analytics/summary?${days}`, { as: mine.tokens.owner });
    expect(sales.json().total.now.orders).toBeGreaterThan(0);
    expect(await read(`GET /api/v1/analytics/summary?${days}&account_id=${rows.account}`)).toMatchObject({
      currencies: [],
      total: { now: { orders: 0, revenue: 0 } },
      shops: [],
    });
    const points: readonly { figures: { orders: number } }[] = (
      await read(`GET /api/v1/analytics/trend?${days}&step=month`)
    ).points;
    expect(points.map(({ figures }) => figures.orders)).toEqual(points.map(() => 0));
    const platforms: Readonly<Record<string, object>> = await read(`GET /api/v1/analytics/platforms?${days}`);
    expect(Object.values(platforms).filter((one) => !('orders' in one) || one.orders !== 0)).toEqual([]);
  });

  it('reaches nothing of mine by numbers in a body', async () => {
    for (const [line, body, answer] of choices()) {
      const got = await api.ask(line, { as: other.tokens.owner, body });
      expect({ line, body, got: got.json() }).toMatchObject({ line, body, got: answer });
    }
    const settings = await api.ask('PUT /api/v1/inventory/settings', {
      as: other.tokens.owner,
      body: { continuous: true, last_units: { from: 1, account_id: rows.account } },
    });
    expect(settings.json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'last_units.account_id' }],
    });
  });

  it('plans nothing for an order or a shop of mine', async () => {
    const offer = { account_id: rows.account, native_item_id: '7' };
    for (const body of [
      { kind: 'acknowledge', items: [{ order_id: rows.order }] },
      { kind: 'set_stock', items: [{ ...offer, quantity: 1 }] },
      { kind: 'set_price', items: [{ ...offer, price: 1000 }] },
    ]) {
      const made = await api.ask('POST /api/v1/plans', { as: other.tokens.owner, body });
      await workPlans(hub, other.owner, new AbortController().signal);
      const { items } = (
        await api.ask(`GET /api/v1/plans/${made.json().id}/items`, { as: other.tokens.owner })
      ).json();
      expect(items).toMatchObject([{ state: 'declined' }]);
    }
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
