import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  COUPANG_KEYS,
  connect,
  openBusiness,
  openTestServer,
  putClaims,
  putOrders,
  TEST_SECRET,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import { addItem, addSkus, readBatch, receive, setLinks } from '../../../test/stock/shelf.ts';
import { accountId, skuId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { workImports } from '../../engine/imports/work-imports.ts';
import { workPlans } from '../../engine/plans/work-plans.ts';
import { type Account, findAccount } from '../../store/accounts.ts';
import { listAudit, type StoredAuditEntry } from '../../store/audit-list.ts';
import { asOwner } from '../../store/scope.ts';
import { createUser } from '../auth/users.ts';

/** Routes that write and leave no entry, each with its reason. */
const UNAUDITED: Readonly<Record<string, string>> = {
  'POST /hooks/{token}':
    'a marketplace speaks, nobody of the business; its word stands in the inbox and changes nothing',
  'POST /hooks/{token}/stock': 'a marketplace asks, and nothing changes',
  'POST /api/v1/sync/webhook': 'the same, passed on by a program',
  'POST /api/v1/prices/quote': 'it only works something out',
  'POST /api/v1/orders/find': 'it only looks something up',
  'POST /api/v1/orders/shipment-lists': 'it only reads a file aloud; nothing of it is kept',
  'PUT /api/v1/me/views/{place}': 'how somebody likes to look at a table; nothing of the business changes',
};

const SHIPPING = { deliveryCompanyCode: 'CJGLS', trackingNumber: '123456789012' };
const LOGIN = { email: 'owner@example.com', password: 'a long password' };
const withId = z.object({ id: z.number() });
const withCommands = z.object({ commands: z.array(withId) });

interface Deed {
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly anonymous?: true;
}

describe('every change', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  const made = {
    account: 0,
    schedule: 0,
    webhook: 0,
    plan: 0,
    command: 0,
    delivery: 0,
    run: 0,
    file: 0,
    session: '',
    member: '',
    token: 0,
  };
  let orders: ReadonlyMap<string, number>;
  let claims: ReadonlyMap<string, number>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PGlite'));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    await createUser(hub, TEST_SECRET, { ...LOGIN, name: 'Owner', owner: business.owner, role: 'owner' });
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const inDatabase = (statement: ReturnType<typeof sql<{ id: number }>>) =>
    asOwner(hub.db, business.owner, async ({ trx }) => (await statement.execute(trx)).rows[0]?.id ?? 0);
  const orderOf = (native: string) => orders.get(native) ?? 0;

  async function putOrdersThere(account: Account): Promise<void> {
    const shipped = {
      nativeCarrier: 'CJGLS',
      invoice: '555566667777',
      shippedAt: '2026-11-19T03:00:00.000Z',
    };
    const left = [line({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: shipped })];
    orders = await putOrders(hub, business, account, [
      order({ nativeOrderId: 'batch' }),
      order({ nativeOrderId: 'plan' }),
      order({ nativeOrderId: 'status' }),
      order({ nativeOrderId: 'sold-out' }),
      order({ nativeOrderId: 'shipped', lines: left }),
      order({ nativeOrderId: 'recalled', lines: left }),
    ]);
    claims = await putClaims(hub, business, account, [
      claim({ nativeClaimId: 'one', nativeOrderId: 'not read yet' }),
      claim({ nativeClaimId: 'many', nativeOrderId: 'not read either' }),
      claim({ nativeClaimId: 'too late', nativeOrderId: 'recalled' }),
    ]);
  }

  /** Coupang takes no word of a delay; Naver does. */
  async function orderToDelay(): Promise<number> {
    const naver = await connect(hub, business, 'naver');
    const there = await putOrders(hub, business, naver, [order({ nativeOrderId: 'delay' })]);
    return there.get('delay') ?? 0;
  }

  /** Who lets a line wait and who lets it go in parts: the other marketplaces do not. */
  async function orderThere(platform: 'naver' | 'eleventh_street', held: boolean): Promise<number> {
    const account = await connect(hub, business, platform, platform === 'naver' ? 'guide' : 'official');
    const lines = [line({ status: 'PREPARING', nativeStatus: 'x', ...(held ? { held } : {}) })];
    return (
      (await putOrders(hub, business, account, [order({ nativeOrderId: 'there', lines })])).get('there') ?? 0
    );
  }

  /** A return whose goods a person has in his hands. */
  async function cameBack(): Promise<{ readonly claim: number; readonly sku: number }> {
    const account = await connect(hub, business, 'coupang');
    const sku = await asOwner(hub.db, business.owner, async (scope) => {
      const [made = skuId(1)] = await addSkus(scope, ['SOCK']);
      await receive(scope, made, 9, 'delivery');
      await setLinks(scope, await addItem(scope, account, '70071284034'), [{ sku: made, quantity: 1 }]);
      return made;
    });
    const parcel = { nativeCarrier: 'CJGLS', invoice: '1', shippedAt: '2100-01-01T00:00:00.000Z' };
    const lines = [line({ status: 'DELIVERED', nativeStatus: 'FINAL_DELIVERY', parcel })];
    const orders = [order({ nativeOrderId: 'back', lines })];
    const returned = claim({ nativeClaimId: 'back', nativeOrderId: 'back', kind: 'return', state: 'done' });
    await readBatch(hub, business.owner, account, { orders, claims: [returned] });
    return { claim: await inDatabase(sql`select id from claims where native_claim_id = 'back'`), sku };
  }

  async function linesOf(of: number): Promise<readonly number[]> {
    const { lines } = (await api.ask(`GET /api/v1/orders/${of}`, { as: business.tokens.viewer })).json();
    return z
      .array(withId)
      .parse(lines)
      .map(({ id }) => id);
  }

  /** A plan whose one item has been carried out. */
  async function appliedPlan(): Promise<number> {
    const command = await inDatabase(sql`
      insert into commands (owner_id, account_id, kind, native_item_id, lane, key, payload, state, actor, cause)
      values (${business.owner}, ${made.account}, 'set_stock', '7', 'bulk', 'undone',
        '{"kind": "set_stock", "nativeItemId": "7", "quantity": 3}', 'done', 'test', 'test') returning id`);
    const plan = await inDatabase(sql`
      insert into plans (owner_id, kind, state, total, actor, expires_at)
      values (${business.owner}, 'set_stock', 'applied', 1, 'test', now()) returning id`);
    await inDatabase(sql`
      insert into plan_items (plan_id, position, owner_id, account_id, native_item_id, wanted, state, before, after, command_id)
      values (${plan}, 0, ${business.owner}, ${made.account}, '7', '{"kind": "set_stock", "quantity": 3}', 'ordered',
        '{"quantity": 5, "price": 1000, "currency": "KRW", "onSale": true}', '{"kind": "set_stock", "quantity": 3}', ${command})
      returning position as id`);
    return plan;
  }

  /** How to do each successfully, in this order. Answers keep what later deeds stand on. */
  const DEEDS: Readonly<Record<string, () => Deed | Promise<Deed>>> = {
    'POST /api/auth/sign-in/email': () => ({ body: LOGIN, anonymous: true }),
    'POST /api/auth/change-password': () => ({
      body: { currentPassword: LOGIN.password, newPassword: 'another long password' },
      headers: { authorization: `Bearer ${made.session}` },
      anonymous: true,
    }),
    'DELETE /api/v1/me/sessions/{session_id}': async () => {
      await api.ask('POST /api/auth/sign-in/email', {
        body: { ...LOGIN, password: 'another long password' },
      });
      const { sessions } = z
        .object({ sessions: z.array(z.object({ id: z.string(), current: z.boolean() })) })
        .parse((await api.ask('GET /api/v1/me/sessions', { as: made.session })).json());
      return {
        path: `/${sessions.find(({ current }) => !current)?.id}`,
        headers: { authorization: `Bearer ${made.session}` },
        anonymous: true,
      };
    },
    'POST /api/auth/sign-out': () => ({
      headers: { authorization: `Bearer ${made.session}` },
      anonymous: true,
    }),
    'POST /api/v1/platform-accounts': () => ({
      body: { platform: 'coupang', name: 'shop', credentials: COUPANG_KEYS, base_url: 'http://127.0.0.1:9' },
    }),
    'PATCH /api/v1/platform-accounts/{id}': () => ({ path: `/${made.account}`, body: { name: 'renamed' } }),
    'PUT /api/v1/platform-accounts/{id}': () => ({
      path: `/${made.account}`,
      body: { credentials: { secret_key: 'sk-another' } },
    }),
    'POST /api/v1/sync/platforms/{platform}/test': () => ({
      path: '/coupang/test',
      body: { account_id: made.account },
    }),
    'POST /api/v1/platform-accounts/{id}/webhook': () => ({ path: `/${made.account}/webhook` }),
    'DELETE /api/v1/platform-accounts/{id}/webhook': () => ({ path: `/${made.account}/webhook` }),
    'POST /api/v1/sync/orders': () => ({ body: {} }),
    'POST /api/v1/sync/all': () => ({ body: {} }),
    'POST /api/v1/sync/logs/{id}/cancel': () => ({ path: `/${made.run}/cancel` }),
    'POST /api/v1/sync/logs/{id}/retry': async () => {
      await inDatabase(sql`update sync_runs set status = 'failed' returning id`);
      return { path: `/${made.run}/retry` };
    },
    'POST /api/v1/sync/logs/retry': async () => {
      await inDatabase(sql`update sync_runs set status = 'failed' returning id`);
      return {};
    },
    'POST /api/v1/sync/schedule': () => ({ body: { interval_minutes: 30, sync_types: ['orders'] } }),
    'PATCH /api/v1/sync/schedules/{id}': () => ({
      path: `/${made.schedule}`,
      body: { interval_minutes: 60 },
    }),
    'POST /api/v1/sync/schedules/{id}/pause': () => ({ path: `/${made.schedule}/pause` }),
    'POST /api/v1/sync/schedules/{id}/resume': () => ({ path: `/${made.schedule}/resume` }),
    'DELETE /api/v1/sync/schedules/{id}': () => ({ path: `/${made.schedule}` }),
    'POST /api/v1/orders/batch-confirm': () => ({ body: { order_ids: [orderOf('batch')] } }),
    'PUT /api/v1/orders/{id}/status': () => ({
      path: `/${orderOf('status')}/status`,
      body: { status: 'preparing' },
    }),
    'PUT /api/v1/orders/{id}/invoice': () => ({ path: `/${orderOf('shipped')}/invoice`, body: SHIPPING }),
    'POST /api/v1/orders/{id}/delay': async () => ({
      path: `/${await orderToDelay()}/delay`,
      body: { ship_by: '2100-01-01', reason: 'other', text: 'late' },
    }),
    'POST /api/v1/orders/{id}/split': async () => {
      const there = await orderThere('eleventh_street', false);
      const [line_id] = await linesOf(there);
      const part = (quantity: number, trackingNumber: string) => ({
        quantity,
        deliveryCompanyCode: 'CJGLS',
        trackingNumber,
      });
      return {
        path: `/${there}/split`,
        body: { line_id, parts: [part(1, '123456789011'), part(2, '123456789012')] },
      };
    },
    'POST /api/v1/orders/{id}/hold': async () => ({
      path: `/${await orderThere('naver', false)}/hold`,
      body: { text: 'waits for the other parcel' },
    }),
    'POST /api/v1/orders/{id}/memos': () => ({
      path: `/${orderOf('sold-out')}/memos`,
      body: { note: 'the buyer will call back' },
    }),
    'DELETE /api/v1/orders/{id}/memos/{memo_id}': async () => ({
      path: `/${orderOf('sold-out')}/memos/${await inDatabase(sql`select id from order_memos`)}`,
    }),
    'POST /api/v1/orders/{id}/release': async () => ({ path: `/${await orderThere('naver', true)}/release` }),
    'POST /api/v1/orders/{id}/cancel': () => ({
      path: `/${orderOf('sold-out')}/cancel`,
      body: { reason: 'CCTTER', text: 'sold out', penalty_accepted: true },
    }),
    'POST /api/v1/claims/{id}/{verb}': () => ({ path: `/${claims.get('one')}/approve` }),
    'POST /api/v1/claims/actions': () => ({
      body: { action: 'approve', claims: [{ claim_id: claims.get('many') }] },
    }),
    'PUT /api/v1/claims/{id}/resolution': () => ({
      path: `/${claims.get('too late')}/resolution`,
      body: { note: 'the courier brings it back' },
    }),
    'POST /api/v1/claims/{id}/restock': async () => {
      const { claim: came, sku } = await cameBack();
      return {
        path: `/${came}/restock`,
        body: { lines: [{ sku_id: sku, quantity: 1, condition: 'sellable' }] },
      };
    },
    'POST /api/v1/inventory/movements': async () => ({
      body: {
        movements: [
          { type: 'count', sku_id: await inDatabase(sql`select id from skus limit 1`), quantity: 9 },
        ],
      },
    }),
    'POST /api/v1/product-imports': () => ({
      body: 'seller_code,name,price\nNEW,sock,1000',
      headers: { 'content-type': 'text/csv' },
    }),
    'POST /api/v1/product-imports/{id}/confirm': async () => {
      await workImports(hub, business.owner, new AbortController().signal);
      return { path: `/${made.file}/confirm` };
    },
    'DELETE /api/v1/product-imports/{id}': async () => {
      const another = await api.ask('POST /api/v1/product-imports', {
        as: business.tokens.owner,
        body: 'seller_code\nNEW',
        headers: { 'content-type': 'text/csv' },
      });
      return { path: `/${withId.parse(another.json()).id}` };
    },
    'POST /api/v1/sync/products': () => ({ body: { platform_account_ids: [made.account] } }),
    'POST /api/v1/listings/{id}/refresh': async () => ({
      path: `/${await inDatabase(sql`select id from listings limit 1`)}/refresh`,
    }),
    'POST /api/v1/listings/{id}/pause': async () => ({
      path: `/${await inDatabase(sql`select id from listings where native_listing_id is not null limit 1`)}/pause`,
    }),
    'POST /api/v1/listings/{id}/resume': async () => ({
      path: `/${await inDatabase(sql`select id from listings where native_listing_id is not null limit 1`)}/resume`,
    }),
    'PUT /api/v1/listing-items/{id}/link': async () => ({
      path: `/${await inDatabase(sql`select id from listing_items limit 1`)}/link`,
      body: { parts: [] },
    }),
    'POST /api/v1/listing-links': async () => ({
      body: {
        links: [
          {
            listing_item_id: await inDatabase(sql`select id from listing_items limit 1`),
            parts: [{ sku_id: await inDatabase(sql`select id from skus limit 1`), quantity: 2 }],
          },
        ],
      },
    }),
    'POST /api/v1/listing-links/proposals/accept': async () => ({
      body: { listing_item_ids: [await inDatabase(sql`select id from listing_items limit 1`)] },
    }),
    'POST /api/v1/sync/inventory': () => ({}),
    'PUT /api/v1/inventory/settings': () => ({ body: { continuous: false, last_units: null } }),
    'PUT /api/v1/listing-items/{id}/stock-terms': async () => ({
      path: `/${await inDatabase(sql`select id from listing_items limit 1`)}/stock-terms`,
      body: { buffer: 1 },
    }),
    'PUT /api/v1/inventory/{id}/safety-stock': async () => ({
      path: `/${await inDatabase(sql`select id from skus limit 1`)}/safety-stock`,
      body: { safety_stock: 3 },
    }),
    'PUT /api/v1/fee-rates': () => ({
      body: {
        platform: 'coupang',
        sale_percent: 5,
        vat_included: true,
        valid_from: '2026-01-01',
        source: 'a bill',
        checked_on: '2026-01-01',
      },
    }),
    'DELETE /api/v1/fee-rates/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from fee_rates`)}`,
    }),
    'POST /api/v1/price-rules': () => ({ body: { name: 'all', aim: { kind: 'fixed', price: 9900 } } }),
    'POST /api/v1/prices/apply': () => ({}),
    'PUT /api/v1/price-rules/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from price_rules`)}`,
      body: { name: 'every one' },
    }),
    'DELETE /api/v1/price-rules/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from price_rules`)}`,
    }),
    'POST /api/v1/products': () => ({ body: { name: 'a cup', price: 9900, seller_code: 'CUP' } }),
    'POST /api/v1/products/from-listings': async () => ({
      body: {
        listing_ids: [
          await inDatabase(sql`
            with shop as (select * from accounts where id = ${made.account}),
            listing as (
              insert into listings (owner_id, account_id, platform, native_listing_id, name, state_known, native_status,
                currency, price)
              select owner_id, id, platform, 'made', '컵', true, 'SALE', 'KRW', 9900 from shop returning *)
            insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values)
            select owner_id, account_id, id, 'made-1', 0, '{}' from listing returning listing_id as id`),
        ],
      },
    }),
    'PUT /api/v1/products/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from products where seller_code = 'CUP'`)}`,
      body: { price: 8900 },
    }),
    'PUT /api/v1/products/{id}/listings/{account_id}': async () => ({
      path: `/${await inDatabase(sql`select id from products where seller_code = 'CUP'`)}/listings/${made.account}`,
      body: { category_id: '80285' },
    }),
    'POST /api/v1/products/{id}/publish': async () => ({
      path: `/${await inDatabase(sql`select id from products where seller_code = 'CUP'`)}/publish`,
      body: { account_ids: [made.account] },
    }),
    'DELETE /api/v1/products/{id}/listings/{account_id}': async () => ({
      path: `/${await inDatabase(sql`select id from products where seller_code = 'CUP'`)}/listings/${made.account}`,
    }),
    'DELETE /api/v1/products/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from products where seller_code = 'CUP'`)}`,
    }),
    'POST /api/v1/locations': () => ({ body: { name: 'second' } }),
    'PUT /api/v1/locations/{id}': async () => ({
      path: `/${await inDatabase(sql`select id from locations where not is_default`)}`,
      body: { name: 'far away' },
    }),
    'POST /api/v1/commands/{id}/cancel': () => ({ path: `/${made.command}/cancel` }),
    'POST /api/v1/commands/{id}/retry': async () => {
      await inDatabase(sql`update commands set state = 'dead' where id = ${made.command} returning id`);
      return { path: `/${made.command}/retry` };
    },
    'POST /api/v1/commands/cancel': () => ({}),
    'POST /api/v1/commands/retry': async () => {
      await inDatabase(sql`update commands set state = 'dead' where id = ${made.command} returning id`);
      return {};
    },
    'POST /api/v1/plans': () => ({ body: { kind: 'acknowledge', items: [{ order_id: orderOf('plan') }] } }),
    'POST /api/v1/plans/{id}/confirm': async () => {
      await workPlans(hub, business.owner, new AbortController().signal);
      const version = await inDatabase(sql`select version as id from plans where id = ${made.plan}`);
      return { path: `/${made.plan}/confirm`, body: { version } };
    },
    'DELETE /api/v1/plans/{id}': async () => {
      const another = await api.ask('POST /api/v1/plans', {
        as: business.tokens.owner,
        body: { kind: 'acknowledge', items: [{ order_id: orderOf('plan') }] },
      });
      return { path: `/${withId.parse(another.json()).id}` };
    },
    'POST /api/v1/plans/{id}/undo': async () => ({ path: `/${await appliedPlan()}/undo` }),
    'POST /api/v1/members': () => ({ body: { email: 'b@example.com', name: 'b', role: 'viewer' } }),
    'PATCH /api/v1/members/{user_id}': () => ({ path: `/${made.member}`, body: { role: 'staff' } }),
    'POST /api/v1/members/{user_id}/reset-password': () => ({ path: `/${made.member}/reset-password` }),
    'PUT /api/v1/marketplace-configs/{platform}': () => ({ path: '/coupang', body: { rate_percent: 50 } }),
    'DELETE /api/v1/members/{user_id}': () => ({ path: `/${made.member}` }),
    'POST /api/v1/api-tokens': () => ({ body: { name: 'erp' } }),
    'DELETE /api/v1/api-tokens/{id}': () => ({ path: `/${made.token}` }),
    'PUT /api/v1/settings/business': () => ({
      body: { name: 'seller', time_zone: 'Asia/Seoul', language: 'ko' },
    }),
    'PUT /api/v1/settings/retention': () => ({ body: { days: { sync_logs: 60 } } }),
    'PUT /api/v1/notifications': () => ({ body: { emails: ['a@example.com'] } }),
    'POST /api/v1/webhooks': () => ({ body: { url: 'http://127.0.0.1:9/hook' } }),
    'PATCH /api/v1/webhooks/{id}': () => ({ path: `/${made.webhook}`, body: { description: 'mine' } }),
    'POST /api/v1/webhooks/{id}/rotate-secret': () => ({ path: `/${made.webhook}/rotate-secret` }),
    'POST /api/v1/webhooks/{id}/test': () => ({ path: `/${made.webhook}/test` }),
    'POST /api/v1/webhooks/deliveries/{id}/resend': async () => {
      made.delivery = await inDatabase(sql`update webhook_deliveries set state = 'failed' returning id`);
      return { path: `/${made.delivery}/resend` };
    },
    'POST /api/v1/webhooks/{id}/pause': () => ({ path: `/${made.webhook}/pause` }),
    'POST /api/v1/webhooks/{id}/resume': () => ({ path: `/${made.webhook}/resume`, body: {} }),
    'DELETE /api/v1/webhooks/{id}': () => ({ path: `/${made.webhook}` }),
    'DELETE /api/v1/platform-accounts/{id}': () => ({ path: `/${made.account}` }),
  };

  /** Keeps what later deeds need of an answer. */
  async function keep(route: string, answer: unknown): Promise<void> {
    const id = () => withId.parse(answer).id;
    switch (route) {
      case 'POST /api/auth/sign-in/email':
        made.session = z.object({ token: z.string() }).parse(answer).token;
        break;
      case 'POST /api/v1/platform-accounts': {
        made.account = id();
        const account = await asOwner(hub.db, business.owner, (scope) =>
          findAccount(scope, accountId(made.account)),
        );
        if (account === undefined) throw new Error('the account was not stored');
        await putOrdersThere(account);
        break;
      }
      case 'POST /api/v1/members':
        made.member = z.object({ user_id: z.string() }).parse(answer).user_id;
        break;
      case 'POST /api/v1/api-tokens':
        made.token = id();
        break;
      case 'POST /api/v1/product-imports':
        made.file = id();
        break;
      case 'POST /api/v1/sync/orders':
        made.run = z.object({ runs: z.tuple([withId]) }).parse(answer).runs[0].id;
        break;
      case 'POST /api/v1/sync/schedule':
        made.schedule = id();
        break;
      case 'POST /api/v1/webhooks':
        made.webhook = id();
        break;
      case 'POST /api/v1/plans':
        made.plan = id();
        break;
      case 'PUT /api/v1/orders/{id}/status':
        made.command = withCommands.parse(answer).commands[0]?.id ?? 0;
    }
  }

  const trail = (requestId: string): Promise<readonly StoredAuditEntry[]> =>
    asOwner(hub.db, business.owner, (scope) => listAudit(scope, { requestId }, { limit: 100, after: null }));

  it('has a line here: how it is done, or why it leaves no entry', async () => {
    const { paths } = (await api.ask('GET /openapi.json')).json();
    const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const writing = routes.filter((route) => !route.startsWith('GET '));
    expect(writing.length).toBeGreaterThan(30);
    expect(Object.keys({ ...DEEDS, ...UNAUDITED }).sort()).toEqual(writing.sort());
  });

  it('is in the audit trail, with who, from where and in which request', async () => {
    for (const [route, deedOf] of Object.entries(DEEDS)) {
      const { path = '', body, headers, anonymous } = await deedOf();
      const [stem] = route.split('/{', 1);
      const answer = await api.ask(`${stem} /`.replace(/ \/$/, path) as `POST /${string}`, {
        ...(anonymous ? {} : { as: business.tokens.owner }),
        body,
        ...(headers === undefined ? {} : { headers }),
        from: '203.0.113.7',
      });
      expect(answer.statusCode, `${route}: ${answer.body}`).toBeLessThan(300);
      if (answer.body !== '') await keep(route, answer.json());
      const entries = await trail(String(answer.headers['x-request-id']));
      expect(entries.length, route).toBeGreaterThan(0);
      for (const entry of entries) {
        expect({ route, ip: entry.ip }).toEqual({ route, ip: '203.0.113.7' });
        expect({ route, actor: entry.actor }).toEqual({
          route,
          actor: expect.stringMatching(anonymous ? /^user:\S+$/ : /^token:\d+$/),
        });
        expect({ route, result: entry.result, action: entry.action }).toEqual({
          route,
          result: 'done',
          action: expect.stringMatching(/^[a-z_]+(\.[a-z_]+){1,2}$/),
        });
      }
    }
  });

  it('is told without secrets or personal data', async () => {
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ text: string }>`select e::text as text from audit_entries e`.execute(trx),
    );
    const all = rows.map(({ text }) => text).join('\n');
    for (const secret of [
      ...Object.values(COUPANG_KEYS).slice(0, 2),
      'sk-another',
      LOGIN.password,
      'another long password',
      'whsec_',
      '김하늘',
      '9876-5432',
      'a@example.com',
      'b@example.com',
    ]) {
      expect(all).not.toContain(secret);
    }
    expect(all).toContain('secret_key');
  });
});
