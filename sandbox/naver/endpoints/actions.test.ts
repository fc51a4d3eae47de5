import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  dispatchItem,
  ORDERS,
  objectAt,
  objectsIn,
  openTestShop,
  type TestShop,
  truthAbout,
} from '../test-shop.ts';
import { DAY_MS, formatKst } from '../wire/time.ts';

const CONFIRM = `${ORDERS}/product-orders/confirm`;
const DISPATCH = `${ORDERS}/product-orders/dispatch`;

function failures({ json }: Answer): Record<string, unknown> {
  const failed = objectsIn(objectAt(json, 'data').failProductOrderInfos);
  return Object.fromEntries(failed.map(({ productOrderId, code }) => [String(productOrderId), code]));
}

function foreignId(shop: TestShop): string {
  shop.market.openShop({ shop: 'other', orders: 1, quiet: true }, shop.frame);
  return String(Object(shop.market.orders('other')[0]).productOrderId);
}

describe('confirm', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop();
  });
  const confirm = (...productOrderIds: string[]) => shop.post(CONFIRM, { productOrderIds });
  const first = (name: string) => shop.caseOf(name)[0] ?? '';

  it('confirms and answers per item', () => {
    const id = first('paid');
    expect(confirm(id).json.data).toEqual({
      successProductOrderInfos: [{ productOrderId: id, isReceiverAddressChanged: false }],
      failProductOrderInfos: [],
    });
    expect(truthAbout(shop, id)).toMatchObject({ placeOrderStatus: 'OK', confirmsApplied: 1 });
    expect(failures(confirm(id))).toEqual({ [id]: '105306' });
    expect(truthAbout(shop, id).confirmsApplied).toBe(1);
  });

  it('tells when the address has changed', () => {
    const id = first('address-changed');
    expect(confirm(id).json).toMatchObject({
      data: { successProductOrderInfos: [{ productOrderId: id, isReceiverAddressChanged: true }] },
    });
  });

  it.each([
    ['105306', 'confirmed'],
    ['101011', 'direct-logistics'],
    ['104442', 'gift-waiting'],
    ['104442', 'payment-waiting'],
    ['104442', 'delivering:DELIVERING'],
    ['104442', 'cancel:CANCELING'],
    ['104442', 'cancel:CANCEL_DONE'],
  ])('answers %s for a line that is %s', (code, name) => {
    const id = first(name);
    expect(failures(confirm(id))).toEqual({ [id]: code });
  });

  it('answers for unknown, foreign and repeated numbers, and does the rest', () => {
    const id = first('paid');
    const twice = first('discounted');
    const foreign = foreignId(shop);
    const answer = confirm(id, '2026010100000001', foreign, twice, twice);
    expect(answer.status).toBe(200);
    expect(failures(answer)).toEqual({
      '2026010100000001': '100001',
      [foreign]: '101009',
      [twice]: '104131',
    });
    expect(truthAbout(shop, id).placeOrderStatus).toBe('OK');
    expect(truthAbout(shop, twice).placeOrderStatus).toBe('NOT_YET');
  });

  it('takes 1 to 30 numbers', () => {
    const ids = Array.from({ length: 31 }, (_unused, at) => String(at));
    expect(confirm(...ids)).toMatchObject({ status: 400, json: { code: '4000' } });
    expect(confirm(...ids.slice(1)).status).toBe(200);
    expect(confirm().status).toBe(400);
  });

  it('fails one item on a fault and leaves it untouched', () => {
    const id = first('paid');
    shop.fault('item_failure', 'product-orders.confirm');
    expect(failures(confirm(id))[id]).toMatch(/^(9999|104133)$/);
    expect(truthAbout(shop, id).confirmsApplied).toBe(0);
    expect(failures(confirm(id))).toEqual({});
  });
});

