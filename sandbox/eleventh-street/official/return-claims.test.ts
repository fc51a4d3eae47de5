import { describe, expect, test } from 'vitest';
import { claim, only, openTestShop, sell, sellDelivered, WINDOW } from '../test-shop.ts';
import { DAY_MS } from '../time.ts';

const OPEN = `claimservice/returnorders/${WINDOW}`;

const asked = (rest: Readonly<Record<string, unknown>> = {}) => {
  const shop = openTestShop();
  const place = sellDelivered(shop, { quantity: 2 });
  const seq = claim(shop, place, 'return', rest);
  const answer = (call: string, reason: string) =>
    shop.get(`claimservice/${call}/${place.ordNo}/1/${seq}/${reason}/x`).code;
  const approve = () => shop.get(`claimservice/returnreqconf/${seq}/${place.ordNo}/1`).code;
  const statusOf = () => only(shop.lines(place.ordNo)).ordPrdStat;
  return { shop, place, seq, answer, approve, statusOf };
};

describe('a return', () => {
  test('shows its fee with a comma, and the invoice once the courier has come', () => {
    const { shop, place } = asked();
    expect(only(shop.get(OPEN).rows)).toMatchObject({
      clmStat: '105',
      clmReqQty: '2',
      clmLstDlvCst: '5,000',
      twMthd: '06',
      twPrdInvcNo: 'null',
    });
    shop.act('story.collect', { order: place.ordNo });
    expect(only(shop.get(OPEN).rows).twPrdInvcNo).toMatch(/^69\d{10}$/);
  });

  test('is refunded by the approval alone', () => {
    const { shop, approve, statusOf, place } = asked({ quantity: 1 });
    expect(statusOf()).toBe('601');
    expect(approve()).toBe('0');
    expect(statusOf()).toBe('501');
    expect(approve()).toBe('-24004');
    expect(shop.act('story.tell', { order: place.ordNo })).toMatchObject({
      left: 1,
      claims: [{ kind: 'return', state: 'done', refunded: true, fee: 5_000, feePaidBy: 'buyer' }],
    });
    expect(only(shop.get(`claimservice/returnedorders/${WINDOW}`).rows)).toMatchObject({ clmStat: '106' });
  });

  test('of everything ends the line', () => {
    const { approve, statusOf } = asked({ fault: 'seller' });
    approve();
    expect(statusOf()).toBe('A01');
  });

  test('may be refused or withdrawn, and is listed as given up', () => {
    const refused = asked();
    expect(refused.answer('returnreqreject', '201')).toBe('-25001');
    expect(refused.answer('returnreqreject', '103')).toBe('0');
    expect(refused.statusOf()).toBe('501');
    const withdrawn = asked();
    withdrawn.shop.act('story.withdraw', { order: withdrawn.place.ordNo });
    const stateIn = ({ shop }: typeof refused) =>
      only(shop.get(`claimservice/retractretorders/${WINDOW}`).rows).clmStat;
    expect([stateIn(refused), stateIn(withdrawn)]).toEqual(['107', '108']);
  });

  test('refunds itself 20 days after the request, held or not', () => {
    const { shop, answer, statusOf } = asked();
    expect(answer('returnclaimdefer', '106')).toBe('-21006');
    expect(answer('returnclaimdefer', '103')).toBe('0');
    expect(answer('returnclaimdefer', '103')).toBe('-21009');
    expect(only(shop.get(OPEN).rows).clmStat).toBe('104');
    shop.now += 20 * DAY_MS - 1;
    shop.tick();
    expect(statusOf()).toBe('601');
    shop.now += 1;
    shop.tick();
    expect(statusOf()).toBe('A01');
  });

  test('refunds itself 10 days after the goods came back', () => {
    const { shop, place, statusOf } = asked();
    shop.now += DAY_MS;
    shop.act('story.collect', { order: place.ordNo });
    shop.now += 10 * DAY_MS;
    shop.tick();
    expect(statusOf()).toBe('A01');
  });

  test('whose completion is held refunds itself never, but can still be approved', () => {
    const { shop, answer, statusOf, approve } = asked();
    expect(answer('returncompletedefer', '101')).toBe('0');
    shop.now += 60 * DAY_MS;
    shop.tick();
    expect(statusOf()).toBe('601');
    expect(approve()).toBe('0');
  });

  test('takes the invoice under which it comes back', () => {
    const { shop, place, seq } = asked();
    const path = (invoice: string) =>
      `claimservice/claimservice/returninvc/202611231100/${place.dlvNo}/00034/${invoice}/01/${seq}`;
    expect(shop.get(path('1')).code).toBe('-1');
    expect(shop.get(path('680000000001')).code).toBe('0');
    expect(only(shop.get(OPEN).rows).twPrdInvcNo).toBe('680000000001');
  });

  test('may be filed by the seller, and finished in the same call', () => {
    const shop = openTestShop();
    const file = (ordNo: string, extent: string) =>
      shop.get(`claimservice/sellerclaimfix/${ordNo}/1/122/${extent}/null/null/null/x/03`).code;
    const open = sellDelivered(shop);
    expect(file(open.ordNo, '01')).toBe('0');
    expect(file(open.ordNo, '01')).toBe('-21010');
    expect(only(shop.lines(open.ordNo)).ordPrdStat).toBe('601');
    const finished = sellDelivered(shop, {}, '690000000002');
    expect(file(finished.ordNo, '02')).toBe('0');
    expect(only(shop.lines(finished.ordNo)).ordPrdStat).toBe('A01');
    expect(file(sell(shop).ordNo, '01')).toBe('-21010');
  });
});

test('several lines may come back under one number', () => {
  const shop = openTestShop();
  const place = sellDelivered(shop, { lines: 2 });
  const seq = claim(shop, place, 'return', { line: '1' });
  expect(claim(shop, place, 'return', { line: '2', seq })).toBe(seq);
  expect(shop.get(OPEN).rows.length).toBe(2);
  expect(shop.get(`claimservice/returnreqconf/${seq}/${place.ordNo}/2`).code).toBe('0');
  expect(shop.lines(place.ordNo).map(({ ordPrdStat }) => ordPrdStat)).toEqual(['601', 'A01']);
});

test('goods that did not come are reported, and may be sent again', () => {
  const shop = openTestShop();
  const place = sellDelivered(shop, { price: 12_000 });
  shop.act('reportNonDelivery', { order: place.ordNo });
  const list = () => shop.get('nondeliverys/nondeliverylist/03/20261123/20261123').rows;
  expect(only(list())).toMatchObject({ orderAmt: '12,000', nonDlvReqDt: '2026/11/23 10:02:03' });
  const answer = (code: string) =>
    shop.send(
      'PUT',
      `nondeliverys/nondeliverystatus/${place.ordNo}/1`,
      `<NonDelivery><nonDlvSeq>${String(only(list()).nonDlvSeq)}</nonDlvSeq><sellerDtlsRsn>${code}</sellerDtlsRsn><sellerDtlsCont>x</sellerDtlsCont><dlvMthdCd>01</dlvMthdCd><dlvEtprsCd>00034</dlvEtprsCd><invcNo>670000000001</invcNo></NonDelivery>`,
    ).code;
  expect(answer('109')).toBe('-1');
  expect(answer('102')).toBe('0');
  expect(answer('101')).toBe('0');
  expect(only(list())).toMatchObject({ invcNo: '670000000001', nonDlvStatNm: '판매자답변' });
});
