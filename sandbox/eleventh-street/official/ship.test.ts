import { describe, expect, test } from 'vitest';
import { claim, confirmAll, only, openTestShop, type Place, sell, shipAll } from '../test-shop.ts';

const shipAs = (place: Place, method: string, courier: string, invoice: string, sentAt = '202611231100') =>
  `ordservices/reqdelivery/${sentAt}/${method}/${courier}/${invoice}/${place.dlvNo}`;
const confirmPath = ({ ordNo, seq, dlvNo }: Place) =>
  `ordservices/reqpackaging/${ordNo}/${seq}/N/null/${dlvNo}`;
const stagesOf = (shop: ReturnType<typeof openTestShop>, ordNo: string) =>
  shop.lines(ordNo).map(({ stage }) => stage);

describe('confirming', () => {
  test('takes every line of the same delivery and product, and its add-ons', () => {
    const shop = openTestShop({ orders: 40, seed: 3 });
    const candidates = shop.lines().filter(({ ordPrdStat }) => ordPrdStat === '202');
    const twin = candidates.find((line) =>
      candidates.some(
        (other) => other.dlvNo === line.dlvNo && (other.addOnOf === line.prdNo || isTwin(other, line)),
      ),
    );
    expect(twin).toBeDefined();
    const place = { ordNo: String(twin?.ordNo), seq: String(twin?.ordPrdSeq), dlvNo: String(twin?.dlvNo) };
    const together = candidates.filter(
      (line) => line.dlvNo === twin?.dlvNo && (line.prdNo === twin?.prdNo || line.addOnOf === twin?.prdNo),
    );
    expect(shop.get(confirmPath(place)).message).toContain(`전체 ${together.length}건`);
    const confirmed = shop.lines(place.ordNo).filter(({ stage }) => stage === '301');
    expect(confirmed.length).toBe(together.length);
    expect(shop.get(confirmPath(place)).code).toBe('-3206');
  });

  test('leaves other products of the bundle alone', () => {
    const shop = openTestShop();
    const place = sell(shop, { lines: 3 });
    const products = new Set(shop.lines(place.ordNo).map(({ prdNo }) => prdNo));
    shop.get(confirmPath(place));
    const confirmed = shop.lines(place.ordNo).filter(({ stage }) => stage === '301');
    expect(new Set(confirmed.map(({ prdNo }) => prdNo)).size).toBe(1);
    expect(confirmed.length === 3).toBe(products.size === 1);
  });

  test('is refused where a cancel runs or is through', () => {
    const shop = openTestShop();
    const asked = sell(shop);
    claim(shop, asked, 'cancel', { fault: 'seller' });
    expect(shop.get(confirmPath(asked)).code).toBe('-3214');
    const gone = sell(shop);
    claim(shop, gone, 'cancel');
    expect(shop.get(confirmPath(gone)).code).toBe('-3211');
    expect(shop.get(confirmPath({ ...gone, dlvNo: '1' })).code).toBe('-1');
  });

  test('fails by itself when told to', () => {
    const shop = openTestShop();
    const place = sell(shop);
    shop.fault('item_failure', 'orders.confirm', { times: 1 });
    expect(shop.get(confirmPath(place)).code).toBe('-1');
    expect(stagesOf(shop, place.ordNo)).toEqual(['202']);
    expect(shop.get(confirmPath(place)).code).toBe('0');
  });
});

