import { describe, expect, it } from 'vitest';
import { openTestShop, type TestShop, truthAbout } from '../test-shop.ts';

const DAY_MINUTES = 24 * 60;

describe('the time of claims', () => {
  const pass = (shop: TestShop, days: number) => {
    shop.passMinutes(days * DAY_MINUTES);
    shop.market.tick(shop.frame);
  };
  const requested = (edition: string) => {
    const shop = openTestShop({ edition, orders: 0 });
    const [order = ''] = shop.market.buy('test', 1, shop.frame);
    const id = shop.truth()[0]?.productOrderId ?? '';
    return { shop, order, id };
  };

  it('decides for the seller in a quiet shop too: an unanswered cancellation is granted', () => {
    const { shop, order, id } = requested('official');
    shop.act('move', { productOrderId: id, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' });
    shop.act('story.claim', { order, line: id, kind: 'cancel' });
    pass(shop, 3);
    expect(truthAbout(shop, id).claimStatus).toBe('CANCEL_REQUEST');
    pass(shop, 2);
    expect(truthAbout(shop, id)).toMatchObject({
      claimStatus: 'CANCEL_DONE',
      productOrderStatus: 'CANCELED',
    });
  });

  it('refunds a return whose goods have been back for long, unless it is held', () => {
    const outcome = (isHeld: boolean) => {
      const { shop, order, id } = requested('official');
      shop.act('move', { productOrderId: id, productOrderStatus: 'DELIVERED' });
      shop.act('story.claim', { order, line: id, kind: 'return' });
      shop.act('story.collect', { order });
      if (isHeld) {
        shop.post(`/v1/pay-order/seller/product-orders/${id}/claim/return/holdback`, {
          holdbackClassType: 'ETC',
          holdbackReturnDetailReason: '확인 중',
        });
      }
      pass(shop, 9);
      return truthAbout(shop, id).claimStatus;
    };
    expect(outcome(false)).toBe('RETURN_DONE');
    expect(outcome(true)).toBe('COLLECT_DONE');
  });

  it('leaves everything to the seller in edition guide', () => {
    const { shop, order, id } = requested('guide');
    shop.act('story.claim', { order, line: id, kind: 'cancel' });
    pass(shop, 30);
    expect(truthAbout(shop, id).claimStatus).toBe('CANCEL_REQUEST');
  });

  it('leaves alone what a quiet shop was opened with', () => {
    const shop = openTestShop();
    const before = shop.market.claims?.('test');
    pass(shop, 30);
    expect(shop.market.claims?.('test')).toEqual(before);
  });
});
