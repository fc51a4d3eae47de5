import { describe, expect, test } from 'vitest';
import { claim, confirmAll, only, openTestShop, sell, sellDelivered, shipAll, WINDOW } from '../test-shop.ts';
import { DAY_MS } from '../time.ts';

const LISTS = {
  complete: 'ordservices/complete',
  packaging: 'ordservices/packaging',
  shipping: 'ordservices/shipping',
  delivered: 'ordservices/dlvcompleted',
  completed: 'ordservices/completed',
} as const;

describe('the lists of orders', () => {
  test('hold a line in one of them at a time, by the moment it came into its state', () => {
    const shop = openTestShop();
    const place = sell(shop, { quantity: 2, price: 12_000 });
    const where = () =>
      Object.entries(LISTS)
        .filter(([, path]) => shop.get(`${path}/${WINDOW}`).rows.length > 0)
        .map(([name]) => name);
    expect(where()).toEqual(['complete']);
    confirmAll(shop, place.ordNo);
    expect(where()).toEqual(['packaging']);
    shipAll(shop, place);
    expect(where()).toEqual(['shipping']);
    shop.act('story.deliver', { order: place.ordNo });
    expect(where()).toEqual(['delivered']);
    shop.act('story.confirm', { order: place.ordNo });
    expect(where()).toEqual(['completed']);
    expect(shop.get(`${LISTS.completed}/202611200000/202611230000`).code).toBe('0');
  });

  test('show a whole line, with the word null for what is missing', () => {
    const shop = openTestShop();
    const place = sell(shop, { quantity: 2, price: 12_000 });
    const row = only(shop.get(`${LISTS.complete}/${WINDOW}`).rows);
    expect(row).toMatchObject({
      ordNo: place.ordNo,
      ordPrdSeq: '1',
      dlvNo: place.dlvNo,
      ordQty: '2',
      selPrc: '12000',
      ordAmt: '24000',
      plcodrCnfDt: 'null',
      delaySendDt: '',
      ordDt: '2026-11-23 10:02:03',
      dlvSndDue: '2026-11-25 23:59:59',
    });
    expect(row.slctPrdOptNm).toMatch(/2개$/);
    expect(place.ordNo).toMatch(/^20261123\d{9}$/);
  });

  test('show nothing but number and parcel of a line on its way, and no buyer of a confirmed one', () => {
    const shop = openTestShop();
    const place = sell(shop);
    confirmAll(shop, place.ordNo);
    shipAll(shop, place);
    expect(Object.keys(only(shop.get(`${LISTS.shipping}/${WINDOW}`).rows))).toEqual([
      'dlvEtprsCd',
      'invcNo',
      'ordNo',
      'ordPrdSeq',
      'sndEndDt',
    ]);
    shop.act('story.deliver', { order: place.ordNo });
    shop.act('story.confirm', { order: place.ordNo });
    const row = only(shop.get(`${LISTS.completed}/${WINDOW}`).rows);
    expect(row).toMatchObject({ atmtBuyCnfrmYN: 'N' });
    expect(row).not.toHaveProperty('ordNm');
  });

  test.each([
    ['ordservices/complete', '20261122/202611230000', '-3103'],
    ['ordservices/complete', '202611220000/2026112300', '-3104'],
    ['ordservices/complete', '202611150000/202611230000', '-3105'],
    ['ordservices/standby', '202611150000/202611230000', '-3104'],
    ['ordservices/delvplacestandby', '202611150000/202611230000', '-3104'],
    ['ordservices/packaging', '202613150000/202611230000', '-3203'],
    ['ordservices/packaging', '202611150000/202611230000', '-3205'],
    ['ordservices/shipping', '202611230000/202611220000', '-3304'],
    ['ordservices/dlvcompleted', '202611150000/202611230000', '-3305'],
    ['ordservices/completed', '202611150000/202611230000', '-3904'],
    ['claimservice/cancelorders', '202610010000/202611230000', '-28008'],
    ['claimservice/returnorders', '202610010000/202611230000', '-29008'],
    ['claimservice/exchangedorders', '202610010000/202611230000', '-29008'],
  ])('%s refuses %s with %s', (path, window, code) => {
    expect(openTestShop().get(`${path}/${window}`).code).toBe(code);
  });

  test('tell an empty list in three ways', () => {
    const shop = openTestShop();
    expect(shop.get(`${LISTS.complete}/${WINDOW}`).code).toBe('0');
    expect(shop.get(`claimservice/cancelorders/${WINDOW}`).code).toBe('-1');
    expect(shop.get('claimservice/orderlistall/20261123000000001').message).toContain('해당 건이 없습니다');
    expect(shop.get('prodqnaservices/prodqnalist/20261122/20261123/00').message).toContain('검색된 대상이');
  });

  test('are cut at the cap without a word', () => {
    const shop = openTestShop({ rowCap: 3 });
    for (let sold = 0; sold < 5; sold += 1) sell(shop);
    const cut = shop.get(`${LISTS.complete}/${WINDOW}`);
    expect([cut.rows.length, cut.code]).toEqual([3, '']);
  });

  test('show what is due today and what is late', () => {
    const shop = openTestShop();
    const place = sell(shop);
    confirmAll(shop, place.ordNo);
    const count = (path: string) => shop.get(path).rows.length;
    expect(count('ordservices/todaydelivery/packagings')).toBe(0);
    shop.now += 2 * DAY_MS;
    expect(count('ordservices/todaydelivery/packagings')).toBe(1);
    shop.now += DAY_MS;
    expect(count('ordservices/todaydelivery/packagings')).toBe(0);
    expect(count('ordservices/delaydelivery/packagings')).toBe(1);
    expect(count('ordservices/delaydelivery/completes')).toBe(0);
  });
});

