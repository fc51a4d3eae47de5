import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { contact, line, order, pack } from '../../../test/harness/snapshots.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';

const SHIPPED_PARCEL = {
  nativeCarrier: 'CJGLS',
  invoice: '555566667777',
  shippedAt: '2026-11-19T03:00:00.000Z',
};

const COUPANG_ORDERS = [
  order({ nativeOrderId: 'C-PAID' }),
  order({
    nativeOrderId: 'C-TWO',
    orderedAt: '2026-11-18T01:00:00.000Z',
    lines: [
      line({ nativeLineId: 'a', productName: '겨울 장갑' }),
      line({ nativeLineId: 'b', status: 'PREPARING', nativeStatus: 'INSTRUCT' }),
    ],
  }),
  order({
    nativeOrderId: 'C-SHIPPED',
    orderedAt: '2026-11-17T01:00:00.000Z',
    lines: [line({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: SHIPPED_PARCEL })],
  }),
  order({
    nativeOrderId: 'C-CANCEL',
    orderedAt: '2026-11-16T01:00:00.000Z',
    lines: [line({ status: 'CANCEL_REQUESTED', nativeStatus: 'RELEASE_STOP_UNCHECKED' })],
  }),
  order({
    nativeOrderId: 'C-LOCKED',
    orderedAt: '2026-11-15T01:00:00.000Z',
    lines: [line({ lockedBecause: '로켓그로스' })],
    packages: [
      pack({
        contact: contact({
          receiver: { name: '최숲', phone: null, safePhone: '0502-9999-8888', email: null },
        }),
      }),
    ],
  }),
];