describe('shipping', () => {
  const ready = (wish: Readonly<Record<string, unknown>> = {}) => {
    const shop = openTestShop();
    const place = sell(shop, wish);
    confirmAll(shop, place.ordNo);
    return { shop, place };
  };

  test('takes all of a delivery with one invoice, and only once', () => {
    const { shop, place } = ready({ lines: 2 });
    const shipped = shipAll(shop, place);
    expect([shipped.code, shipped.message]).toEqual(['0', '전체 2건이 정상적으로 발송처리가 되었습니다.']);
    expect(stagesOf(shop, place.ordNo)).toEqual(['401', '401']);
    expect(shipAll(shop, place, '690000000002').code).toBe('-3308');
    shop.act('story.deliver', { order: place.ordNo });
    expect(shipAll(shop, place).code).toBe('-3309');
    expect(shop.lines(place.ordNo).map(({ invoicesRegistered }) => invoicesRegistered)).toEqual([1, 1]);
  });

  test('refuses what is wrong with the call', () => {
    const { shop, place } = ready();
    expect(shop.get(shipAs(place, '01', '00034', '690000000001', '20261123')).code).toBe('-3301');
    expect(shop.get(shipAs(place, '01', '00034', '69')).code).toBe('-3306');
    expect(shop.get(shipAs(place, '01', '99999', '690000000001')).code).toBe('-3307');
    expect(shop.get(shipAs(place, '02', '00034', '690000000001')).code).toBe('-1');
    const other = sell(shop);
    confirmAll(shop, other.ordNo);
    expect(shipAll(shop, other).code).toBe('0');
    expect(shipAll(shop, place).code).toBe('-3320');
    expect(stagesOf(shop, place.ordNo)).toEqual(['301']);
  });

  test('needs neither courier nor invoice where nothing is carried', () => {
    const { shop, place } = ready();
    expect(shop.get(shipAs(place, '05', 'null', 'null')).code).toBe('0');
    expect(only(shop.get(`ordservices/complete/${place.ordNo}`).rows)).toMatchObject({ dlvMthdCd: '99' });
  });

  test('waits for the lines that are not confirmed, and names their state', () => {
    const shop = openTestShop();
    const place = sell(shop);
    const refused = shipAll(shop, place);
    expect(refused.code).toBe('-3313');
    expect(refused.message).toContain('결제완료');
  });

  test('is blocked by a cancel request of any line', () => {
    const { shop, place } = ready({ lines: 2 });
    claim(shop, place, 'cancel', { line: '2' });
    expect(shipAll(shop, place).code).toBe('-3310');
    shop.act('story.withdraw', { order: place.ordNo });
    expect(shipAll(shop, place).code).toBe('0');
  });

  test('may be split by line', () => {
    const { shop, place } = ready({ lines: 3 });
    const path = `${shipAs(place, '01', '00034', '690000000001')}/Y/${place.ordNo}/1,3`;
    expect(shop.get(path).message).toContain('전체 2건');
    expect(stagesOf(shop, place.ordNo)).toEqual(['401', '301', '401']);
    expect(shipAll(shop, place, '690000000002').code).toBe('-3313');
    const rest = `${shipAs(place, '01', '00034', '690000000002')}/Y/${place.ordNo}/2`;
    expect(shop.get(rest).code).toBe('0');
  });

  test('may be split by quantity, if all of it goes', () => {
    const { shop, place } = ready({ quantity: 6 });
    const split = (first: string, further: string) =>
      shop.get(
        `${shipAs(place, '01', '00034', '690000000001')}/${first}/${place.ordNo}/1/${encodeURIComponent(further)}`,
      );
    expect(split('3', '690000000002@2').code).toBe('-1');
    expect(split('3', '690000000002@2^690000000003@1').code).toBe('0');
    expect(only(shop.lines(place.ordNo)).parcels).toMatchObject([
      { invoice: '690000000001', quantity: 3 },
      { invoice: '690000000002', quantity: 2 },
      { invoice: '690000000003', quantity: 1 },
    ]);
  });

  test('leaves an add-on only along with what it belongs to', () => {
    const shop = openTestShop({ orders: 60 });
    const lines = shop.lines();
    const addOn = lines.find(({ addOnOf, stage }) => addOnOf !== null && stage === '202');
    const main = lines.find(({ prdNo, dlvNo }) => prdNo === addOn?.addOnOf && dlvNo === addOn?.dlvNo);
    const place = { ordNo: String(addOn?.ordNo), seq: String(main?.ordPrdSeq), dlvNo: String(addOn?.dlvNo) };
    expect(shop.get(confirmPath(place)).message).toContain('전체 2건');
    const path = (seqs: string) =>
      `${shipAs(place, '01', '00034', '690000000001')}/Y/${place.ordNo}/${encodeURIComponent(seqs)}`;
    expect(shop.get(path(String(addOn?.ordPrdSeq))).message).toContain('추가구성상품만');
    expect(shop.get(path(`${String(main?.ordPrdSeq)},${String(addOn?.ordPrdSeq)}`)).code).toBe('0');
  });

  test('of a global order needs a barcode first, and is never split', () => {
    const shop = openTestShop({ orders: 60 });
    const line = shop.lines().find(({ isGlobal, stage }) => isGlobal === true && stage === '202');
    const place = { ordNo: String(line?.ordNo), seq: '1', dlvNo: String(line?.dlvNo) };
    expect(shop.get(confirmPath(place)).code).toBe('-3210');
    shop.act('move', { order: place.ordNo, stage: '301' });
    const path = `${shipAs(place, '01', '00034', '690000000001')}/Y/${place.ordNo}/1`;
    expect(shop.get(path).code).toBe('-3321');
    expect(shipAll(shop, place).code).toBe('0');
  });

  test('tells of an error of its own and has done nothing', () => {
    const { shop, place } = ready();
    shop.fault('item_failure', 'orders.ship', { times: 1 });
    expect(shipAll(shop, place).code).toBe('-1');
    expect(stagesOf(shop, place.ordNo)).toEqual(['301']);
  });
});

