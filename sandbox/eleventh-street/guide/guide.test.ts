import { describe, expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../frame/json.ts';
import { only, openTestShop, sell, type TestShop } from '../test-shop.ts';
import { DAY_MS } from '../time.ts';

const objects = (list: unknown): readonly JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : []);
const DAYS = 'ordStrtDt=20261123&ordEndDt=20261123';
const CLAIM_DAYS = 'clmStrtDt=20261123&clmEndDt=20261123';
const PARCEL = { dlvMthdCd: '01', dlvCoCd: '04', trkNo: '690000000001' };

const openGuide = () => openTestShop({ edition: 'guide' });
const statusOf = (shop: TestShop, ordNo: string) => {
  const { order } = shop.guide('GET', `orders/${ordNo}`).json;
  return isObject(order) ? order.ordStCd : undefined;
};
const claimOf = (shop: TestShop) => only(objects(shop.guide('GET', `claims?${CLAIM_DAYS}`).json.claims));

/** A delivered order with a claim of this kind. */
function claimed(kind: string, rest: Readonly<Record<string, unknown>> = {}) {
  const shop = openGuide();
  const { ordNo } = sell(shop);
  if (kind === 'cancel') shop.act('move', { order: ordNo, stage: '301' });
  else {
    shop.guide('PUT', `orders/${ordNo}/delivery`, PARCEL);
    shop.act('story.deliver', { order: ordNo });
  }
  shop.act('story.claim', { order: ordNo, kind, ...rest });
  const { clmNo } = claimOf(shop);
  const write = (call: string, body?: unknown) =>
    shop.guide('PUT', `claims/${String(clmNo)}/${kind}/${call}`, body).status;
  return { shop, ordNo, write };
}

describe('orders of the guide', () => {
  test('are listed by the day they came into a status, page by page', () => {
    const shop = openGuide();
    const sold = Array.from({ length: 5 }, () => sell(shop).ordNo);
    const { json } = shop.guide('GET', `orders?${DAYS}&ordStCd=102&page=2&pageSize=3`);
    expect(json).toMatchObject({ resultCode: '0', page: 2, pageSize: 3, totalCount: 5 });
    expect(objects(json.orders).map(({ ordNo }) => ordNo)).toEqual(sold.slice(3));
    expect(shop.guide('GET', `orders?${DAYS}&ordStCd=301`).json).toMatchObject({ totalCount: 0, orders: [] });
    shop.now += DAY_MS;
    shop.guide('PUT', `orders/${sold[0]}/delivery`, PARCEL);
    expect(shop.guide('GET', `orders?${DAYS}&ordStCd=301`).json).toMatchObject({ totalCount: 0 });
    expect(shop.guide('GET', 'orders?ordStrtDt=20261124&ordEndDt=20261124&ordStCd=301').json).toMatchObject({
      totalCount: 1,
    });
    expect(shop.guide('GET', `orders?${DAYS}`).json).toMatchObject({ totalCount: 5 });
  });

  test.each([
    'ordStrtDt=20251122&ordEndDt=20261123',
    'ordStrtDt=2026-11-23&ordEndDt=20261123',
    'ordStrtDt=20261123&ordEndDt=20261122',
    `${DAYS}&ordStCd=999`,
    `${DAYS}&pageSize=101`,
    `${DAYS}&page=0`,
  ])('are not listed for %s', (query) => {
    const { status, json } = openGuide().guide('GET', `orders?${query}`);
    expect([status, json.resultCode]).toEqual([400, '-1']);
    expect(json.resultMessage).toMatch(/^\[INVALID_PARAMETER\]/);
  });

  test('carry the fields of the guide', () => {
    const shop = openGuide();
    const { ordNo } = sell(shop, { quantity: 2, price: 10_000 });
    const { order } = shop.guide('GET', `orders/${ordNo}`).json;
    expect(order).toMatchObject({
      ordNo,
      ordStCd: '102',
      ordStNm: '결제완료',
      totOrdAmt: 20_000,
      selFeeRate: 12,
    });
    expect(isObject(order) ? only(objects(order.prdOrds)) : {}).toMatchObject({
      ordPrdSeq: 1,
      ordPrdStCd: '102',
      ordQty: 2,
      cnclQty: 0,
      prdPrc: 10_000,
      trkNo: null,
    });
    expect(shop.guide('GET', 'orders/1').status).toBe(404);
  });

  test('ship all at once, once, under an invoice that may be changed', () => {
    const shop = openGuide();
    const { ordNo } = sell(shop, { lines: 2 });
    const put = (path: string, body: unknown) => shop.guide('PUT', `orders/${ordNo}/${path}`, body).status;
    expect(put('delivery/modify', PARCEL)).toBe(409);
    expect(put('delivery', { ...PARCEL, dlvCoCd: '99' })).toBe(400);
    expect(put('delivery', PARCEL)).toBe(200);
    expect(put('delivery', PARCEL)).toBe(409);
    expect(statusOf(shop, ordNo)).toBe('301');
    expect(put('delivery/modify', { dlvCoCd: '05', trkNo: '987654321098' })).toBe(200);
    expect(shop.lines(ordNo).map(({ parcels }) => objects(parcels)[0]?.invoice)).toEqual([
      '987654321098',
      '987654321098',
    ]);
    const other = sell(shop).ordNo;
    const taken = shop.guide('PUT', `orders/${other}/delivery`, {
      ...PARCEL,
      dlvCoCd: '05',
      trkNo: '987654321098',
    });
    expect(taken.json.resultMessage).toMatch(/^\[DUPLICATE_TRACKING_NUMBER\]/);
  });

  test('prepare themselves, since nobody confirms them', () => {
    const shop = openTestShop({ edition: 'guide', quiet: false });
    const { ordNo } = sell(shop);
    shop.now += 21 * 60_000;
    shop.tick();
    expect(statusOf(shop, ordNo)).toBe('201');
  });
});

