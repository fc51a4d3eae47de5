import { describe, expect, it } from 'vitest';
import { type Answered, at, openTestShop, type TestShop } from '../test-shop.ts';

const ITEMS = '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items';

function anOption(shop: TestShop): string {
  return String(at(shop.offers(), 0, 'vendorItemId'));
}

const put = (shop: TestShop, path: string, query = ''): Answered =>
  shop.ask({ method: 'PUT', path: `${ITEMS}/${path}`, query });

const inventory = (shop: TestShop, id: string) => at(shop.get(`${ITEMS}/${id}/inventories`).body, 'data');

describe('stock and price of an option', () => {
  it('are read and set to absolute values, whatever is sold meanwhile', () => {
    const shop = openTestShop({ orders: 0 });
    const id = anOption(shop);
    expect(put(shop, `${id}/quantities/7`)).toMatchObject({
      status: 200,
      body: { code: 'SUCCESS', message: '재고 변경을 완료했습니다.', data: null },
    });
    expect(put(shop, `${id}/prices/19900`, 'forceSalePriceUpdate=true').status).toBe(200);
    expect(inventory(shop, id)).toEqual({
      sellerItemId: Number(id),
      amountInStock: 7,
      salePrice: 19_900,
      onSale: true,
    });
  });

  it('go down and into the order when somebody buys', () => {
    const shop = openTestShop({ orders: 0, products: 1 });
    for (const offer of shop.offers()) {
      put(shop, `${String(at(offer, 'vendorItemId'))}/quantities/100`);
      put(shop, `${String(at(offer, 'vendorItemId'))}/prices/12340`, 'forceSalePriceUpdate=true');
    }
    shop.buy(5);
    const sold = shop.truth().flatMap(({ items }) => items.map((item) => item.shippingCount));
    const left = shop.offers().map((offer) => Number(at(offer, 'amountInStock')));
    expect(sum(left)).toBe(100 * left.length - sum(sold));
    expect(shop.truth().every((box) => at(box, 'items', 0, 'salesPrice') === 12_340)).toBe(true);
  });

  it('keep the guard on prices unless it is lifted', () => {
    const shop = openTestShop({ orders: 0 });
    const id = anOption(shop);
    shop.act('setOffer', { vendorItemId: id, salePrice: 10_000 });
    for (const price of [4_990, 20_010]) {
      const refused = put(shop, `${id}/prices/${price}`);
      expect(refused.status).toBe(400);
      expect(at(refused.body, 'message')).toContain(`옵션ID[${id}] : 판매가 변경이 불가능합니다.`);
    }
    expect(put(shop, `${id}/prices/5000`).status).toBe(200);
    expect(put(shop, `${id}/prices/200000`, 'forceSalePriceUpdate=true').status).toBe(200);
  });

  it.each([
    ['prices/12345', '최소 10원 단위'],
    ['prices/0', '올바르지 않습니다'],
    ['prices/-10', '올바르지 않습니다'],
    ['quantities/-1', '올바르지 않습니다'],
    ['quantities/many', '올바르지 않습니다'],
  ])('refuse %s', (path, text) => {
    const shop = openTestShop({ orders: 0 });
    const refused = put(shop, `${anOption(shop)}/${path}`, 'forceSalePriceUpdate=true');
    expect(refused).toMatchObject({ status: 400, body: { code: 'ERROR' } });
    expect(at(refused.body, 'message')).toContain(text);
  });

  it('are refused for an option that is unknown, another seller’s or deleted', () => {
    const shop = openTestShop({ orders: 0 });
    const id = anOption(shop);
    shop.openAnother({ shop: 'other', vendorId: 'A00099999' });
    expect(at(put(shop, '70999999999/quantities/1').body, 'message')).toContain('70999999999 not found');
    expect(shop.get(`${ITEMS}/70999999999/inventories`).status).toBe(400);
    shop.act('setOffer', { vendorItemId: id, deleted: true });
    expect(at(put(shop, `${id}/quantities/1`).body, 'message')).toContain('삭제된 상품');
    expect(shop.get(`${ITEMS}/${id}/inventories`).status).toBe(400);
  });

  it('fail inside HTTP 200 when told to, and change nothing then', () => {
    const shop = openTestShop({ orders: 0 });
    const id = anOption(shop);
    const before = inventory(shop, id);
    shop.fault('item_failure', { operation: 'vendorItems.quantity', times: 1 });
    expect(put(shop, `${id}/quantities/3`)).toMatchObject({ status: 200, body: { code: 'ERROR' } });
    expect(inventory(shop, id)).toEqual(before);
  });

  it('stop and resume a sale without touching the stock', () => {
    const shop = openTestShop({ orders: 0 });
    const id = anOption(shop);
    shop.act('setOffer', { vendorItemId: id, amountInStock: 4 });
    expect(put(shop, `${id}/sales/stop`).status).toBe(200);
    expect(inventory(shop, id)).toMatchObject({ onSale: false, amountInStock: 4 });
    expect(shop.ask({ method: 'PATCH', path: `${ITEMS}/${id}/sales/resume` }).status).toBe(200);
    expect(inventory(shop, id)).toMatchObject({ onSale: true, amountInStock: 4 });
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
