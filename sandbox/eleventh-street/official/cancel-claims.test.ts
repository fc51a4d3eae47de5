import { describe, expect, test } from 'vitest';
import { claim, confirmAll, only, openTestShop, sell, shipAll, WINDOW } from '../test-shop.ts';

const asked = (
  wish: Readonly<Record<string, unknown>> = {},
  rest: Readonly<Record<string, unknown>> = {},
) => {
  const shop = openTestShop();
  const place = sell(shop, wish);
  confirmAll(shop, place.ordNo);
  const seq = claim(shop, place, 'cancel', rest);
  const approve = `claimservice/cancelreqconf/${seq}/${place.ordNo}/1`;
  const reject = (invoice: string, courier = '00034') =>
    `claimservice/cancelreqreject/${place.ordNo}/1/${seq}/01/20261123/${courier}/${invoice}`;
  const statusOf = () => only(shop.lines(place.ordNo)).ordPrdStat;
  return { shop, place, seq, approve, reject, statusOf };
};

describe('a cancel request', () => {
  test('stands in its list until it is approved, which refunds', () => {
    const { shop, seq, place, approve, statusOf } = asked({ quantity: 2 });
    expect(statusOf()).toBe('701');
    expect(only(shop.get(`claimservice/cancelorders/${WINDOW}`).rows)).toMatchObject({
      ordPrdCnSeq: seq,
      ordCnStatCd: '01',
      ordCnMnbdCd: '01',
      ordCnQty: '2',
    });
    expect(shop.get(approve).code).toBe('0');
    expect(statusOf()).toBe('B01');
    expect(shop.get(`claimservice/cancelorders/${WINDOW}`).code).toBe('-1');
    expect(only(shop.get(`claimservice/canceledorders/${WINDOW}`).rows)).toMatchObject({
      ordCnStatCd: '02',
      ordCnTypCd: '01',
      dlvCstRespnClf: '01',
    });
    const again = shop.get(approve);
    expect([again.code, again.message.includes('이미 취소')]).toEqual(['-1', true]);
    expect(shop.act('story.tell', { order: place.ordNo })).toMatchObject({ status: 'canceled', left: 0 });
  });

  test('for some of a line lowers its amount and lets the rest go on', () => {
    const { shop, place, approve, statusOf } = asked({ quantity: 3, price: 1_000 }, { quantity: 1 });
    shop.get(approve);
    expect(statusOf()).toBe('301');
    const row = only(shop.get(`ordservices/complete/${place.ordNo}`).rows);
    expect(row).toMatchObject({ ordQty: '3', ordCnQty: '1', ordAmt: '2000' });
    expect(shipAll(shop, place).code).toBe('0');
    expect(only(shop.lines(place.ordNo)).parcels).toMatchObject([{ quantity: 2 }]);
  });

  test('is refused by registering an invoice, which ships the line', () => {
    const { shop, reject, statusOf, approve } = asked();
    expect(shop.get(reject('6900000001')).code).toBe('-23005');
    expect(shop.get(reject('690000000001', '99999')).code).toBe('-23006');
    expect(shop.get(reject('690000000001')).code).toBe('0');
    expect(statusOf()).toBe('401');
    expect(shop.get(approve).code).toBe('-22004');
    expect(shop.get(`claimservice/withdrawcanceledorders/${WINDOW}`).code).toBe('-1');
  });

  test('is withdrawn by the buyer and leaves the line as it was', () => {
    const { shop, place, statusOf, approve } = asked();
    shop.act('story.withdraw', { order: place.ordNo });
    expect(statusOf()).toBe('301');
    expect(only(shop.get(`claimservice/withdrawcanceledorders/${WINDOW}`).rows)).toMatchObject({
      ordCnStatCd: '05',
    });
    expect(shop.get(approve).code).toBe('-22004');
  });

  test('is found by its own number, order and line only', () => {
    const { shop, seq, place } = asked();
    expect(shop.get(`claimservice/cancelreqconf/1/${place.ordNo}/1`).code).toBe('-22003');
    expect(shop.get(`claimservice/cancelreqconf/${seq}/20261123000000000/1`).code).toBe('-22002');
    expect(shop.get(`claimservice/returnreqconf/${seq}/${place.ordNo}/1`).code).toBe('-24003');
  });
});

describe('before the seller has confirmed', () => {
  test('a buyer who changed his mind is let off at once', () => {
    const shop = openTestShop();
    const place = sell(shop);
    claim(shop, place, 'cancel');
    expect(only(shop.lines(place.ordNo)).ordPrdStat).toBe('B01');
  });

  test('one who blames the seller has to be answered, and may be told that he is wrong', () => {
    const shop = openTestShop();
    const place = sell(shop);
    const seq = claim(shop, place, 'cancel', { fault: 'seller' });
    const path = (invoice: string, refusal: string) =>
      `claimservice/cancelreqrejectNEW/${place.ordNo}/1/${seq}/01/20261123/00034/${invoice}/${refusal}/x`;
    expect(shop.get(path('null', '03')).code).toBe('-23001');
    expect(shop.get(path('null', '01')).code).toBe('0');
    expect(only(shop.lines(place.ordNo))).toMatchObject({ ordPrdStat: '202', parcels: [] });
  });
});

describe('a late order', () => {
  test('is cancelled by the buyer alone, which costs a point', () => {
    const shop = openTestShop();
    const place = sell(shop);
    expect(() => shop.act('cancelLate', { order: place.ordNo })).toThrow('not late');
    shop.now += 4 * 24 * 3_600_000;
    shop.act('cancelLate', { order: place.ordNo });
    const row = only(shop.get('claimservice/canceledorders/202611220000/202611300000').rows);
    expect(row).toMatchObject({ ordCnTypCd: '02', dlvCstRespnClf: '02' });
    expect(shop.act('story.tell', { order: place.ordNo })).toMatchObject({ penaltyPoints: 1 });
  });

  test('with a later date promised is none', () => {
    const shop = openTestShop();
    const { ordNo, dlvNo } = sell(shop);
    const body = `<DeliveryDelayGuideRequest><ordNo>${ordNo}</ordNo><dlvNo>${dlvNo}</dlvNo><delaySendDt>20261210</delaySendDt><delaySendRsnCd>01</delaySendRsnCd><delaySendRsn>입고가 늦어 발송이 지연됩니다</delaySendRsn></DeliveryDelayGuideRequest>`;
    shop.send('POST', 'ordservices/deliveryDelayGuide', body);
    shop.now += 4 * 24 * 3_600_000;
    expect(() => shop.act('cancelLate', { order: ordNo })).toThrow('not late');
  });
});

describe('a confirmed purchase', () => {
  test('that is cancelled all the same stands in a list of its own', () => {
    const shop = openTestShop();
    const place = sell(shop);
    shop.act('move', { order: place.ordNo, stage: '901' });
    shop.act('cancelAfterDecision', { order: place.ordNo });
    expect(only(shop.lines(place.ordNo)).ordPrdStat).toBe('C01');
    expect(shop.get(`claimservice/canceledorders/${WINDOW}`).rows).toEqual([]);
    expect(only(shop.get(`claimservice/officecancellist/${WINDOW}`).rows)).toHaveProperty('clmReqSeq');
  });
});