describe('claims of the guide', () => {
  test('a cancel is refunded or refused', () => {
    const approved = claimed('cancel');
    expect(claimOf(approved.shop)).toMatchObject({ clmTpCd: 'CLM01', clmStCd: '501', clmFaultCd: '01' });
    expect(statusOf(approved.shop, approved.ordNo)).toBe('501');
    expect([approved.write('approve'), approved.write('approve')]).toEqual([200, 409]);
    expect(claimOf(approved.shop).clmStCd).toBe('502');
    expect(statusOf(approved.shop, approved.ordNo)).toBe('502');
    const refused = claimed('cancel');
    expect(refused.write('reject', { rjtRsnCd: '09' })).toBe(400);
    expect(refused.write('reject', { rjtRsnCd: '01', rjtRsnDtl: '이미 발송' })).toBe(200);
    expect(claimOf(refused.shop)).toMatchObject({ clmStCd: '509', rjtRsnCd: '01', rjtRsnDtl: '이미 발송' });
    expect(statusOf(refused.shop, refused.ordNo)).toBe('201');
  });

  test('a return is approved, collected and completed in this order', () => {
    const { shop, ordNo, write } = claimed('return');
    expect(claimOf(shop)).toMatchObject({ clmStCd: '601', clmDlvCst: 5_000, clmDlvCstPayCd: '01' });
    expect([write('complete'), write('collect')]).toEqual([409, 409]);
    expect([write('approve', { aprvRsnDtl: 'x' }), write('complete')]).toEqual([200, 409]);
    expect([statusOf(shop, ordNo), claimOf(shop).clmStCd]).toEqual(['602', '602']);
    expect(write('collect')).toBe(200);
    expect(claimOf(shop).clmStCd).toBe('604');
    expect(write('complete')).toBe(200);
    expect([statusOf(shop, ordNo), claimOf(shop).clmStCd]).toEqual(['603', '603']);
  });

  test('an exchange is approved, collected by the courier and sent again', () => {
    const { shop, ordNo, write } = claimed('exchange', { fault: 'seller' });
    const parcel = { dlvCoCd: '04', trkNo: '690000000009' };
    expect(write('delivery', parcel)).toBe(409);
    expect(write('approve')).toBe(200);
    shop.act('story.collect', { order: ordNo });
    expect(claimOf(shop).clmStCd).toBe('704');
    expect(write('delivery', parcel)).toBe(200);
    expect(claimOf(shop)).toMatchObject({ clmStCd: '705', exchDlvCoCd: '04', exchTrkNo: '690000000009' });
    shop.act('story.redeliver', { order: ordNo });
    expect([statusOf(shop, ordNo), claimOf(shop).clmStCd]).toEqual(['703', '703']);
  });

  test('may be withdrawn, and are listed by type', () => {
    const { shop, ordNo, write } = claimed('return');
    shop.act('story.withdraw', { order: ordNo });
    expect(write('approve')).toBe(409);
    expect(claimOf(shop).clmStCd).toBe('608');
    expect(objects(shop.guide('GET', `claims?${CLAIM_DAYS}&clmTpCd=CLM01`).json.claims)).toEqual([]);
    expect(shop.guide('GET', `claims?${CLAIM_DAYS}&clmTpCd=CLM04`).status).toBe(400);
    expect(shop.guide('PUT', 'claims/1/cancel/approve').status).toBe(404);
  });
});

test('both editions speak of one truth', () => {
  const { shop, ordNo, write } = claimed('return');
  write('approve');
  expect(only(shop.get(`claimservice/orderlistall/${ordNo}`).rows).ordPrdStat).toBe('601');
  const seq = String(only(shop.get('claimservice/returnorders/202611220000/202611250000').rows).clmReqSeq);
  expect(shop.get(`claimservice/returnreqconf/${seq}/${ordNo}/1`).code).toBe('0');
  expect(claimOf(shop).clmStCd).toBe('603');
});
