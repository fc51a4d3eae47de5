import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  dispatchItem,
  ORDERS,
  objectAt,
  objectsIn,
  openTestShop,
  queryDocuments,
  type TestShop,
  truthAbout,
} from '../../test-shop.ts';

const OTHER_SHOP = { shop: 'other', orders: 1, quiet: true };
const BODIES: Readonly<Record<string, unknown>> = {
  'cancel/request': { cancelReason: 'SOLD_OUT' },
  'return/request': { returnReason: 'BROKEN', collectDeliveryMethod: 'RETURN_INDIVIDUAL' },
  'return/reject': { rejectReturnReason: '사용 흔적' },
  'return/holdback': {
    holdbackClassType: 'RETURN_DELIVERYFEE',
    holdbackReturnDetailReason: '반품 배송비 미입금',
    extraReturnFeeAmount: 2_500,
  },
  'exchange/dispatch': {
    reDeliveryMethod: 'DELIVERY',
    reDeliveryCompany: 'CJGLS',
    reDeliveryTrackingNumber: '690012340000',
  },
  'exchange/holdback': {
    holdbackClassType: 'EXCHANGE_PRODUCT_READY',
    holdbackExchangeDetailReason: '재입고 대기',
  },
  'exchange/reject': { rejectExchangeReason: '교환 불가' },
};

