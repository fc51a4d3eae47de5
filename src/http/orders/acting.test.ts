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
import { line, order } from '../../../test/harness/snapshots.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';

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
  }),
];

describe('acting on orders', () => {
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
      expect(answer.json().errors[0].choices).toContainEqual({ value: 'cj', name: 'CJ Logistics' });
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
});
