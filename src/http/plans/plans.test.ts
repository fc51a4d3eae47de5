import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { line, order } from '../../../test/harness/snapshots.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { workPlans } from '../../engine/plans/work-plans.ts';
import type { Account } from '../../store/accounts.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';

const ORDERS = [
  order({ nativeOrderId: 'C-PAID' }),
  order({ nativeOrderId: 'C-PAID-2', orderedAt: '2026-11-18T01:00:00.000Z' }),
  order({
    nativeOrderId: 'C-CANCEL',
    orderedAt: '2026-11-16T01:00:00.000Z',
    lines: [line({ status: 'CANCEL_REQUESTED', nativeStatus: 'RELEASE_STOP_UNCHECKED' })],
  }),
];

/** How often each deed stands in the audit trail of a plan. */
async function countAudit(scope: OwnerScope, plan: number): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ action: string; times: number }>`
    select action, count(*)::int as times from audit_entries
    where target_kind = 'plan' and target_id = ${plan} group by action`.execute(scope.trx);
  return Object.fromEntries(rows.map(({ action, times }) => [action, times]));
}

describe.each(DATABASE_KINDS)('plans over REST, on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let stranger: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let orders: ReadonlyMap<string, OrderId>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    stranger = await openBusiness(hub, 'stranger');
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver', 'guide');
    orders = await putOrders(hub, business, coupang, ORDERS);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const post = (path: `/${string}`, body?: unknown, as = business.tokens.staff, headers = {}) =>
    api.ask(`POST /api/v1${path}`, { as, headers, ...(body === undefined ? {} : { body }) });
  const get = (path: `/${string}`, as = business.tokens.viewer) => api.ask(`GET /api/v1${path}`, { as });
  const idOf = (native: string) => orders.get(native) ?? 0;
  const work = () => workPlans(hub, business.owner, new AbortController().signal);
  const acknowledge = (...natives: readonly string[]) => ({
    kind: 'acknowledge',
    items: natives.map((native) => ({ order_id: idOf(native) })),
  });

  async function prepared(body: unknown) {
    const made = (await post('/plans', body)).json();
    await work();
    return (await get(`/plans/${made.id}`)).json();
  }

  it('shows what orders would become before anything is asked of the marketplace', async () => {
    const made = await post('/plans', acknowledge('C-PAID', 'C-CANCEL'));
    expect(made.statusCode).toBe(202);
    expect(made.json()).toMatchObject({
      state: 'preparing',
      progress: { done: 0, total: 2 },
      may: ['cancel'],
    });
    const early = await post(`/plans/${made.json().id}/confirm`, { version: 1 });
    expect(early.statusCode).toBe(409);
    expect(early.json()).toMatchObject({ code: 'plan_not_ready' });
    expect(early.headers['retry-after']).toBe('2');

    await work();
    const ready = (await get(`/plans/${made.json().id}`)).json();
    expect(ready).toMatchObject({
      state: 'ready',
      items: { planned: 1, declined: 1 },
      may: ['confirm', 'cancel'],
    });
    const { items } = (await get(`/plans/${ready.id}/items`)).json();
    expect(items).toMatchObject([
      {
        state: 'planned',
        offer: null,
        order: {
          order_id: idOf('C-PAID'),
          before: [{ status: 'PAID', invoice: null }],
          after: [{ kind: 'acknowledge', carrier_code: null }],
        },
      },
      { state: 'declined', declined: { code: 'cancel_requested' }, command: null },
    ]);
    const none = (await get(`/orders/${idOf('C-PAID')}`)).json();
    expect(none.commands).toEqual([]);

    const confirmed = await post(`/plans/${ready.id}/confirm`, { version: ready.version });
    expect(confirmed.statusCode).toBe(202);
    await work();
    const at = (await get(`/plans/${ready.id}`)).json();
    expect(at).toMatchObject({ state: 'confirmed', items: { open: 1 }, progress: { done: 0, total: 1 } });
    const [first] = (await get(`/plans/${ready.id}/items`)).json().items;
    expect(first).toMatchObject({ state: 'ordered', command: { state: 'pending' } });
    const command = (await get(`/commands/${first.command.id}`)).json();
    expect(command).toMatchObject({ kind: 'acknowledge', cause: `plan ${ready.id}` });
    expect(await asOwner(hub.db, business.owner, (scope) => countAudit(scope, ready.id))).toEqual({
      'plan.create': 1,
      'plan.confirm': 1,
    });
  });

  it('is confirmed as it was shown or not at all, and once', async () => {
    const ready = await prepared(acknowledge('C-PAID-2'));
    const other = await post(`/plans/${ready.id}/confirm`, { version: ready.version + 1 });
    expect(other.json()).toMatchObject({ status: 409, code: 'plan_changed' });
    const both = await Promise.all(
      [1, 2].map(() => post(`/plans/${ready.id}/confirm`, { version: ready.version })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([202, 409]);
    expect((await post(`/plans/${ready.id}/undo`)).json()).toMatchObject({ code: 'plan_not_undoable' });
    const dropped = await api.ask(`DELETE /api/v1/plans/${ready.id}`, { as: business.tokens.staff });
    expect(dropped.json()).toMatchObject({ state: 'canceled', items: { canceled: 1 }, may: [] });
    const again = await api.ask(`DELETE /api/v1/plans/${ready.id}`, { as: business.tokens.staff });
    expect(again.json()).toMatchObject({ status: 409, code: 'plan_decided' });
    expect(await work()).not.toBeUndefined();
  });

  it('has nothing to confirm where nothing can be done', async () => {
    const ready = await prepared(acknowledge('C-CANCEL'));
    expect(ready).toMatchObject({ state: 'ready', may: ['cancel'] });
    const refused = await post(`/plans/${ready.id}/confirm`, { version: ready.version });
    expect(refused.json()).toMatchObject({ status: 409, code: 'plan_empty' });
  });

  it('declines what the edition of a shop lacks, and says where to do it', async () => {
    const ready = await prepared({
      kind: 'set_price',
      items: [{ account_id: naver.id, native_item_id: '1', price: 1_000 }],
    });
    const [item] = (await get(`/plans/${ready.id}/items`)).json().items;
    expect(item).toMatchObject({ state: 'declined', declined: { code: 'not_offered' } });
    expect(item.declined.detail).toContain('Moa cannot do this');
  });

  it('answers a repeated request with the plan it made', async () => {
    const headers = { 'idempotency-key': 'plan-once' };
    const [first, second] = [
      await post('/plans', acknowledge('C-PAID'), business.tokens.staff, headers),
      await post('/plans', acknowledge('C-PAID'), business.tokens.staff, headers),
    ];
    expect(second.json().id).toBe(first.json().id);
    expect(second.headers['idempotent-replayed']).toBe('true');
  });

  it('pages through plans, newest first', async () => {
    await post('/plans', acknowledge('C-PAID'));
    const all = (await get('/plans')).json().plans.map(({ id }: { id: number }) => id);
    const seen: number[] = [];
    let cursor = '';
    do {
      const page = (await get(`/plans?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json();
      seen.push(...page.plans.map(({ id }: { id: number }) => id));
      cursor = page.next_cursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(all);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    expect((await get('/plans?kind=set_price')).json().plans).toHaveLength(1);
  });

  it('is seen and decided by nobody else, and not decided by those who may only look', async () => {
    const ready = await prepared(acknowledge('C-PAID-2'));
    const theirs = stranger.tokens.owner;
    expect((await get(`/plans/${ready.id}`, theirs)).statusCode).toBe(404);
    expect((await get(`/plans/${ready.id}/items`, theirs)).statusCode).toBe(404);
    expect((await get('/plans', theirs)).json().plans).toEqual([]);
    const asked = { version: ready.version };
    expect((await post(`/plans/${ready.id}/confirm`, asked, theirs)).statusCode).toBe(404);
    expect((await post(`/plans/${ready.id}/undo`, undefined, theirs)).statusCode).toBe(404);
    expect((await api.ask(`DELETE /api/v1/plans/${ready.id}`, { as: theirs })).statusCode).toBe(404);
    const viewer = business.tokens.viewer;
    expect((await post('/plans', acknowledge('C-PAID'), viewer)).statusCode).toBe(403);
    expect((await post(`/plans/${ready.id}/confirm`, asked, viewer)).statusCode).toBe(403);
    const foreign = await prepared({
      kind: 'set_stock',
      items: [{ account_id: coupang.id + 5_000, native_item_id: '1', quantity: 1 }],
    });
    const [item] = (await get(`/plans/${foreign.id}/items`)).json().items;
    expect(item.declined).toMatchObject({ code: 'account_not_found' });
  });

  const offer = (rest: object) => ({ account_id: 1, native_item_id: '70001', ...rest });
  it.each([
    ['an unknown kind', { kind: 'give_away', items: [] }, 'kind', 'bad_format'],
    ['no items', { kind: 'set_stock', items: [] }, 'items', 'too_few'],
    ['a free price', { kind: 'set_price', items: [offer({ price: 0 })] }, 'items[0].price', 'too_small'],
    [
      'a negative price',
      { kind: 'set_price', items: [offer({ price: -10 })] },
      'items[0].price',
      'too_small',
    ],
    ['half a won', { kind: 'set_price', items: [offer({ price: 10.5 })] }, 'items[0].price', 'wrong_type'],
    [
      'a price in words',
      { kind: 'set_price', items: [offer({ price: '만원' })] },
      'items[0].price',
      'wrong_type',
    ],
    [
      'a negative stock',
      { kind: 'set_stock', items: [offer({ quantity: -1 })] },
      'items[0].quantity',
      'too_small',
    ],
    [
      'a stock beyond belief',
      { kind: 'set_stock', items: [offer({ quantity: 10_000_000 })] },
      'items[0].quantity',
      'too_large',
    ],
    [
      'the same twice',
      { kind: 'set_stock', items: [offer({ quantity: 1 }), offer({ quantity: 2 })] },
      'items[1]',
      'duplicate',
    ],
    [
      'an order twice',
      { kind: 'acknowledge', items: [{ order_id: 1 }, { order_id: 1 }] },
      'items[1]',
      'duplicate',
    ],
    [
      'a line twice',
      {
        kind: 'acknowledge',
        items: [
          { order_id: 1, line_ids: [2] },
          { order_id: 1, line_ids: [2, 3] },
        ],
      },
      'items[1]',
      'duplicate',
    ],
    [
      'a shipment without an invoice',
      { kind: 'ship', items: [{ order_id: 1 }] },
      'items[0].shipping_info',
      'missing',
    ],
    [
      'a field too many',
      { kind: 'acknowledge', items: [{ order_id: 1, price: 5 }] },
      'items[0].price',
      'unknown_field',
    ],
    [
      'more than fit',
      { kind: 'acknowledge', items: Array.from({ length: 10_001 }, (_, at) => ({ order_id: at + 1 })) },
      'items',
      'too_many',
    ],
  ])('refuses %s', async (_what, body, field, code) => {
    const refused = await post('/plans', body);
    expect(refused.statusCode).toBe(422);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    const { errors } = refused.json();
    expect(errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(errors.find((error: { field: string }) => error.field === field)).toMatchObject({ code });
  });

  it('refuses a confirmation without a version, and ids that are none', async () => {
    const ready = await prepared(acknowledge('C-PAID-2'));
    const blind = await post(`/plans/${ready.id}/confirm`, {});
    expect(blind.json()).toMatchObject({ status: 422, errors: [{ field: 'version', code: 'missing' }] });
    expect((await post('/plans/abc/confirm', { version: 1 })).statusCode).toBe(422);
    expect((await post('/plans/999999/confirm', { version: 1 })).statusCode).toBe(404);
    expect((await get('/plans/999999/items')).statusCode).toBe(404);
    expect((await get('/plans?state=lost')).statusCode).toBe(422);
    expect((await get(`/plans/${ready.id}/items?cursor=zzz`)).statusCode).toBe(422);
  });

  it('takes ten thousand at once', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({ order_id: 1_000_000 + at }));
    const ready = await prepared({ kind: 'acknowledge', items });
    expect(ready).toMatchObject({ state: 'ready', items: { total: 10_000, declined: 10_000 } });
  }, 60_000);
});
