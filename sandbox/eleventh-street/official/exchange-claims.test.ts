import { expect, test } from 'vitest';
import { claim, only, openTestShop, sellDelivered, WINDOW } from '../test-shop.ts';

const OPEN = `claimservice/exchangeorders/${WINDOW}`;

const asked = () => {
  const shop = openTestShop();
  const place = sellDelivered(shop);
  const seq = claim(shop, place, 'exchange', { fault: 'seller' });
  const approve = (courier: string, invoice: string) =>
    shop.get(`claimservice/exchangereqconf/${seq}/${place.ordNo}/1/${courier}/${invoice}`).code;
  return { shop, place, seq, approve };
};

test('an exchange is approved by sending the new goods, and done when they arrive', () => {
  const { shop, place, approve } = asked();
  expect(only(shop.get(OPEN).rows)).toMatchObject({ clmStat: '201', clmLstDlvCst: '0', clmDlvCstMthd: '03' });
  expect(only(shop.get(OPEN).rows)).toHaveProperty('exchBaseAddr');
  shop.act('story.collect', { order: place.ordNo });
  expect(approve('00034', '690000000001')).toBe('0');
  expect(approve('00034', '690000000001')).toBe('-26004');
  expect(only(shop.get(OPEN).rows).clmStat).toBe('221');
  expect(() => shop.act('story.withdraw', { order: place.ordNo })).toThrow('on their way');
  shop.act('story.redeliver', { order: place.ordNo });
  expect(shop.get(OPEN).code).toBe('-1');
  expect(only(shop.get(`claimservice/exchangedorders/${WINDOW}`).rows).clmStat).toBe('221');
  expect(only(shop.lines(place.ordNo)).ordPrdStat).toBe('501');
  expect(shop.act('story.tell', { order: place.ordNo })).toMatchObject({
    status: 'exchanged',
    claims: [{ kind: 'exchange', state: 'done', replacementInvoice: '690000000001', feePaidBy: 'seller' }],
  });
});

test('the invoice of the new goods must be one', () => {
  const { approve } = asked();
  expect(approve('99999', '690000000009')).toBe('-26005');
  expect(approve('00034', '1')).toBe('-26006');
});

test('an exchange may be refused', () => {
  const { shop, place, seq } = asked();
  const reject = (reason: string) =>
    shop.get(`claimservice/exchangereqreject/${place.ordNo}/1/${seq}/${reason}/x`).code;
  expect(reject('103')).toBe('-27001');
  expect(reject('203')).toBe('0');
  expect(reject('203')).toBe('-27004');
  expect(only(shop.get(`claimservice/retractexcorders/${WINDOW}`).rows).clmStat).toBe('232');
});