describe('look-ups by number', () => {
  test('show every line of an order whatever became of it', () => {
    const shop = openTestShop();
    const place = sellDelivered(shop, { lines: 2 });
    claim(shop, place, 'return');
    const rows = shop.get(`ordservices/complete/${place.ordNo}`).rows;
    expect(rows.map(({ ordPrdStat }) => ordPrdStat)).toEqual(['601', '501']);
    expect(rows[0]).toHaveProperty('lstDlvCst');
    expect(rows[0]).not.toHaveProperty('dlvCst');
    expect(rows[0]).toMatchObject({ dlvMthdCd: '01', invcNo: '690000000001' });
  });

  test('show at once what has changed since they were asked before', () => {
    const shop = openTestShop();
    const place = sell(shop);
    const receiver = () => only(shop.get(`${LISTS.complete}/${WINDOW}`).rows).rcvrDtlsAddr;
    expect(receiver()).not.toBe('옥탑');
    shop.act('changeAddress', { order: place.ordNo, detailAddress: '옥탑' });
    expect(receiver()).toBe('옥탑');
  });

  test('take a hundred numbers and not one more', () => {
    const shop = openTestShop();
    const numbers = Array.from({ length: 100 }, () => sell(shop).ordNo);
    expect(shop.get(`claimservice/orderlistall/${numbers.join(',')}`).rows.length).toBe(100);
    expect(shop.get(`claimservice/orderlistalladdr/${[...numbers, '1'].join(',')}`).code).toBe('-28003');
  });

  test('count cancels that nobody has decided yet', () => {
    const shop = openTestShop();
    const place = sell(shop, { quantity: 3 });
    confirmAll(shop, place.ordNo);
    claim(shop, place, 'cancel', { quantity: 2 });
    const row = only(shop.get(`claimservice/orderlistall/${place.ordNo}`).rows);
    expect(row).toMatchObject({ ordPrdStat: '701', ordQty: '3', ordCnQty: '2', sellerID: 'hubseller' });
    expect(row).not.toHaveProperty('rcvrNm');
    const withAddress = only(shop.get(`claimservice/orderlistalladdr/${place.ordNo}`).rows);
    expect(withAddress).toHaveProperty('rcvrNm');
    expect(withAddress).not.toHaveProperty('ordNm');
  });
});

describe('faults on rows', () => {
  const numbersOf = (rows: readonly { readonly ordNo?: unknown }[]) => rows.map(({ ordNo }) => ordNo);
  const filled = () => {
    const shop = openTestShop();
    for (let sold = 0; sold < 4; sold += 1) sell(shop);
    const list = () => shop.get(`${LISTS.complete}/${WINDOW}`).rows;
    return { shop, list, usual: numbersOf(list()) };
  };

  test('repeat, turn round and leave out rows', () => {
    const { shop, list, usual } = filled();
    shop.fault('duplicate_rows', 'orders.complete', { times: 1 });
    expect(numbersOf(list())).toEqual([...usual, ...usual.slice(-2)]);
    shop.fault('reorder_rows', 'orders.complete', { times: 1 });
    expect(numbersOf(list())).toEqual(usual.toReversed());
    shop.fault('feed_skips', 'orders.complete', { times: 1 });
    expect(numbersOf(list())).toEqual([usual[1], usual[2]]);
  });

  test('make a row strange', () => {
    const { shop, list } = filled();
    shop.fault('unknown_status', 'orders.complete', { times: 1 });
    expect(list()[0]).toMatchObject({ ordPrdStat: '777' });
    shop.fault('unreadable_row', 'orders.complete', { times: 1 });
    const [row] = list();
    expect(row?.ordPrdSeq === undefined || row.ordQty === '한개').toBe(true);
  });
});
