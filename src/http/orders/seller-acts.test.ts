import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import type { OrderLineSnapshot, OrderSnapshot } from '../../domain/order.ts';
import type { Hub } from '../../engine/hub.ts';

/** Noon in Seoul, two days before `line()` must leave. */
const NOW = new Date('2026-11-22T03:00:00.000Z');
const REASON = { reason: 'CCTTER', text: '재고가 없습니다' };
const BY_CJ = { deliveryCompanyCode: 'CJ대한통운' };

describe('what sellers do with orders besides shipping', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'), { clock: () => NOW });
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function put(
    platform: Parameters<typeof connect>[2],
    edition: 'official' | 'guide',
    ...orders: readonly OrderSnapshot[]
  ): Promise<(native: string) => number> {
    const account = await connect(hub, business, platform, edition);
    const ids = await putOrders(hub, business, account, orders);
    return (native) => ids.get(native) ?? 999_999;
  }
  const post = (path: string, body?: unknown, as = business.tokens.staff) =>
    api.ask(`POST /api/v1/orders/${path}`, { as, body });
  const read = async (id: number, language = 'en') =>
    (
      await api.ask(`GET /api/v1/orders/${id}`, {
        as: business.tokens.viewer,
        headers: { 'accept-language': language },
      })
    ).json();
  const preparing = (native: string, fields: Partial<OrderLineSnapshot> = {}) =>
    order({
      nativeOrderId: native,
      lines: [line({ status: 'PREPARING', nativeStatus: 'INSTRUCT', ...fields })],
    });

  describe('cancelling', () => {
    it('shows its price first, and is done once the price is accepted', async () => {
      const idOf = await put('coupang', 'official', preparing('one'));
      const { seller_cancel, late_penalties } = await read(idOf('one'));
      expect(seller_cancel).toMatchObject({ line_ids: [expect.any(Number)], partly: true });
      const costs = seller_cancel.reasons.find(({ code }: { code: string }) => code === 'CCTTER');
      expect(costs).toMatchObject({ fault: 'seller', penalties: [{ source: expect.stringMatching(/\w/) }] });
      expect(late_penalties[0].detail).not.toBe('');
      const asked = (await post(`${idOf('one')}/cancel`, REASON)).json();
      expect(asked).toMatchObject({ status: 409, code: 'penalty_not_accepted' });
      expect(asked.detail).toContain(costs.penalties[0].detail);
      const accepted = await post(`${idOf('one')}/cancel`, { ...REASON, penalty_accepted: true });
      expect(accepted.statusCode, accepted.body).toBe(202);
      expect(accepted.json().commands).toMatchObject([
        { kind: 'cancel', cancel: { reason: 'CCTTER', text: REASON.text, quantity: null } },
      ]);
      const again = await post(`${idOf('one')}/cancel`, { ...REASON, penalty_accepted: true });
      expect(again.json().commands[0].id).toBe(accepted.json().commands[0].id);
    });

    it('may be of a part of one line, where the marketplace lets it', async () => {
      const two = order({
        nativeOrderId: 'two',
        lines: [line({ nativeLineId: 'a' }), line({ nativeLineId: 'b' })],
      });
      const idOf = await put('coupang', 'official', two);
      const cancel = (body: object) =>
        post(`${idOf('two')}/cancel`, { ...REASON, penalty_accepted: true, ...body });
      expect((await cancel({ quantity: 1 })).json()).toMatchObject({ status: 422, code: 'one_line_only' });
      const [{ id }] = (await read(idOf('two'))).lines;
      const more = (await cancel({ quantity: 4, line_ids: [id] })).json();
      expect(more).toMatchObject({ status: 422, code: 'quantity_wrong' });
      expect(more.detail).toContain('3');
      const part = await cancel({ quantity: 2, line_ids: [id] });
      expect(part.json().commands[0]).toMatchObject({ cancel: { quantity: 2 }, lines: [{ line_id: id }] });
      const whole = await put('naver', 'guide', order({ nativeOrderId: 'whole' }));
      const declined = await post(`${whole('whole')}/cancel`, {
        reason: 'INTENT_CHANGED',
        text: 'x',
        quantity: 1,
      });
      expect(declined.json().code).toBe('quantity_wrong');
      expect((await read(whole('whole'))).seller_cancel.partly).toBe(false);
    });

    it('takes a reason from the list, and is over once the goods have left', async () => {
      const left = order({ nativeOrderId: 'left', lines: [line({ status: 'SHIPPED', nativeStatus: 'x' })] });
      const idOf = await put('coupang', 'official', preparing('one'), left);
      const unknown = (await post(`${idOf('one')}/cancel`, { reason: 'BECAUSE', text: 'x' })).json();
      expect(unknown).toMatchObject({ code: 'reason_unknown', errors: [{ choices: expect.any(Array) }] });
      const late = (await post(`${idOf('left')}/cancel`, REASON)).json();
      expect(late).toMatchObject({ code: 'nothing_to_do' });
      expect(late.detail).toContain('return');
      expect((await read(idOf('left'))).seller_cancel).toBeNull();
    });

    it('is not offered everywhere', async () => {
      const idOf = await put('esm', 'guide', order({ nativeOrderId: 'one' }));
      expect((await post(`${idOf('one')}/cancel`, REASON)).json()).toMatchObject({
        status: 422,
        code: 'not_offered',
      });
      expect((await read(idOf('one'))).seller_cancel).toBeNull();
    });
  });

  it('hold a dispatch and let it go on', async () => {
    const idOf = await put('naver', 'guide', preparing('one'), preparing('held', { held: true }));
    const held = await post(`${idOf('one')}/hold`, { text: '재입고 대기' });
    expect(held.statusCode, held.body).toBe(202);
    expect(held.json().commands).toMatchObject([{ kind: 'hold', state: 'pending' }]);
    expect((await read(idOf('held'))).lines[0].held).toBe(true);
    expect((await post(`${idOf('held')}/hold`, { text: 'x' })).json().code).toBe('nothing_to_do');
    expect((await post(`${idOf('one')}/release`)).json().code).toBe('nothing_to_do');
    expect((await post(`${idOf('held')}/release`)).json().commands).toMatchObject([{ kind: 'release' }]);
    const elsewhere = await put('coupang', 'official', preparing('one'));
    const never = (await post(`${elsewhere('one')}/hold`, { text: 'x' })).json();
    expect(never).toMatchObject({ status: 422, code: 'not_offered' });
    expect(never.detail.length).toBeGreaterThan(20);
    expect((await post(`${elsewhere('one')}/release`)).json().code).toBe('not_offered');
  });

  it('ship one line in several parcels that make up what is left', async () => {
    const two = order({ nativeOrderId: 'two', lines: [line(), line({ nativeLineId: 'b' })] });
    const parts = [2, 1].map((quantity) => ({
      quantity,
      nativeCarrier: '00034',
      invoice: `64001234567${quantity}`,
      shippedAt: NOW.toISOString(),
    }));
    const idOf = await put('eleventh_street', 'official', two, preparing('left', { parts }));
    const { lines } = await read(idOf('two'));
    const split = (of: number, ...quantities: readonly number[]) =>
      post(`${of}/split`, {
        line_id: lines[0].id,
        parts: quantities.map((quantity, nth) => ({
          quantity,
          ...BY_CJ,
          trackingNumber: `64001234567${nth}`,
        })),
      });
    const wrong = (await split(idOf('two'), 1, 1)).json();
    expect(wrong).toMatchObject({ status: 422, code: 'quantity_wrong' });
    const answer = await split(idOf('two'), 1, 2);
    expect(answer.statusCode, answer.body).toBe(202);
    const { commands } = answer.json();
    expect(commands.map(({ kind }: { kind: string }) => kind)).toEqual(['acknowledge', 'split']);
    expect(commands[1].parts).toMatchObject([
      { quantity: 1, carrier_id: 'cj', invoice: '640012345670' },
      { quantity: 2, carrier_id: 'cj', invoice: '640012345671' },
    ]);
    expect((await split(idOf('left'), 1, 2)).json().code).toBe('line_not_found');
    const [left] = (await read(idOf('left'))).lines;
    expect(left.parts).toMatchObject([
      { quantity: 2, carrier_id: 'cj', native_carrier: '00034', invoice: '640012345672' },
      { quantity: 1, shipped_at: NOW.toISOString(), invoice: '640012345671' },
    ]);
    const elsewhere = await put('coupang', 'official', preparing('one'));
    const [other] = (await read(elsewhere('one'))).lines;
    const never = await post(`${elsewhere('one')}/split`, {
      line_id: other.id,
      parts: [1, 2].map((quantity) => ({ quantity, ...BY_CJ, trackingNumber: `64001234567${quantity}` })),
    });
    expect(never.json().code).toBe('not_offered');
  });

  it('are told which field makes no sense', async () => {
    const idOf = await put('coupang', 'official', preparing('one'));
    const part = { quantity: 1, ...BY_CJ, trackingNumber: '640012345670' };
    const cases: readonly (readonly [string, unknown, string])[] = [
      ['cancel', {}, 'reason'],
      ['cancel', { ...REASON, text: '' }, 'text'],
      ['cancel', { ...REASON, quantity: 0 }, 'quantity'],
      ['cancel', { ...REASON, quantity: 1.5 }, 'quantity'],
      ['cancel', { ...REASON, line_ids: [] }, 'line_ids'],
      ['cancel', { ...REASON, penalty_accepted: 'yes' }, 'penalty_accepted'],
      ['hold', {}, 'text'],
      ['hold', { text: 'x', more: 1 }, 'more'],
      ['release', { line_ids: ['x'] }, 'line_ids[0]'],
      ['split', { parts: [part, part] }, 'line_id'],
      ['split', { line_id: 1, parts: [part] }, 'parts'],
      ['split', { line_id: 1, parts: [part, { ...part, quantity: 0 }] }, 'parts[1].quantity'],
      ['split', { line_id: 1, parts: [part, part], sendDate: 'soon' }, 'sendDate'],
    ];
    for (const [act, body, field] of cases) {
      const answer = await post(`${idOf('one')}/${act}`, body);
      expect([act, answer.statusCode, answer.json().errors?.[0]?.field], answer.body).toEqual([
        act,
        422,
        field,
      ]);
    }
    for (const [act, body] of [
      ['cancel', { ...REASON, penalty_accepted: true }],
      ['hold', { text: 'x' }],
      ['release', undefined],
    ] as const) {
      expect((await post(`${idOf('one')}/${act}`, body, business.tokens.viewer)).statusCode).toBe(403);
      expect((await post(`${idOf('nobody')}/${act}`, body)).statusCode).toBe(404);
    }
    const stranger = await post(`${idOf('one')}/cancel`, { ...REASON, line_ids: [999_999] });
    expect(stranger.json()).toMatchObject({ code: 'line_not_found' });
  });

  it('look for orders by the day on which they must leave', async () => {
    const due = (native: string, shipBy: string, fields: Partial<OrderLineSnapshot> = {}) =>
      preparing(native, { shipBy, ...fields });
    await put(
      'coupang',
      'official',
      due('late', '2026-11-21T14:59:59.000Z'),
      due('soon', '2026-11-22T05:00:00.000Z'),
      due('today', '2026-11-22T14:59:59.000Z'),
      due('tomorrow', '2026-11-23T14:59:59.000Z'),
      due('left', '2026-11-22T14:59:59.000Z', { status: 'SHIPPED', nativeStatus: 'DEPARTURE' }),
    );
    const named = async (query: string) => {
      const answer = await api.ask(`GET /api/v1/orders${query}`, { as: business.tokens.viewer });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json().orders.map((one: { native_order_id: string }) => one.native_order_id);
    };
    expect(await named('?due=overdue')).toEqual(['late']);
    expect(await named('?due=soon')).toEqual(['soon']);
    expect(await named('?due=today')).toEqual(['soon', 'today']);
    expect(await named('?due=tomorrow')).toEqual(['tomorrow']);
    expect(await named('?due=2026-11-21')).toEqual(['late']);
    expect(await named('?due=2026-11-22&status=preparing&platform=coupang')).toEqual(['soon', 'today']);
    const first = (
      await api.ask('GET /api/v1/orders?due=today&limit=1', { as: business.tokens.viewer })
    ).json();
    expect(first.orders).toMatchObject([{ due_at: '2026-11-22T05:00:00.000Z' }]);
    expect(await named(`?due=today&limit=1&cursor=${first.next_cursor}`)).toEqual(['today']);
    const nonsense = await api.ask('GET /api/v1/orders?due=someday', { as: business.tokens.viewer });
    expect([nonsense.statusCode, nonsense.json().errors[0].field]).toEqual([422, 'due']);
  });
});
