import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { contact, line, order, pack } from '../../../test/harness/snapshots.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type Account, disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../test-server.ts';

const SHIPPED_PARCEL = {
  nativeCarrier: 'CJGLS',
  invoice: '555566667777',
  shippedAt: '2026-11-19T03:00:00.000Z',
};
const SHIPPING = {
  deliveryCompanyCode: 'KOREX',
  trackingNumber: '1234567890',
  sendDate: '2026-11-21T10:00:00.123456',
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
    hub = await newHub(await newDatabase('PGlite'));
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

    it('is paged by cursor without gaps or repeats', async () => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await list(`limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.orders.map((found: { native_order_id: string }) => found.native_order_id));
        cursor = page.next_cursor;
      }
      expect(seen).toEqual(await natives('limit=200'));
    });

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
          carrier_name: 'CJ대한통운',
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

  const put = (native: string, body: unknown, query = '') =>
    api.ask(`PUT /api/v1/orders/${idOf(native)}/status${query}`, { as, body });

  describe('shipping', () => {
    it('takes the body of the guide: acknowledges first, then ships', async () => {
      const nudged: unknown[] = [];
      hub.nudges.once('nudge', (kind) => nudged.push(kind));
      const answer = await put('C-TWO', { status: 'shipped', shipping_info: SHIPPING });
      expect(answer.statusCode, answer.body).toBe(202);
      const { commands } = answer.json();
      expect(commands.map(({ kind }: { kind: string }) => kind)).toEqual(['acknowledge', 'ship']);
      expect(commands[0].lines).toHaveLength(1);
      expect(commands[1].lines).toHaveLength(2);
      expect(commands[1]).toMatchObject({
        state: 'pending',
        shipment: { carrier_id: 'cj', invoice: '1234567890', shipped_at: '2026-11-21T01:00:00.123Z' },
        actor: expect.stringMatching(/^token:/),
      });
      expect(nudged).toEqual(['commands']);
      const again = await put('C-TWO', { status: 'shipped', shipping_info: SHIPPING });
      expect(again.json().commands[1].id).toBe(commands[1].id);
      const read = await api.ask(`GET /api/v1/commands/${commands[1].id}`, { as });
      expect(read.json()).toMatchObject({ id: commands[1].id, kind: 'ship', state: 'pending' });
      const found = (await api.ask(`GET /api/v1/orders/${idOf('C-TWO')}`, { as })).json();
      expect(found.commands).toHaveLength(2);
      expect(found.status).toBe('PAID');
    });

    it('waits for the outcome as long as asked and no longer', async () => {
      const startedAt = performance.now();
      const answer = await put('N-PAID', { status: 'acknowledged' }, '?wait=1');
      expect(performance.now() - startedAt).toBeGreaterThan(950);
      expect(answer.statusCode).toBe(202);
      expect(answer.json().commands[0].state).toBe('pending');
      expect((await put('N-PAID', { status: 'acknowledged' }, '?wait=61')).statusCode).toBe(422);
    });

    it('strips spaces and hyphens of an invoice', async () => {
      const shipping_info = { ...SHIPPING, trackingNumber: ' 1234-5678 9012 ' };
      const answer = await put('N-PAID', { status: 'SHIPPED', shipping_info });
      expect(answer.json().commands.at(-1).shipment.invoice).toBe('123456789012');
    });

    it.each([
      [{}, ['status missing']],
      [{ status: 'sent' }, ['status not_a_choice']],
      [{ status: 'shipped' }, ['shipping_info missing']],
      [{ status: 'preparing', shipping_info: SHIPPING }, ['shipping_info unused']],
      [
        { status: 'shipped', shipping_info: {} },
        ['shipping_info.deliveryCompanyCode missing', 'shipping_info.trackingNumber missing'],
      ],
      [
        { status: 'shipped', shipping_info: { ...SHIPPING, trackingNumber: '5.2E+11' } },
        ['shipping_info.trackingNumber exponent_number'],
      ],
      [
        { status: 'shipped', shipping_info: { ...SHIPPING, trackingNumber: 520000000000 } },
        ['shipping_info.trackingNumber wrong_type'],
      ],
      [
        { status: 'shipped', shipping_info: { ...SHIPPING, trackingNumber: '송장번호' } },
        ['shipping_info.trackingNumber bad_invoice'],
      ],
      [
        { status: 'shipped', shipping_info: { ...SHIPPING, sendDate: 'today', carrier: 'x' } },
        ['shipping_info.sendDate bad_date', 'shipping_info.carrier unknown_field'],
      ],
      [{ status: 'preparing', line_ids: [] }, ['line_ids too_few']],
    ])('names the fields at fault of %j', async (body, faults) => {
      const answer = await put('C-PAID', body);
      expect(answer.statusCode).toBe(422);
      expect(
        answer.json().errors.map((error: { field: string; code: string }) => `${error.field} ${error.code}`),
      ).toEqual(faults);
    });

    it('lists the choices for an unknown carrier', async () => {
      const answer = await put('C-PAID', {
        status: 'shipped',
        shipping_info: { ...SHIPPING, deliveryCompanyCode: 'PIGEON' },
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().code).toBe('carrier_unknown');
      expect(answer.json().errors[0].field).toBe('shipping_info.deliveryCompanyCode');
      expect(answer.json().errors[0].choices).toContainEqual({ value: 'cj', name: 'CJ대한통운' });
    });

    it.each([
      ['C-SHIPPED', 409, 'nothing_to_do', /invoice/],
      ['C-CANCEL', 409, 'cancel_requested', /cancel/],
      ['C-LOCKED', 409, 'line_locked', /로켓그로스/],
    ])('declines %s with a reason', async (native, status, code, detail) => {
      const answer = await put(native, { status: 'shipped', shipping_info: SHIPPING });
      expect(answer.statusCode).toBe(status);
      expect(answer.json().code).toBe(code);
      expect(answer.json().detail).toMatch(detail);
    });

    it('declines a line of another order', async () => {
      const other = (await api.ask(`GET /api/v1/orders/${idOf('C-SHIPPED')}`, { as })).json().lines[0].id;
      const answer = await put('C-PAID', { status: 'preparing', line_ids: [other] });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'line_not_found', errors: [{ field: 'line_ids' }] });
    });

    it('is not for viewers', async () => {
      const question = { as: business.tokens.viewer, body: { status: 'preparing' } };
      expect((await api.ask(`PUT /api/v1/orders/${idOf('C-PAID')}/status`, question)).statusCode).toBe(403);
    });
  });

  it('changes the invoice of what was shipped, where the marketplace lets it', async () => {
    const invoice = { deliveryCompanyCode: 'CJ대한통운', trackingNumber: '999988887777' };
    const change = (native: string) =>
      api.ask(`PUT /api/v1/orders/${idOf(native)}/invoice`, { as, body: invoice });
    const changed = await change('C-SHIPPED');
    expect(changed.statusCode, changed.body).toBe(202);
    expect(changed.json().commands[0]).toMatchObject({
      kind: 'change_invoice',
      shipment: { invoice: '999988887777' },
    });
    expect((await change('C-PAID')).json().code).toBe('nothing_to_do');
    const refused = await change('N-SHIPPED');
    expect(refused.statusCode).toBe(422);
    expect(refused.json().code).toBe('not_offered');
    expect(refused.json().detail).toContain('SmartStore Center');
  });

  it('announces a delay, where the marketplace lets it', async () => {
    const body = { ship_by: '2100-01-31', reason: 'made_to_order', text: '주문 제작 상품입니다' };
    const delay = (native: string, given: unknown = body) =>
      api.ask(`POST /api/v1/orders/${idOf(native)}/delay`, { as, body: given });
    const answer = await delay('N-PAID');
    expect(answer.statusCode, answer.body).toBe(202);
    expect(answer.json().commands[0].delay).toEqual({
      ship_by: '2100-01-31T14:59:59.000Z',
      reason: 'made_to_order',
      text: '주문 제작 상품입니다',
    });
    const refused = await delay('C-PAID');
    expect(refused.json().code).toBe('not_offered');
    expect(refused.json().detail).toContain('WING');
    expect((await delay('N-PAID', { ...body, ship_by: '2020-01-01' })).json().errors[0].code).toBe(
      'in_the_past',
    );
    const empty = (await delay('N-PAID', {})).json().errors.map(({ field }: { field: string }) => field);
    expect(empty).toEqual(['ship_by', 'reason', 'text']);
  });

  describe('confirming many', () => {
    const confirm = (body: unknown) => api.ask('POST /api/v1/orders/batch-confirm', { as, body });

    it('answers for each order by itself, folding repeats', async () => {
      const paid = idOf('C-PAID');
      const shipped = idOf('C-SHIPPED');
      const answer = await confirm({ order_ids: [paid, shipped, 999_999, paid], ship_date: '2024-01-08' });
      expect(answer.statusCode, answer.body).toBe(202);
      const { results, accepted, declined } = answer.json();
      expect([accepted, declined]).toEqual([1, 2]);
      expect(results).toEqual([
        {
          order_id: paid,
          accepted: true,
          commands: [{ id: expect.any(Number) }],
          code: null,
          title: null,
          detail: null,
        },
        expect.objectContaining({ order_id: shipped, accepted: false, code: 'nothing_to_do' }),
        expect.objectContaining({ order_id: 999_999, accepted: false, code: 'not_found' }),
      ]);
      const command = (await api.ask(`GET /api/v1/commands/${results[0].commands[0].id}`, { as })).json();
      expect(command).toMatchObject({ kind: 'acknowledge', cause: 'batch-confirm 2024-01-08' });
    });

    it('takes 10,000 ids and refuses more with a sentence', async () => {
      const many = Array.from({ length: 10_000 }, (_, at) => 1_000_000 + at);
      const answer = await confirm({ order_ids: many });
      expect(answer.statusCode).toBe(202);
      expect(answer.json().declined).toBe(10_000);
      const more = await confirm({ order_ids: [...many, 1] });
      expect(more.statusCode).toBe(422);
      expect(more.json().errors[0]).toMatchObject({ field: 'order_ids', code: 'too_many' });
      expect(more.json().errors[0].message).toContain('10,000');
    });

    it('names ids that are none', async () => {
      const answer = await confirm({ order_ids: [1, 'two', 3.5] });
      expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual([
        'order_ids[1]',
        'order_ids[2]',
      ]);
      expect((await confirm({ order_ids: [] })).statusCode).toBe(422);
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
});
