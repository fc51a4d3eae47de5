import { beforeEach, describe, expect, it } from 'vitest';
import { objectAt, openTestShop, queryDocuments, type TestShop, truthAbout } from '../test-shop.ts';

describe('acts', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop();
  });
  const first = (name: string) => shop.caseOf(name)[0] ?? '';

  it('moves a line to any status it can reach', () => {
    const id = first('payment-waiting');
    for (const productOrderStatus of ['PAYED', 'DELIVERING', 'DELIVERED', 'PURCHASE_DECIDED']) {
      shop.act('move', { productOrderId: id, productOrderStatus });
      expect(truthAbout(shop, id)).toMatchObject({ productOrderStatus });
    }
    expect(() => shop.act('move', { productOrderId: id, productOrderStatus: 'PAYED' })).toThrow(/cannot go/);
    shop.act('move', { productOrderId: first('paid'), productOrderStatus: 'CANCELED' });
    expect(truthAbout(shop, first('paid'))).toMatchObject({ claimStatus: 'CANCEL_DONE', remainQuantity: 0 });
    const delivered = first('delivered');
    shop.act('move', { productOrderId: delivered, productOrderStatus: 'RETURNED' });
    expect(truthAbout(shop, delivered)).toMatchObject({ claimStatus: 'RETURN_DONE' });
  });

  it('moves the confirmation too', () => {
    const productOrderId = first('confirmed');
    shop.act('move', { productOrderId, productOrderStatus: 'PAYED', placeOrderStatus: 'CANCEL' });
    expect(truthAbout(shop, productOrderId).placeOrderStatus).toBe('CANCEL');
  });

  it('opens and withdraws claims', () => {
    const productOrderId = first('several-quantities');
    shop.act('move', { productOrderId, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' });
    shop.act('requestCancel', { productOrderId, quantity: 2, reason: 'WRONG_ORDER' });
    const [row] = queryDocuments(shop, [productOrderId]);
    expect(objectAt(objectAt(row, 'currentClaim'), 'cancel')).toMatchObject({
      cancelReason: 'WRONG_ORDER',
      requestQuantity: 2,
    });
    expect(() => shop.act('requestCancel', { productOrderId })).toThrow(/open claim/);
    shop.act('withdrawClaim', { productOrderId });
    expect(truthAbout(shop, productOrderId)).toMatchObject({
      claimStatus: 'CANCEL_REJECT',
      productOrderStatus: 'PAYED',
      remainQuantity: 7,
    });
    expect(() => shop.act('withdrawClaim', { productOrderId })).toThrow(/no open claim/);
    const delivered = first('delivered');
    shop.act('requestReturn', { productOrderId: delivered });
    expect(truthAbout(shop, delivered)).toMatchObject({ claimStatus: 'RETURN_REQUEST' });
    expect(() => shop.act('requestReturn', { productOrderId: first('paid') })).toThrow(/PAYED/);
    expect(() => shop.act('requestCancel', { productOrderId: first('paid'), reason: 'BORED' })).toThrow();
  });

  it('cancels at once what the seller has not taken on', () => {
    const productOrderId = first('paid');
    shop.act('requestCancel', { productOrderId });
    expect(truthAbout(shop, productOrderId)).toMatchObject({
      productOrderStatus: 'CANCELED',
      claimStatus: 'CANCEL_DONE',
      lastChangedType: 'CLAIM_COMPLETED',
    });
    const several = first('several-quantities');
    shop.act('requestCancel', { productOrderId: several, quantity: 2 });
    expect(truthAbout(shop, several)).toMatchObject({ productOrderStatus: 'PAYED', remainQuantity: 5 });
  });

  it('lets a waiting gift be received and a waiting order be paid', () => {
    const productOrderId = first('gift-waiting');
    shop.act('receiveGift', { productOrderId });
    expect(truthAbout(shop, productOrderId).lastChangedType).toBe('GIFT_RECEIVED');
    const id = first('payment-waiting');
    const { orderId } = truthAbout(shop, id);
    shop.act('payWaiting', { orderId });
    expect(truthAbout(shop, id)).toMatchObject({ productOrderStatus: 'PAYED', lastChangedType: 'PAYED' });
    expect(() => shop.act('payWaiting', { orderId })).toThrow(/wait/);
  });

  it('refuses lines it does not know', () => {
    expect(() => shop.act('requestCancel', { productOrderId: '1' })).toThrow(/no product order/);
    expect(() => shop.act('requestCancel')).toThrow(/productOrderId/);
  });

  it('lets buyers buy', () => {
    const orders = shop.market.buy('test', 3, shop.frame);
    expect(orders).toHaveLength(3);
    for (const orderId of orders) {
      for (const line of shop.truth().filter((truth) => truth.orderId === orderId)) {
        expect(line).toMatchObject({ productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' });
      }
    }
    expect(() => shop.market.buy('nowhere', 1, shop.frame)).toThrow(/no shop/);
  });
});

describe('the course of time', () => {
  it('delivers parcels, decides purchases and finishes claims', () => {
    const shop = openTestShop({ quiet: false });
    const first = (name: string) => shop.caseOf(name)[0] ?? '';
    for (let turn = 0; turn < 10; turn += 1) {
      shop.passMinutes(60);
      shop.market.tick(shop.frame);
    }
    const status = (name: string) => truthAbout(shop, first(name)).productOrderStatus;
    expect(status('delivering:COLLECT_REQUEST')).toBe('PURCHASE_DECIDED');
    expect(status('delivering:NOT_TRACKING')).toBe('PURCHASE_DECIDED');
    expect(status('delivering:WRONG_INVOICE')).toBe('DELIVERING');
    expect(status('cancel:CANCELING')).toBe('CANCELED');
    expect(status('exchange:EXCHANGE_REDELIVERING')).toBe('EXCHANGED');
    expect(status('paid')).toBe('PAYED');
    expect(truthAbout(shop, first('return:RETURN_REQUEST')).claimStatus).toBe('COLLECT_DONE');
    expect(truthAbout(shop, first('cancel:CANCEL_REQUEST')).claimStatus).toBe('CANCEL_REQUEST');
    expect(status('decision:PURCHASE_DECISION_HOLDBACK')).toBe('DELIVERED');
  });

  it('cancels what nobody paid for', () => {
    const shop = openTestShop({ quiet: false });
    const [id = ''] = shop.caseOf('payment-waiting');
    shop.passMinutes(3 * 24 * 60);
    shop.market.tick(shop.frame);
    expect(truthAbout(shop, id).productOrderStatus).toBe('CANCELED_BY_NOPAYMENT');
  });

  it('stands still in a quiet shop', () => {
    const shop = openTestShop();
    const before = shop.truth();
    shop.passMinutes(600);
    shop.market.tick(shop.frame);
    expect(shop.truth()).toEqual(before);
  });
});
