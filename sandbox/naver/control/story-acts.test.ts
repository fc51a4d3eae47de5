import { beforeEach, describe, expect, it } from 'vitest';
import { dispatchItem, ORDERS, objectAt, openTestShop, type TestShop } from '../test-shop.ts';

const DAY_MINUTES = 24 * 60;

describe('a story', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop({ orders: 0 });
  });
  const act = (name: string, body: unknown) => objectAt({ told: shop.act(name, body) }, 'told');
  const sell = (fields: Record<string, unknown> = {}) => {
    const sold = act('story.sell', fields);
    return { order: String(sold.order), lines: Array.isArray(sold.lines) ? sold.lines.map(String) : [] };
  };
  const tell = (order: string) => act('story.tell', { order });
  const confirm = (productOrderIds: readonly string[]) =>
    shop.post(`${ORDERS}/product-orders/confirm`, { productOrderIds });
  const ship = (lines: readonly string[]) =>
    shop.post(`${ORDERS}/product-orders/dispatch`, {
      dispatchProductOrders: lines.map((id) => dispatchItem(shop, id, { trackingNumber: '690012345678' })),
    });
  const claimCall = (line: string, path: string, body: unknown = {}) =>
    shop.post(`${ORDERS}/product-orders/${line}/claim/${path}`, body);
  const settle = () => {
    shop.clock.advance(5_000);
    shop.market.tick(shop.frame);
  };
  const delivered = (fields: Record<string, unknown> = {}) => {
    const { order, lines } = sell(fields);
    ship(lines);
    act('story.deliver', { order });
    return { order, line: lines[0] ?? '' };
  };

  it('tells an order from the sale to the decision', () => {
    const { order, lines } = sell({ lines: 2, quantity: 3, price: 12_000 });
    expect(lines).toHaveLength(2);
    expect(tell(order)).toEqual({
      status: 'paid',
      quantity: 6,
      left: 6,
      parcels: [],
      claims: [],
      sellerCancels: 0,
      penaltyPoints: 0,
    });
    confirm(lines);
    expect(tell(order).status).toBe('preparing');
    ship(lines);
    expect(tell(order)).toMatchObject({
      status: 'shipped',
      parcels: [{ carrier: 'CJGLS', invoice: '690012345678', quantity: 6 }],
    });
    act('story.deliver', { order });
    expect(tell(order).status).toBe('delivered');
    act('story.confirm', { order });
    expect(tell(order).status).toBe('confirmed');
    expect(() => act('story.deliver', { order })).toThrow(/on its way/);
    expect(() => act('story.claim', { order, kind: 'return' })).toThrow(/PURCHASE_DECIDED/);
  });

  it('cancels part of an order that was taken on', () => {
    const { order, lines } = sell({ quantity: 3 });
    confirm(lines);
    act('story.claim', { order, kind: 'cancel', quantity: 1, fault: 'seller' });
    expect(tell(order).claims).toMatchObject([
      { kind: 'cancel', state: 'open', quantity: 1, fault: 'seller', refunded: false, fee: null },
    ]);
    claimCall(lines[0] ?? '', 'cancel/approve');
    settle();
    expect(tell(order)).toMatchObject({
      status: 'preparing',
      left: 2,
      claims: [{ state: 'done', refunded: true }],
      penaltyPoints: 0,
    });
    expect(() => act('story.claim', { order, kind: 'cancel', quantity: 3 })).toThrow(
      expect.objectContaining({ status: 409, message: 'that many are not left' }),
    );
    ship(lines);
    expect(tell(order)).toMatchObject({ parcels: [{ quantity: 2 }] });
  });

  it('lets the buyer withdraw what has not come too far', () => {
    const { order, line } = delivered();
    act('story.claim', { order, kind: 'return' });
    expect(() => act('story.claim', { order, kind: 'exchange' })).toThrow(/open claim/);
    expect(act('story.withdraw', { order }).claims).toMatchObject([{ state: 'withdrawn' }]);
    act('story.claim', { order, kind: 'return' });
    act('story.collect', { order });
    expect(() => act('story.withdraw', { order })).toThrow(/COLLECT_DONE/);
    expect(() => act('story.collect', { order })).toThrow(/already back/);
    claimCall(line, 'return/reject', { rejectReturnReason: '사용 흔적' });
    expect(tell(order).claims).toMatchObject([
      { state: 'withdrawn' },
      { state: 'rejected', refunded: false },
    ]);
    expect(() => act('story.withdraw', { order })).toThrow(/no open claim/);
  });

  it('returns with a fee the buyer pays', () => {
    const { order, line } = delivered();
    act('story.claim', { order, kind: 'return' });
    act('story.collect', { order });
    claimCall(line, 'return/holdback', {
      holdbackClassType: 'EXTRAFEEE',
      holdbackReturnDetailReason: '훼손',
      extraReturnFeeAmount: 1_000,
    });
    claimCall(line, 'return/holdback/release');
    claimCall(line, 'return/approve');
    expect(tell(order)).toMatchObject({
      status: 'returned',
      left: 0,
      claims: [{ fee: 4_000, feePaidBy: 'buyer', refunded: true, collectInvoice: expect.any(String) }],
    });
  });

  it('exchanges', () => {
    const { order, line } = delivered();
    act('story.claim', { order, kind: 'exchange', fault: 'seller' });
    act('story.collect', { order });
    expect(() => act('story.redeliver', { order })).toThrow(/replacement/);
    claimCall(line, 'exchange/collect/approve');
    claimCall(line, 'exchange/dispatch', {
      reDeliveryMethod: 'DELIVERY',
      reDeliveryCompany: 'CJGLS',
      reDeliveryTrackingNumber: '690012340000',
    });
    act('story.redeliver', { order });
    expect(tell(order)).toMatchObject({
      status: 'exchanged',
      left: 1,
      claims: [
        { kind: 'exchange', state: 'done', fee: 0, feePaidBy: 'seller', replacementInvoice: '690012340000' },
      ],
    });
  });

  it('counts penalty points for what the seller was late with', () => {
    const { order } = sell();
    shop.passMinutes(3 * DAY_MINUTES + 1);
    expect(tell(order).penaltyPoints).toBe(1);
    shop.passMinutes(7 * DAY_MINUTES);
    expect(tell(order).penaltyPoints).toBe(4);
    const late = delivered();
    act('story.claim', { order: late.order, kind: 'return' });
    act('story.collect', { order: late.order });
    expect(tell(late.order).penaltyPoints).toBe(0);
    shop.passMinutes(6 * DAY_MINUTES);
    expect(tell(late.order).penaltyPoints).toBe(1);
    const soldOut = sell();
    claimCall(soldOut.lines[0] ?? '', 'cancel/request', { cancelReason: 'SOLD_OUT' });
    expect(tell(soldOut.order)).toMatchObject({ sellerCancels: 1, penaltyPoints: 2 });
    const asked = sell();
    claimCall(asked.lines[0] ?? '', 'cancel/request', { cancelReason: 'INTENT_CHANGED' });
    expect(tell(asked.order)).toMatchObject({ sellerCancels: 1, penaltyPoints: 0 });
  });

  it('tells every claim of the shop, or of one order', () => {
    const { order, line } = delivered();
    act('story.claim', { order, kind: 'return' });
    const other = sell().order;
    act('story.claim', { order: other, kind: 'cancel' });
    expect(shop.market.claims?.('test')).toHaveLength(2);
    expect(shop.market.claims?.('test', order)).toMatchObject([
      {
        orderId: order,
        productOrderId: line,
        claimType: 'RETURN',
        claimStatus: 'RETURN_REQUEST',
        fee: 3_000,
      },
    ]);
  });

  it.each([
    ['story.sell', { quantity: 0 }],
    ['story.claim', { kind: 'refund' }],
    ['story.claim', { kind: 'cancel', fault: 'nobody' }],
    ['story.claim', { kind: 'cancel', quantity: 2 }],
    ['story.claim', { kind: 'cancel', line: '1' }],
    ['story.claim', { kind: 'return' }],
    ['story.deliver', {}],
    ['story.confirm', {}],
    ['story.collect', {}],
    ['story.tell', { order: '1' }],
  ])('refuses %s with %j', (name, fields) => {
    const { order } = sell();
    expect(() => act(name, { order, ...fields })).toThrow();
  });
});
