import { expect, test } from 'vitest';
import { at, dayQuery, idsOf, NOON, openTestShop, PATHS, rowsOf, VENDOR_ID } from '../test-shop.ts';

const GONE = { code: 400, message: '해당 주문이 취소 또는 반품 되었습니다.' };

test('one box, and the same box in its order', () => {
  const shop = openTestShop();
  const boxes = shop.truth().filter(({ oddCases }) => oddCases.includes('several_boxes'));
  const [box] = boxes.filter(({ canceled }) => !canceled);
  const one = shop.get(PATHS.box(box?.shipmentBoxId ?? ''));
  const all = shop.get(PATHS.order(box?.orderId ?? ''));
  expect(String(at(one.body, 'data', 'shipmentBoxId'))).toBe(box?.shipmentBoxId);
  expect(rowsOf(all)).toContainEqual(at(one.body, 'data'));
  expect(rowsOf(all).length).toBe(shop.truth(box?.orderId).filter(({ canceled }) => !canceled).length);
});

test('the history is newest first', () => {
  const shop = openTestShop();
  const [box] = shop.truth().filter(({ history }) => history.length === 5);
  const { body } = shop.get(PATHS.history(box?.shipmentBoxId ?? ''));
  const details = at(body, 'data', 'details');
  expect(details).toMatchObject([
    { deliveryStatus: 'FINAL_DELIVERY', deliveryStatusDesc: '배송완료' },
    { deliveryStatus: 'DELIVERING' },
    { deliveryStatus: 'DEPARTURE' },
    { deliveryStatus: 'INSTRUCT' },
    {
      deliveryStatus: 'ACCEPT',
      deliveryStatusDesc: '결제완료',
      updatedAt: expect.stringContaining('+09:00'),
    },
  ]);
});

test('a fully cancelled box vanishes from lists, and single reads say why', () => {
  const shop = openTestShop({ orders: 3 });
  const [orderId = ''] = shop.buy(1);
  const ids = shop.truth(orderId).map(({ shipmentBoxId }) => shipmentBoxId);
  for (const shipmentBoxId of ids) shop.act('cancelBox', { shipmentBoxId });
  for (const id of ids) {
    expect(shop.get(PATHS.box(id)).body).toEqual(GONE);
    expect(shop.get(PATHS.history(id)).body).toEqual(GONE);
  }
  expect(shop.get(PATHS.order(orderId)).body).toEqual(GONE);
  const listed = idsOf(shop.get(PATHS.ordersheets, dayQuery('2026-11-21', '2026-11-21', 'ACCEPT')));
  expect(ids.filter((id) => listed.includes(id))).toEqual([]);
});

test('unknown numbers and boxes of another seller', () => {
  const shop = openTestShop();
  shop.openAnother({ shop: 'other', vendorId: 'A00077777' });
  const [theirs] = shop.truthOfAnother('other');
  const anothers = { code: 400, message: '다른 판매자의 주문을 조회할 수 없습니다.' };
  expect(shop.get(PATHS.box(theirs?.shipmentBoxId ?? '')).body).toEqual(anothers);
  expect(shop.get(PATHS.order(theirs?.orderId ?? '')).body).toEqual(anothers);
  for (const id of ['1', 'abc', '999999999999999999']) {
    expect(shop.get(PATHS.box(id)).body).toEqual({ code: 400, message: '유효하지 않은 주문번호 입니다.' });
  }
});

test('the receipts list is empty where nobody claimed anything; its dates carry no offset', () => {
  const shop = openTestShop({ orders: 0 });
  const days = 'createdAtFrom=2026-11-01&createdAtTo=2026-11-21&status=RU';
  expect(shop.get(PATHS.returnRequests, days)).toMatchObject({
    status: 200,
    body: { data: [], nextToken: '' },
  });
  const minutes =
    'createdAtFrom=2026-11-20T10:00&createdAtTo=2026-11-20T11:00&searchType=timeFrame&cancelType=CANCEL';
  expect(shop.get(PATHS.returnRequests, minutes).status).toBe(200);
  expect(shop.get(PATHS.returnRequests, days.replace('2026-11-01', '2026-11-01%2B09:00')).status).toBe(400);
  expect(shop.get(PATHS.returnRequests, days.replace('2026-11-01', '2026-10-01')).status).toBe(400);
});

test('products come page by page, and there is a return center', () => {
  const shop = openTestShop({ products: 61, orders: 3 });
  const seen: unknown[] = [];
  for (let token = '1'; token !== ''; ) {
    const page = shop.get(PATHS.sellerProducts, `vendorId=${VENDOR_ID}&maxPerPage=20&nextToken=${token}`);
    seen.push(...rowsOf(page));
    token = String(at(page.body, 'nextToken'));
  }
  expect(seen).toHaveLength(61);
  expect(new Set(seen.map((row) => at(row, 'sellerProductId'))).size).toBe(61);
  expect(shop.get(PATHS.sellerProducts, `vendorId=${VENDOR_ID}&maxPerPage=101`).status).toBe(400);
  expect(shop.get(PATHS.returnCenters, 'pageNum=1&pageSize=1').body).toMatchObject({
    code: 200,
    data: { content: [{ vendorId: VENDOR_ID, createdAt: NOON }] },
  });
});