test('goods that the buyer fetches are handed over against his code', () => {
  const shop = openTestShop({ orders: 60 });
  const line = shop
    .lines()
    .find(({ visitCode, stage, ordPrdStat }) => visitCode !== null && stage === ordPrdStat);
  const place = { ordNo: String(line?.ordNo), seq: '1', dlvNo: String(line?.dlvNo) };
  shop.act('move', { order: place.ordNo, stage: '202' });
  const fetchWith = (code: string) =>
    shop.send('POST', `ordservices/visitdlvend/${place.dlvNo}/${place.ordNo}/${code}`, '').code;
  expect(fetchWith(String(line?.visitCode))).toBe('-1');
  shop.get(confirmPath(place));
  expect(fetchWith('0')).toBe('-1002');
  expect(fetchWith(String(line?.visitCode))).toBe('1');
  expect(stagesOf(shop, place.ordNo)).toEqual(['501']);
});

describe('a delay notice', () => {
  const notice = (place: Place, day: string, reason = '입고가 늦어 발송이 지연됩니다', code = '01') =>
    `<DeliveryDelayGuideRequest><ordNo>${place.ordNo}</ordNo><dlvNo>${place.dlvNo}</dlvNo><delaySendDt>${day}</delaySendDt><delaySendRsnCd>${code}</delaySendRsnCd><delaySendRsn>${reason}</delaySendRsn></DeliveryDelayGuideRequest>`;

  test('puts the dispatch off once, and by 30 days at the most', () => {
    const shop = openTestShop();
    const place = sell(shop);
    const send = (body: string) => shop.send('POST', 'ordservices/deliveryDelayGuide', body).code;
    expect(send(notice(place, '20261122'))).toBe('-28303');
    expect(send(notice(place, '20261225'))).toBe('-28307');
    expect(send(notice(place, '20261201', '짧음'))).toBe('-28305');
    expect(send(notice(place, '20261201', undefined, '09'))).toBe('-28304');
    expect(send(notice({ ...place, dlvNo: '1' }, '20261201'))).toBe('-28302');
    expect(send(notice(place, '2026/12/01'))).toBe('0');
    expect(only(shop.lines(place.ordNo)).delayedTo).toBe('2026-12-01T23:59:59+09:00');
    expect(send(notice(place, '20261202'))).toBe('-28311');
    const confirmed = sell(shop);
    confirmAll(shop, confirmed.ordNo);
    shipAll(shop, confirmed);
    expect(send(notice(confirmed, '20261201'))).toBe('-28306');
  });
});

describe('the seller’s own cancel', () => {
  test('refunds at once and costs a point for a fault of his', () => {
    const shop = openTestShop();
    const place = sell(shop);
    const text = encodeURIComponent('재고 없음');
    const path = (reason: string) => `claimservice/reqrejectorder/${place.ordNo}/1/${reason}/${text}`;
    expect(shop.get(path('55')).code).toBe('-21003');
    expect(shop.get(path('08')).code).toBe('0');
    expect(shop.get(path('08')).code).toBe('-21005');
    expect(only(shop.claims(place.ordNo))).toMatchObject({
      by: 'seller',
      state: 'done',
      reasonText: '재고 없음',
    });
    expect(shop.act('story.tell', { order: place.ordNo })).toMatchObject({
      status: 'canceled',
      sellerCancels: 1,
      penaltyPoints: 1,
    });
    const other = sell(shop);
    expect(shop.get(`claimservice/reqrejectorder/${other.ordNo}/1/20/x`).code).toBe('0');
    expect(shop.act('story.tell', { order: other.ordNo })).toMatchObject({ penaltyPoints: 0 });
  });

  test('comes too late once the goods have left', () => {
    const shop = openTestShop();
    const place = sell(shop);
    confirmAll(shop, place.ordNo);
    shipAll(shop, place);
    expect(shop.get(`claimservice/reqrejectorder/${place.ordNo}/1/08/x`).code).toBe('-21004');
  });
});

function isTwin(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return one.prdNo === other.prdNo && one.ordPrdSeq !== other.ordPrdSeq && one.ordNo === other.ordNo;
}