describe('dispatch', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop();
  });
  const first = (name: string) => shop.caseOf(name)[0] ?? '';
  const dispatch = (...dispatchProductOrders: unknown[]) => shop.post(DISPATCH, { dispatchProductOrders });
  const item = (id: string, fields: Record<string, unknown> = {}) => dispatchItem(shop, id, fields);

  it('registers the invoice and sends the line', () => {
    const id = first('confirmed');
    const answer = dispatch(item(id, { trackingNumber: '690012345678' }));
    expect(answer.json.data).toEqual({ successProductOrderIds: [id], failProductOrderInfos: [] });
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'DELIVERING',
      deliveryCompany: 'CJGLS',
      trackingNumber: '690012345678',
      invoicesRegistered: 1,
    });
    expect(failures(dispatch(item(id)))).toEqual({ [id]: '105306' });
    expect(truthAbout(shop, id).invoicesRegistered).toBe(1);
  });

  it('needs no confirmation unless the shop is opened so', () => {
    const id = first('paid');
    expect(failures(dispatch(item(id)))).toEqual({});
    expect(truthAbout(shop, id)).toMatchObject({ placeOrderStatus: 'OK', confirmsApplied: 0 });
    const strict = openTestShop({ dispatchNeedsConfirm: true });
    const [open = ''] = strict.caseOf('paid');
    const answer = strict.post(DISPATCH, { dispatchProductOrders: [dispatchItem(strict, open)] });
    expect(failures(answer)).toEqual({ [open]: '104443' });
  });

  it('refuses a requested cancellation by sending', () => {
    const id = first('cancel:CANCEL_REQUEST');
    expect(failures(dispatch(item(id)))).toEqual({});
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'DELIVERING',
      claimStatus: 'CANCEL_REJECT',
    });
  });

  it('sends without a courier', () => {
    const id = first('confirmed');
    const bare = { deliveryCompanyCode: undefined, trackingNumber: undefined };
    expect(failures(dispatch(item(id, { deliveryMethod: 'DIRECT_DELIVERY', ...bare })))).toEqual({});
    expect(truthAbout(shop, id)).toMatchObject({ deliveryMethod: 'DIRECT_DELIVERY' });
    expect(truthAbout(shop, id).trackingNumber).toBeUndefined();
  });

  it.each([
    ['104116', { deliveryMethod: 'RETURN_DESIGNATED' }],
    ['104118', { deliveryCompanyCode: undefined }],
    ['104119', { deliveryCompanyCode: 'LOTTE' }],
    ['104119', { deliveryCompanyCode: 'DLV_COM_ETC' }],
    ['104120', { trackingNumber: undefined }],
    ['104120', { trackingNumber: '' }],
    ['104122', { trackingNumber: '송장' }],
    ['104122', { trackingNumber: '12' }],
  ])('answers %s to %j', (code, fields) => {
    const id = first('confirmed');
    expect(failures(dispatch(item(id, fields)))).toEqual({ [id]: code });
    expect(truthAbout(shop, id).invoicesRegistered).toBe(0);
  });

  it('refuses a date in the future or before payment', () => {
    const id = first('confirmed');
    const now = shop.clock.now();
    expect(failures(dispatch(item(id, { dispatchDate: formatKst(now + 1) })))).toEqual({ [id]: '104133' });
    expect(failures(dispatch(item(id, { dispatchDate: formatKst(now - 30 * DAY_MS) })))).toEqual({
      [id]: '104133',
    });
  });

  it.each([
    ['105308', 'direct-logistics-confirmed'],
    ['104442', 'payment-waiting'],
    ['104442', 'delivered'],
    ['104442', 'cancel:CANCELING'],
    ['104442', 'gift-waiting'],
  ])('answers %s for a line that is %s', (code, name) => {
    const id = first(name);
    expect(failures(dispatch(item(id)))).toEqual({ [id]: code });
  });

  it('lets lines of one package share an invoice, and no others', () => {
    const [one = '', two = '', three = ''] = shop.caseOf('bundle');
    const stranger = first('confirmed');
    const shared = { trackingNumber: '690012345678' };
    const answer = dispatch(item(one, shared), item(two, shared), item(stranger, shared));
    expect(failures(answer)).toEqual({ [stranger]: '104121' });
    expect(failures(dispatch(item(three, shared)))).toEqual({});
    expect(failures(dispatch(item(stranger, { ...shared, deliveryCompanyCode: 'HANJIN' })))).toEqual({});
  });

  it.each([
    ['deliveryMethod', ''],
    ['deliveryMethod', 'PARCEL'],
    ['deliveryCompanyCode', ''],
    ['dispatchDate', '2026-11-21'],
  ])('answers HTTP 400 000400 when %s is "%s"', (field, value) => {
    expect(dispatch(item(first('confirmed'), { [field]: value }))).toMatchObject({
      status: 400,
      json: { code: '000400' },
    });
  });

  it('takes 1 to 30 items, each number once', () => {
    const id = first('confirmed');
    expect(dispatch(...Array.from({ length: 31 }, () => item(id))).status).toBe(400);
    expect(dispatch().status).toBe(400);
    expect(failures(dispatch(item(id), item(id)))).toEqual({ [id]: '104131' });
    expect(truthAbout(shop, id).invoicesRegistered).toBe(0);
  });

  it('ships what a partial cancellation left', () => {
    const id = first('cancel:partial-done');
    expect(failures(dispatch(item(id)))).toEqual({});
    expect(truthAbout(shop, id)).toMatchObject({ productOrderStatus: 'DELIVERING', remainQuantity: 2 });
  });

  it('fails one item on a fault and does the rest', () => {
    const [one = '', two = ''] = shop.caseOf('bundle');
    shop.fault('item_failure', 'product-orders.dispatch');
    const answer = dispatch(item(one), item(two));
    expect(failures(answer)[one]).toMatch(/^(9999|104122)$/);
    expect(objectAt(answer.json, 'data').successProductOrderIds).toEqual([two]);
    expect(truthAbout(shop, one).invoicesRegistered).toBe(0);
  });
});

describe('delay', () => {
  it('moves the date by which a line must be sent', () => {
    const shop = openTestShop();
    const [id = ''] = shop.caseOf('confirmed');
    const delay = (fields: Record<string, unknown>, target = id) =>
      shop.post(`${ORDERS}/product-orders/${target}/delay`, {
        dispatchDueDate: formatKst(shop.clock.now() + 5 * DAY_MS),
        delayedDispatchReason: 'PRODUCT_PREPARE',
        dispatchDelayedDetailedReason: '재입고 대기',
        ...fields,
      });
    expect(failures(delay({}))).toEqual({});
    expect(failures(delay({ dispatchDueDate: formatKst(shop.clock.now()) }))).toEqual({ [id]: '104105' });
    expect(failures(delay({}, '2026010100000001'))).toEqual({ '2026010100000001': '100001' });
    const [sent = ''] = shop.caseOf('delivered');
    expect(failures(delay({}, sent))).toEqual({ [sent]: '104442' });
    expect(delay({ delayedDispatchReason: 'LATE' }).json.code).toBe('000400');
    expect(delay({ delayedDispatchReason: undefined }).json.code).toBe('4000');
    expect(delay({ dispatchDueDate: undefined }).json.code).toBe('4000');
  });
});
