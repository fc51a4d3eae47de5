import { expect, test } from 'vitest';
import { at, dayQuery, idsOf, openTestShop, PATHS, type TestShop, VENDOR_ID } from '../test-shop.ts';

function buyBoxes(shop: TestShop, count: number): readonly string[] {
  return shop
    .buy(count)
    .flatMap((orderId) => shop.truth(orderId))
    .map(({ shipmentBoxId }) => shipmentBoxId)
    .slice(0, count);
}

const acknowledge = (shop: TestShop, ids: readonly unknown[]) =>
  shop.send('PUT', PATHS.acknowledgement, { vendorId: VENDOR_ID, shipmentBoxIds: ids });

const statusOf = (shop: TestShop, id: string | undefined) =>
  shop.truth().find(({ shipmentBoxId }) => shipmentBoxId === id)?.status;

test('ids come as number literals or quoted; the answer keeps all digits', () => {
  const shop = openTestShop();
  const [one = '', two = ''] = buyBoxes(shop, 2);
  const answered = shop.send(
    'PATCH',
    PATHS.acknowledgement,
    `{"vendorId":"${VENDOR_ID}","shipmentBoxIds":[${one},"${two}"]}`,
  );
  expect(answered.body).toMatchObject({ code: '200', message: 'OK', data: { responseCode: 0 } });
  expect(answered.call.answer.body.toString()).toContain(
    `{"shipmentBoxId":${one},"succeed":true,"resultCode":"OK"`,
  );
  expect(typeof at(answered.body, 'data', 'responseKey')).toBe('bigint');
  expect([statusOf(shop, one), statusOf(shop, two)]).toEqual(['INSTRUCT', 'INSTRUCT']);
});

test('every box is judged for itself', () => {
  const shop = openTestShop();
  const [fresh, known = '', gone = ''] = buyBoxes(shop, 3);
  acknowledge(shop, [known]);
  shop.act('cancelBox', { shipmentBoxId: gone });
  shop.openAnother({ shop: 'other', vendorId: 'A00077777' });
  const theirs = shop.truthOfAnother('other')[0]?.shipmentBoxId;
  const { status, body } = acknowledge(shop, [fresh, known, gone, theirs, '1']);
  expect(status).toBe(200);
  expect(at(body, 'data')).toMatchObject({
    responseCode: 1,
    responseMessage: 'apply instructStatus result - Partial errors.',
    responseList: [
      { succeed: true, resultCode: 'OK', retryRequired: false, resultMessage: 'request succeeded.' },
      {
        succeed: false,
        resultCode: 'INVALID_STATUS',
        retryRequired: false,
        resultMessage: '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.',
      },
      { succeed: false, resultCode: 'ORDER_DELIVERY_CANCELED' },
      { succeed: false, resultCode: 'PERMISSION_DENIED' },
      {
        succeed: false,
        resultCode: 'NOT_FOUND_SHIPMENT_BOX',
        retryRequired: true,
        resultMessage: 'shipmentBoxId (1) is not found.',
      },
    ],
  });
});

test('a second acknowledgement changes nothing, and the truth counts both', () => {
  const shop = openTestShop();
  const [id = ''] = buyBoxes(shop, 1);
  acknowledge(shop, [id]);
  expect(acknowledge(shop, [id]).body).toMatchObject({ data: { responseCode: 99 } });
  const box = shop.truth().find(({ shipmentBoxId }) => shipmentBoxId === id);
  expect(box).toMatchObject({ acknowledged: true, acknowledgements: { attempts: 2, applied: 1 } });
  expect(box?.history.map(({ status }) => status)).toEqual(['ACCEPT', 'INSTRUCT']);
});

test('no box, too many boxes, and bodies that cannot be read', () => {
  const shop = openTestShop();
  const ids = buyBoxes(shop, 51);
  expect(acknowledge(shop, []).body).toMatchObject({ data: { responseCode: -1, responseList: [] } });
  expect(acknowledge(shop, ids).status).toBe(400);
  expect(acknowledge(shop, ids.slice(1)).body).toMatchObject({ data: { responseCode: 0 } });
  expect(acknowledge(shop, [{}]).status).toBe(400);
  for (const body of [
    '',
    '[]',
    '{"shipmentBoxIds":[1]}',
    `{"vendorId":"A1","shipmentBoxIds":[1]}`,
    '{"vendorId":',
  ]) {
    expect(shop.send('PUT', PATHS.acknowledgement, body).status).toBe(400);
  }
});

test('with a lag the box still reads ACCEPT, but its address is fixed and it cannot be acknowledged again', () => {
  const shop = openTestShop({ ackLagMs: 1_800_000 });
  const [id = ''] = buyBoxes(shop, 1);
  shop.act('changeAddress', { shipmentBoxId: id, addr1: '서울특별시 종로구 세종대로 1' });
  expect(acknowledge(shop, [id]).body).toMatchObject({ data: { responseCode: 0 } });
  expect(at(shop.get(PATHS.box(id)).body, 'data', 'status')).toBe('ACCEPT');
  expect(acknowledge(shop, [id]).body).toMatchObject({ data: { responseCode: 99 } });
  expect(() => shop.act('changeAddress', { shipmentBoxId: id, addr1: 'x' })).toThrow();
  shop.now += 1_800_000;
  const instructed = idsOf(shop.get(PATHS.ordersheets, dayQuery('2026-11-21', '2026-11-21', 'INSTRUCT')));
  expect(instructed).toContain(id);
  expect(at(shop.get(PATHS.box(id)).body, 'data')).toMatchObject({
    status: 'INSTRUCT',
    receiver: { addr1: '서울특별시 종로구 세종대로 1' },
  });
});

test('item_failure: one row fails inside HTTP 200 and nothing happens to its box', () => {
  const shop = openTestShop();
  const [one, two] = buyBoxes(shop, 2);
  shop.fault('item_failure', { times: 1 });
  expect(acknowledge(shop, [one, two])).toMatchObject({
    status: 200,
    body: {
      data: {
        responseCode: 1,
        responseList: [{ resultCode: 'UNDEFINED_ERROR_OCCUR', retryRequired: true }, {}],
      },
    },
  });
  expect([statusOf(shop, one), statusOf(shop, two)]).toEqual(['ACCEPT', 'INSTRUCT']);
});
