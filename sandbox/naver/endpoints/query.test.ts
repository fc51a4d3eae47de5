import { describe, expect, it } from 'vitest';
import { ORDERS, objectAt, objectsIn, openTestShop, queryDocuments, type TestShop } from '../test-shop.ts';

const QUERY = `${ORDERS}/product-orders/query`;

function productOrder(shop: TestShop, caseName: string) {
  const [document] = queryDocuments(shop, shop.caseOf(caseName).slice(0, 1));
  return objectAt(document, 'productOrder');
}

describe('product-orders/query', () => {
  it('answers the lines it knows and is silent about the rest', () => {
    const shop = openTestShop();
    const other = shop.market.openShop({ shop: 'other', orders: 1, quiet: true }, shop.frame).shop;
    const [foreign] = shop.market.orders(other);
    const [id = ''] = shop.caseOf('paid');
    const { json } = shop.post(QUERY, {
      productOrderIds: [id, '2026010100000001', String(Object(foreign).productOrderId), id],
    });
    expect(objectsIn(json.data).map((row) => objectAt(row, 'productOrder').productOrderId)).toEqual([id]);
  });

  it('takes 1 to 300 numbers', () => {
    const shop = openTestShop({ orders: 0 });
    const ids = (count: number) => Array.from({ length: count }, (_unused, at) => String(at));
    expect(shop.post(QUERY, { productOrderIds: ids(300) }).status).toBe(200);
    expect(shop.post(QUERY, { productOrderIds: ids(301) })).toMatchObject({
      status: 400,
      json: { code: '4000' },
    });
    expect(shop.post(QUERY, {}).status).toBe(400);
    expect(shop.post(QUERY, { productOrderIds: [1] }).json).toMatchObject({ code: '000400' });
    expect(shop.post(QUERY, 'no json').json).toMatchObject({ code: '000400' });
  });

  it('tells of partial claims only a caller who understands them', () => {
    const shop = openTestShop();
    const [id = ''] = shop.caseOf('cancel:partial-done');
    const [modern] = queryDocuments(shop, [id]);
    expect(objectAt(modern, 'productOrder')).toMatchObject({
      productOrderStatus: 'PAYED',
      quantity: 3,
      initialQuantity: 3,
      remainQuantity: 2,
    });
    expect(objectAt(modern, 'productOrder').claimStatus).toBeUndefined();
    expect(modern?.completedClaims).toMatchObject([{ claimType: 'CANCEL', requestQuantity: 1 }]);
    const [old] = objectsIn(shop.post(QUERY, { productOrderIds: [id] }).json.data);
    expect(objectAt(old, 'productOrder')).not.toHaveProperty('remainQuantity');
    expect(old).not.toHaveProperty('completedClaims');
  });

  it('puts each claim in its place', () => {
    const shop = openTestShop();
    const of = (caseName: string) => queryDocuments(shop, shop.caseOf(caseName).slice(0, 1))[0] ?? {};
    expect(of('cancel:CANCEL_REQUEST')).toMatchObject({
      productOrder: { productOrderStatus: 'PAYED', claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' },
      currentClaim: { cancel: { claimStatus: 'CANCEL_REQUEST', cancelReason: expect.any(String) } },
    });
    expect(of('return:held')).toMatchObject({
      currentClaim: { return: { claimStatus: 'COLLECT_DONE', holdbackStatus: 'HOLDBACK' } },
    });
    expect(of('exchange:EXCHANGE_REDELIVERING')).toMatchObject({
      currentClaim: { exchange: { reDeliveryStatus: 'DELIVERING', reDeliveryCompany: 'CJGLS' } },
    });
    expect(of('exchange:returned-while-redelivering')).toMatchObject({
      beforeClaim: { exchange: { claimStatus: 'EXCHANGE_REDELIVERING' } },
      currentClaim: { return: { claimStatus: 'RETURN_REQUEST' } },
    });
    const returned = of('return:RETURN_DONE');
    expect(returned).toMatchObject({
      productOrder: { productOrderStatus: 'RETURNED', claimStatus: 'RETURN_DONE', remainQuantity: 0 },
      completedClaims: [{ claimStatus: 'RETURN_DONE', collectStatus: 'DELIVERED' }],
    });
    expect(returned).not.toHaveProperty('currentClaim');
    for (const document of queryDocuments(
      shop,
      shop
        .truth()
        .slice(0, 300)
        .map((line) => line.productOrderId),
    )) {
      expect(document).not.toHaveProperty('cancel');
      expect(document).not.toHaveProperty('return');
      expect(document).not.toHaveProperty('exchange');
    }
  });

  it('holds the odd cases', () => {
    const shop = openTestShop();
    expect(objectAt(productOrder(shop, 'phone-absent'), 'shippingAddress')).not.toHaveProperty('tel1');
    expect(objectAt(productOrder(shop, 'phone-empty'), 'shippingAddress').tel1).toBe('');
    expect(productOrder(shop, 'tax-exempt').taxType).toBe('TAX_EXEMPTION');
    expect(productOrder(shop, 'tax-free').taxType).toBe('TAX_FREE');
    expect(productOrder(shop, 'island').sectionDeliveryFee).toBeGreaterThan(0);
    expect(productOrder(shop, 'strange-name').productName).toMatch(/["\\🎒]/u);
    expect(productOrder(shop, 'several-quantities').quantity).toBe(7);
    expect(productOrder(shop, 'direct-logistics').logisticsDirectContracted).toBe(true);
    expect(productOrder(shop, 'overseas').individualCustomUniqueCode).toMatch(/^P\d{12}$/);
    expect(productOrder(shop, 'overseas-decided')).not.toHaveProperty('individualCustomUniqueCode');
    expect(productOrder(shop, 'discounted')).toMatchObject({
      productProductDiscountAmount: 1_000,
      productMultiplePurchaseDiscountAmount: 500,
    });
    const waiting = productOrder(shop, 'gift-waiting');
    expect(waiting.giftReceivingStatus).toBe('WAIT_FOR_RECEIVING');
    expect(waiting).not.toHaveProperty('shippingAddress');
    expect(productOrder(shop, 'gift-received')).toMatchObject({
      giftReceivingStatus: 'RECEIVED',
      shippingAddress: { zipCode: expect.any(String) },
    });
    const supplement = queryDocuments(shop, shop.caseOf('supplement'));
    expect(supplement.map((row) => objectAt(row, 'productOrder').productClass)).toContain('추가구성상품');
    const [unlisted] = queryDocuments(shop, shop.caseOf('delivering:unlisted-courier').slice(0, 1));
    expect(objectAt(unlisted, 'delivery').deliveryCompany).toBe('MOONEXPRESS');
    const [gift] = queryDocuments(shop, shop.caseOf('gift-waiting').slice(0, 1));
    expect(objectAt(gift, 'order').ordererName).toContain('*');
  });

  it('repeats the delivery fee on the lines of a package', () => {
    const shop = openTestShop();
    const lines = queryDocuments(shop, shop.caseOf('bundle')).map((row) => objectAt(row, 'productOrder'));
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map(({ packageNumber }) => packageNumber)).size).toBe(1);
    expect(new Set(lines.map(({ deliveryFeeAmount }) => deliveryFeeAmount)).size).toBe(1);
    const packages = queryDocuments(shop, shop.caseOf('several-packages')).map(
      (row) => objectAt(row, 'productOrder').packageNumber,
    );
    expect(new Set(packages).size).toBe(2);
  });

  it('keeps its sums', () => {
    const shop = openTestShop();
    for (const row of queryDocuments(
      shop,
      shop
        .truth()
        .map((line) => line.productOrderId)
        .slice(0, 300),
    )) {
      const line = objectAt(row, 'productOrder');
      expect(line.totalPaymentAmount).toBe(
        Number(line.totalProductAmount) - Number(line.productDiscountAmount),
      );
      expect(line.expectedSettlementAmount).toBe(
        Number(line.totalPaymentAmount) -
          Number(line.paymentCommission) -
          Number(line.knowledgeShoppingSellingInterlockCommission),
      );
      expect(Number.isInteger(line.totalPaymentAmount)).toBe(true);
    }
  });
});

describe('orders/{orderId}/product-order-ids', () => {
  it('lists the lines of an order', () => {
    const shop = openTestShop();
    const [{ orderId } = { orderId: '' }] = shop.truth();
    const wanted = shop.truth().filter((line) => line.orderId === orderId);
    expect(shop.get(`${ORDERS}/orders/${orderId}/product-order-ids`).json.data).toEqual(
      wanted.map(({ productOrderId }) => productOrderId),
    );
    expect(shop.get(`${ORDERS}/orders/2026010100000001/product-order-ids`)).toMatchObject({
      status: 400,
      json: { code: '100003' },
    });
  });
});