describe('orders', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let coupang: Account;
  let naver: Account;
  let ids: ReadonlyMap<string, OrderId>;
  let naverIds: ReadonlyMap<string, OrderId>;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    as = business.tokens.staff;
    coupang = await connect(hub, business, 'coupang');
    naver = await connect(hub, business, 'naver');
    ids = await putOrders(hub, business, coupang, COUPANG_ORDERS);
    naverIds = await putOrders(hub, business, naver, [
      order({ nativeOrderId: 'N-PAID', orderedAt: '2026-11-14T01:00:00.000Z' }),
      order({
        nativeOrderId: 'N-SHIPPED',
        orderedAt: '2026-11-13T01:00:00.000Z',
        lines: [line({ status: 'SHIPPED', nativeStatus: 'DELIVERING', parcel: SHIPPED_PARCEL })],
      }),
    ]);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const idOf = (native: string): OrderId => {
    const found = ids.get(native) ?? naverIds.get(native);
    if (found === undefined) throw new Error(`no order ${native}`);
    return found;
  };
  const list = async (query: string, token = as) => {
    const answer = await api.ask(`GET /api/v1/orders?${query}`, { as: token });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const natives = async (query: string, token = as): Promise<string[]> =>
    (await list(query, token)).orders.map((found: { native_order_id: string }) => found.native_order_id);

  describe('the list', () => {
    it('is newest first, in one vocabulary', async () => {
      const { orders, next_cursor } = await list('');
      expect(orders).toHaveLength(7);
      expect(next_cursor).toBeNull();
      expect(orders[0]).toMatchObject({
        native_order_id: 'C-PAID',
        platform: 'coupang',
        account_id: coupang.id,
        status: 'PAID',
        currency: 'KRW',
        paid_amount: 19_800,
        shipping_fee: 3_000,
        ordered_at: '2026-11-20T01:20:16.000Z',
      });
      expect(JSON.stringify(orders)).not.toContain('김하늘');
    });

    it.each([
      ['platform=naver', ['N-PAID', 'N-SHIPPED']],
      ['platform=smartstore&status=PAID', ['N-PAID']],
      ['status=cancel_req', ['C-CANCEL']],
      ['status=SHIPPED', ['C-SHIPPED', 'N-SHIPPED']],
      ['start_date=2026-11-16&end_date=2026-11-17', ['C-SHIPPED', 'C-CANCEL']],
      ['end_date=2026-11-14T00:00:00Z', ['N-SHIPPED']],
      ['q=C-TWO', ['C-TWO']],
      [`q=${encodeURIComponent('장갑')}`, ['C-TWO']],
      ['q=555566667777', ['C-SHIPPED', 'N-SHIPPED']],
      [`q=${encodeURIComponent('최숲')}`, ['C-LOCKED']],
      ['q=8888', ['C-LOCKED']],
    ])('is filtered by %s', async (query, expected) => {
      expect(await natives(query)).toEqual(expected);
    });

    it('is sorted by age, or by what must leave first', async () => {
      const newest = await natives('sort=newest');
      expect(newest).toEqual(await natives(''));
      expect(await natives('sort=oldest')).toEqual(newest.toReversed());
      const { orders } = await list('sort=due');
      const dues: string[] = orders.map((found: { due_at: string }) => found.due_at);
      expect(dues.length).toBeGreaterThan(2);
      expect(dues).toEqual(dues.toSorted());
    });

    it.each(['', 'sort=oldest&', 'sort=due&'])(
      'is paged by cursor without gaps or repeats: %s',
      async (sort) => {
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page = await list(`${sort}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
          seen.push(...page.orders.map((found: { native_order_id: string }) => found.native_order_id));
          cursor = page.next_cursor;
        }
        expect(seen).toEqual(await natives(`${sort}limit=200`));
      },
    );

    it('does not let a viewer find out about people by searching', async () => {
      expect(await natives('q=8888', business.tokens.viewer)).toEqual([]);
      expect(await natives('q=C-TWO', business.tokens.viewer)).toEqual(['C-TWO']);
    });

    it.each([
      ['status=WRONG', 'status not_a_choice'],
      ['platform=ebay', 'platform unknown_platform'],
      ['limit=0', 'limit too_small'],
      ['limit=201', 'limit too_large'],
      ['limit=x', 'limit wrong_type'],
      ['cursor=abc', 'cursor bad_cursor'],
      ['cursor=WyIyMDI2LTExLTE0Iiwi', 'cursor bad_cursor'],
      ['start_date=2026-11-20&end_date=2026-11-19', 'end_date dates_reversed'],
      ['start_date=soon', 'start_date bad_date'],
      ['account_id=1.5', 'account_id wrong_type'],
      ['page=2', 'page unknown_field'],
    ])('refuses %s', async (query, fault) => {
      const answer = await api.ask(`GET /api/v1/orders?${query}`, { as });
      expect(answer.statusCode).toBe(422);
      const [error] = answer.json().errors;
      expect(`${error.field} ${error.code}`).toBe(fault);
    });
  });

  describe('one order', () => {
    it('has lines, packages, parcels, history and native payloads', async () => {
      const answer = await api.ask(`GET /api/v1/orders/${idOf('C-SHIPPED')}`, { as });
      expect(answer.statusCode).toBe(200);
      const found = answer.json();
      expect(found.lines[0]).toMatchObject({
        status: 'SHIPPED',
        native_status: 'DEPARTURE',
        product_name: '면 양말',
        paid_amount: 19_800,
        native: { vendorItemId: '70071284034' },
      });
      expect(found.packages[0]).toMatchObject({
        native: { shipmentBoxId: '642538971006401429' },
        shipping_fee: 3000,
      });
      expect(found.parcels).toEqual([
        {
          invoice: '555566667777',
          carrier_id: 'cj',
          carrier_name: 'CJ Logistics',
          native_carrier: 'CJGLS',
          shipped_at: '2026-11-19T03:00:00.000Z',
          delivered_at: null,
          line_ids: [found.lines[0].id],
        },
      ]);
      expect(found.history[0]).toMatchObject({
        from_status: null,
        to_status: 'SHIPPED',
        to_native: 'DEPARTURE',
      });
      expect(found.commands).toEqual([]);
    });

    it('masks the contact', async () => {
      const answer = await api.ask(`GET /api/v1/orders/${idOf('C-PAID')}`, { as: business.tokens.viewer });
      expect(answer.json().packages[0].contact).toEqual({
        masked: true,
        orderer: { name: '김*늘', phone: null, safe_phone: '0502-****-5678', email: null },
        receiver: { name: '이*다', phone: '010-****-5432', safe_phone: null, email: null },
        postal_code: '05500',
        address: '서울특별시 송파구 올림픽로 *',
        address_detail: '****',
        delivery_note: '****',
        customs_code: null,
        native: {},
      });
      expect(answer.body).not.toContain('9876');
    });

    it('reveals the contact to staff, and writes it down', async () => {
      const line = `GET /api/v1/orders/${idOf('C-PAID')}?reveal=contact` as const;
      expect((await api.ask(line, { as: business.tokens.viewer })).json().code).toBe('role_too_low');
      const revealed = await api.ask(line, { as });
      expect(revealed.json().packages[0].contact).toMatchObject({
        masked: false,
        receiver: { name: '이바다', phone: '010-9876-5432' },
        delivery_note: '문 앞, 공동현관 1234#',
      });
      const { rows } = await asOwner(hub.db, business.owner, (scope) =>
        sql<{ order_id: number; actor: string }>`select order_id, actor from contact_reveals`.execute(
          scope.trx,
        ),
      );
      expect(rows).toEqual([{ order_id: idOf('C-PAID'), actor: expect.stringMatching(/^token:\d+$/) }]);
    });

    it('is named by a whole number', async () => {
      expect((await api.ask('GET /api/v1/orders/999999', { as })).statusCode).toBe(404);
      expect((await api.ask('GET /api/v1/orders/9007199254740993', { as })).statusCode).toBe(422);
      expect((await api.ask('GET /api/v1/orders/first', { as })).json().errors[0].field).toBe('id');
    });
  });

  it('keeps orders of a disconnected shop, and says that nothing can be sent', async () => {
    const closed = await connect(hub, business, 'coupang');
    const kept = await putOrders(hub, business, closed, [
      order({ nativeOrderId: 'X-1', orderedAt: '2026-10-01T00:00:00.000Z' }),
    ]);
    await asOwner(hub.db, business.owner, (scope) => disconnectAccount(scope, closed.id));
    const answer = await api.ask(`PUT /api/v1/orders/${kept.get('X-1')}/status`, {
      as,
      body: { status: 'preparing' },
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().code).toBe('account_disconnected');
    expect((await api.ask(`GET /api/v1/orders/${kept.get('X-1')}`, { as })).statusCode).toBe(200);
  });

  it('carries memos of the business, which staff write and viewers read', async () => {
    const path = `/api/v1/orders/${ids.get('C-PAID')}/memos` as const;
    const written = await api.ask(`POST ${path}`, { as, body: { note: '  고객이 내일 다시 전화합니다  ' } });
    expect(written.statusCode).toBe(201);
    const memo = written.json();
    expect(memo).toMatchObject({ note: '고객이 내일 다시 전화합니다', author: null });
    const { viewer } = business.tokens;
    const memos = async () =>
      (await api.ask(`GET /api/v1/orders/${ids.get('C-PAID')}`, { as: viewer })).json().memos;
    expect(await memos()).toEqual([memo]);
    expect((await api.ask(`POST ${path}`, { as, body: { note: ' ' } })).json().errors[0].field).toBe('note');
    // Of another order it is none.
    const elsewhere = `/api/v1/orders/${ids.get('C-TWO')}/memos/${memo.id}` as const;
    expect((await api.ask(`DELETE ${elsewhere}`, { as })).statusCode).toBe(404);
    expect((await api.ask(`DELETE ${path}/${memo.id}`, { as })).statusCode).toBe(204);
    expect(await memos()).toEqual([]);
  });
});