describe('claim calls', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop();
  });
  const first = (name: string) => shop.caseOf(name)[0] ?? '';
  const call = (id: string, path: string, body: unknown = BODIES[path] ?? {}) =>
    shop.post(`${ORDERS}/product-orders/${id}/claim/${path}`, body);
  const codeOf = ({ json }: Answer) =>
    objectsIn(objectAt(json, 'data').failProductOrderInfos)[0]?.code ?? 'done';
  const settle = () => {
    shop.clock.advance(5_000);
    shop.market.tick(shop.frame);
  };
  const claimOf = (id: string, kind: string) =>
    objectAt(objectAt(queryDocuments(shop, [id])[0], 'currentClaim'), kind);
  const completed = (id: string) => objectsIn(queryDocuments(shop, [id])[0]?.completedClaims).at(-1);

  it.each([
    ['done', 'cancel/request', 'paid'],
    ['done', 'cancel/request', 'confirmed'],
    ['104442', 'cancel/request', 'delivered'],
    ['104442', 'cancel/request', 'payment-waiting'],
    ['104442', 'cancel/request', 'cancel:CANCEL_REQUEST'],
    ['105306', 'cancel/request', 'cancel:CANCEL_DONE'],
    ['done', 'cancel/approve', 'cancel:CANCEL_REQUEST'],
    ['done', 'cancel/approve', 'cancel:CANCELING'],
    ['105306', 'cancel/approve', 'cancel:CANCEL_DONE'],
    ['104442', 'cancel/approve', 'cancel:withdrawn'],
    ['104442', 'cancel/approve', 'paid'],
    ['104442', 'cancel/approve', 'admin-cancel:ADMIN_CANCELING'],
    ['done', 'return/request', 'delivered'],
    ['done', 'return/request', 'delivering:DELIVERING'],
    ['104442', 'return/request', 'confirmed'],
    ['104442', 'return/request', 'decided'],
    ['104442', 'return/request', 'return:COLLECTING'],
    ['done', 'return/approve', 'return:RETURN_REQUEST'],
    ['done', 'return/approve', 'return:COLLECTING'],
    ['done', 'return/approve', 'return:COLLECT_DONE'],
    ['104442', 'return/approve', 'return:held'],
    ['105306', 'return/approve', 'return:RETURN_DONE'],
    ['104442', 'return/approve', 'exchange:COLLECT_DONE'],
    ['done', 'return/reject', 'return:RETURN_REQUEST'],
    ['done', 'return/reject', 'return:COLLECT_DONE'],
    ['105306', 'return/reject', 'return:RETURN_REJECT'],
    ['104442', 'return/reject', 'return:RETURN_DONE'],
    ['done', 'return/holdback', 'return:COLLECT_DONE'],
    ['done', 'return/holdback', 'return:RETURN_REQUEST'],
    ['105306', 'return/holdback', 'return:held'],
    ['104442', 'return/holdback', 'return:RETURN_DONE'],
    ['104442', 'return/holdback', 'exchange:COLLECT_DONE'],
    ['done', 'return/holdback/release', 'return:held'],
    ['104442', 'return/holdback/release', 'return:COLLECT_DONE'],
    ['done', 'exchange/collect/approve', 'exchange:COLLECTING'],
    ['done', 'exchange/collect/approve', 'exchange:COLLECT_DONE'],
    ['105306', 'exchange/collect/approve', 'exchange:EXCHANGE_REDELIVERING'],
    ['105306', 'exchange/collect/approve', 'exchange:EXCHANGE_DONE'],
    ['104442', 'exchange/collect/approve', 'return:COLLECTING'],
    ['104417', 'exchange/dispatch', 'exchange:COLLECT_DONE'],
    ['104417', 'exchange/dispatch', 'exchange:EXCHANGE_REQUEST'],
    ['105306', 'exchange/dispatch', 'exchange:EXCHANGE_REDELIVERING'],
    ['105306', 'exchange/dispatch', 'exchange:EXCHANGE_DONE'],
    ['104417', 'exchange/dispatch', 'delivered'],
    ['done', 'exchange/holdback', 'exchange:COLLECTING'],
    ['104442', 'exchange/holdback', 'exchange:EXCHANGE_REDELIVERING'],
    ['104442', 'exchange/holdback/release', 'exchange:COLLECTING'],
    ['done', 'exchange/reject', 'exchange:EXCHANGE_REQUEST'],
    ['done', 'exchange/reject', 'exchange:COLLECT_DONE'],
    ['104442', 'exchange/reject', 'exchange:EXCHANGE_REDELIVERING'],
    ['105306', 'exchange/reject', 'exchange:EXCHANGE_REJECT'],
  ])('answers %s to %s of a line that is %s', (code, path, name) => {
    const id = first(name);
    const before = truthAbout(shop, id);
    expect(codeOf(call(id, path))).toBe(code);
    if (code !== 'done') expect(truthAbout(shop, id)).toEqual(before);
  });

  it('answers for unknown and foreign numbers, inside HTTP 200', () => {
    shop.market.openShop(OTHER_SHOP, shop.frame);
    const foreign = String(Object(shop.market.orders('other')[0]).productOrderId);
    expect(call('2026010100000001', 'cancel/approve')).toMatchObject({ status: 200 });
    expect(codeOf(call('2026010100000001', 'cancel/approve'))).toBe('100001');
    expect(codeOf(call(foreign, 'return/approve'))).toBe('101009');
  });

  it('refunds an approved cancellation after a while, and then tells the feed', () => {
    const id = first('cancel:CANCEL_REQUEST');
    expect(codeOf(call(id, 'cancel/approve'))).toBe('done');
    expect(truthAbout(shop, id)).toMatchObject({ productOrderStatus: 'PAYED', claimStatus: 'CANCELING' });
    expect(claimOf(id, 'cancel')).toMatchObject({ cancelApprovalDate: expect.any(String) });
    settle();
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'CANCELED',
      claimStatus: 'CANCEL_DONE',
      lastChangedType: 'CLAIM_COMPLETED',
      remainQuantity: 0,
    });
  });

  it('lets the seller cancel a part', () => {
    const id = first('several-quantities');
    const part = { cancelReason: 'SOLD_OUT', cancelDetailedReason: '두 개 품절', cancelQuantity: 2 };
    expect(codeOf(call(id, 'cancel/request', part))).toBe('done');
    expect(claimOf(id, 'cancel')).toMatchObject({ requestChannel: '판매자', requestQuantity: 2 });
    settle();
    expect(truthAbout(shop, id)).toMatchObject({ productOrderStatus: 'PAYED', remainQuantity: 5 });
    expect(completed(id)).toMatchObject({ claimStatus: 'CANCEL_DONE', claimRequestReason: 'SOLD_OUT' });
    expect(codeOf(call(id, 'cancel/request', { ...part, cancelQuantity: 6 }))).toBe('104133');
    expect(codeOf(call(id, 'cancel/request', { ...part, cancelQuantity: 5 }))).toBe('done');
    settle();
    expect(truthAbout(shop, id).productOrderStatus).toBe('CANCELED');
  });

  it('refuses a requested cancellation by dispatching, and nothing else does', () => {
    const id = first('cancel:CANCEL_REQUEST');
    expect(call(id, 'cancel/reject')).toMatchObject({ status: 404, json: { code: 'GW.NOT_FOUND' } });
    shop.post(`${ORDERS}/product-orders/dispatch`, { dispatchProductOrders: [dispatchItem(shop, id)] });
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'DELIVERING',
      claimStatus: 'CANCEL_REJECT',
      lastChangedType: 'DISPATCHED',
    });
  });

  it('refunds a return at once, and only its part of the line', () => {
    const whole = first('return:COLLECT_DONE');
    call(whole, 'return/approve');
    expect(truthAbout(shop, whole)).toMatchObject({
      productOrderStatus: 'RETURNED',
      claimStatus: 'RETURN_DONE',
      lastChangedType: 'CLAIM_COMPLETED',
    });
    const part = first('several-quantities');
    shop.act('move', { productOrderId: part, productOrderStatus: 'DELIVERED' });
    const asked = { returnReason: 'BROKEN', collectDeliveryMethod: 'RETURN_DESIGNATED', returnQuantity: 3 };
    expect(codeOf(call(part, 'return/request', asked))).toBe('done');
    expect(claimOf(part, 'return')).toMatchObject({
      claimStatus: 'RETURN_REQUEST',
      requestChannel: '판매자',
      collectStatus: 'COLLECT_REQUEST_TO_DELIVERY_COMPANY',
      claimDeliveryFeeDemandAmount: 0,
    });
    expect(codeOf(call(part, 'return/approve'))).toBe('done');
    expect(truthAbout(shop, part)).toMatchObject({ productOrderStatus: 'DELIVERED', remainQuantity: 4 });
  });

  it('asks for the goods first where a shop is opened so', () => {
    shop = openTestShop({ returnNeedsCollection: true });
    expect(codeOf(call(first('return:RETURN_REQUEST'), 'return/approve'))).toBe('104442');
    expect(codeOf(call(first('return:COLLECT_DONE'), 'return/approve'))).toBe('done');
  });

  it('holds a return with its fee in the document, and approves it only once it is released', () => {
    const id = first('return:COLLECT_DONE');
    call(id, 'return/holdback');
    expect(claimOf(id, 'return')).toMatchObject({
      holdbackStatus: 'HOLDBACK',
      holdbackReason: 'RETURN_DELIVERYFEE',
      holdbackDetailedReason: '반품 배송비 미입금',
      etcFeeDemandAmount: 2_500,
    });
    expect(codeOf(call(id, 'return/approve'))).toBe('104442');
    expect(codeOf(call(id, 'return/holdback/release'))).toBe('done');
    expect(claimOf(id, 'return')).toMatchObject({
      holdbackStatus: 'RELEASED',
      holdbackReleaseDate: expect.any(String),
    });
    expect(codeOf(call(id, 'return/holdback/release'))).toBe('105306');
    expect(codeOf(call(id, 'return/approve'))).toBe('done');
  });

  it('sends an exchange again once the seller has said that the goods are back', () => {
    const id = first('exchange:COLLECTING');
    expect(codeOf(call(id, 'exchange/dispatch'))).toBe('104417');
    call(id, 'exchange/collect/approve');
    expect(truthAbout(shop, id)).toMatchObject({
      claimStatus: 'COLLECT_DONE',
      lastChangedType: 'COLLECT_DONE',
    });
    expect(codeOf(call(id, 'exchange/collect/approve'))).toBe('105306');
    call(id, 'exchange/holdback');
    expect(codeOf(call(id, 'exchange/dispatch'))).toBe('104417');
    call(id, 'exchange/holdback/release');
    expect(codeOf(call(id, 'exchange/dispatch'))).toBe('done');
    expect(truthAbout(shop, id).lastChangedType).toBe('CLAIM_REDELIVERING');
    expect(claimOf(id, 'exchange')).toMatchObject({
      claimStatus: 'EXCHANGE_REDELIVERING',
      reDeliveryMethod: 'DELIVERY',
      reDeliveryCompany: 'CJGLS',
      reDeliveryTrackingNumber: '690012340000',
      reDeliveryStatus: 'COLLECT_REQUEST',
    });
    const other = first('exchange:COLLECT_DONE');
    call(other, 'exchange/collect/approve');
    expect(codeOf(call(other, 'exchange/dispatch'))).toBe('104121');
  });

  it('sends an exchange without being told where the rule is lifted', () => {
    shop = openTestShop({ exchangeNeedsCollectionApproval: false });
    expect(codeOf(call(first('exchange:COLLECT_DONE'), 'exchange/dispatch'))).toBe('done');
  });

  it.each([
    ['104118', { reDeliveryCompany: undefined }],
    ['104119', { reDeliveryCompany: 'LOTTE' }],
    ['104120', { reDeliveryTrackingNumber: '' }],
    ['104122', { reDeliveryTrackingNumber: '12' }],
    ['104116', { reDeliveryMethod: 'RETURN_MERCHANT' }],
  ])('answers %s when the replacement travels with %j', (code, fields) => {
    const id = first('exchange:COLLECT_DONE');
    call(id, 'exchange/collect/approve');
    expect(codeOf(call(id, 'exchange/dispatch', { ...Object(BODIES['exchange/dispatch']), ...fields }))).toBe(
      code,
    );
  });

  it.each([
    ['cancel/request', '4000', {}],
    ['cancel/request', '000400', { cancelReason: 'BORED' }],
    ['cancel/request', '000400', { cancelReason: '' }],
    ['cancel/request', '000400', { cancelReason: 'BROKEN' }],
    ['cancel/request', '4000', { cancelReason: 'SOLD_OUT', cancelQuantity: 0 }],
    ['cancel/request', '000400', { cancelReason: 'SOLD_OUT', cancelQuantity: '1' }],
    ['cancel/request', '4000', { cancelReason: 'SOLD_OUT', cancelDetailedReason: '가'.repeat(501) }],
    ['return/request', '4000', { returnReason: 'BROKEN' }],
    ['return/request', '000400', { returnReason: 'BROKEN', collectDeliveryMethod: 'PIGEON' }],
    ['return/reject', '4000', { rejectReturnReason: ' ' }],
    ['return/holdback', '4000', { holdbackClassType: 'ETC' }],
    ['return/holdback', '000400', { holdbackClassType: 'EXTRAFEE', holdbackReturnDetailReason: '사유' }],
    [
      'return/holdback',
      '4000',
      { holdbackClassType: 'ETC', holdbackReturnDetailReason: '사유', extraReturnFeeAmount: -1 },
    ],
    ['exchange/dispatch', '4000', { reDeliveryCompany: 'CJGLS' }],
    ['exchange/reject', '4000', {}],
  ])('refuses %s as a whole with %s for %j', (path, code, body) => {
    expect(call(first('paid'), path, body)).toMatchObject({ status: 400, json: { code } });
  });

  it('answers 104133 to a reason to hold that is the other kind’s', () => {
    const body = { ...Object(BODIES['return/holdback']), holdbackClassType: 'EXCHANGE_EXTRAFEE' };
    expect(codeOf(call(first('return:COLLECT_DONE'), 'return/holdback', body))).toBe('104133');
  });

  it('brings the exchange back when the return that was opened on it comes to nothing', () => {
    const id = first('exchange:returned-while-redelivering');
    call(id, 'return/reject');
    expect(truthAbout(shop, id)).toMatchObject({
      claimType: 'EXCHANGE',
      claimStatus: 'EXCHANGE_REDELIVERING',
    });
  });

  it('ends the exchange together with the return of what it brought', () => {
    const id = first('exchange:returned-while-redelivering');
    call(id, 'return/approve');
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'RETURNED',
      claimStatus: 'RETURN_DONE',
    });
    expect(objectsIn(queryDocuments(shop, [id])[0]?.completedClaims)).toMatchObject([
      { claimType: 'EXCHANGE', claimStatus: 'EXCHANGE_DONE' },
      { claimType: 'RETURN', claimStatus: 'RETURN_DONE' },
    ]);
  });

  it('fails on a fault and leaves the claim untouched', () => {
    const id = first('return:COLLECT_DONE');
    shop.fault('item_failure', 'claims.return.approve');
    expect(codeOf(call(id, 'return/approve'))).toMatch(/^(9999|104442)$/);
    expect(truthAbout(shop, id).claimStatus).toBe('COLLECT_DONE');
    expect(codeOf(call(id, 'return/approve'))).toBe('done');
  });
});
