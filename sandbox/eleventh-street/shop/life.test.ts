import { describe, expect, test } from 'vitest';
import { confirmAll, only, openTestShop, sell, sellDelivered, shipAll } from '../test-shop.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';

describe('the natural course', () => {
  test('brings parcels to their buyers', () => {
    const shop = openTestShop({ quiet: false });
    const place = sell(shop);
    confirmAll(shop, place.ordNo);
    shipAll(shop, place);
    shop.now += 41 * MINUTE_MS;
    shop.tick();
    expect(only(shop.lines(place.ordNo)).ordPrdStat).toBe('501');
  });

  test('confirms every purchase on the eighth day after delivery at the latest', () => {
    const shop = openTestShop({ quiet: false });
    const places = Array.from({ length: 20 }, (_, index) =>
      sellDelivered(shop, {}, `6900000000${String(index).padStart(2, '0')}`),
    );
    const byTime = () =>
      places.map(({ ordNo }) => only(shop.lines(ordNo))).filter(({ ordPrdStat }) => ordPrdStat === '501');
    shop.now += 7 * DAY_MS;
    shop.tick();
    const waiting = byTime().length;
    expect(waiting).toBeGreaterThan(0);
    shop.now += DAY_MS;
    shop.tick();
    expect(byTime()).toEqual([]);
  });

  test('makes claims, and goes on with them', () => {
    const shop = openTestShop({ quiet: false, orders: 300 });
    const before = shop.claims().length;
    for (let step = 0; step < 80; step += 1) {
      shop.now += 10 * MINUTE_MS;
      shop.tick();
    }
    expect(shop.claims().length).toBeGreaterThan(before);
    expect(shop.claims().some(({ state }) => state === 'reshipped')).toBe(false);
  });

  test('lets some buyers cancel what is late', () => {
    const shop = openTestShop({ quiet: false });
    for (let sold = 0; sold < 40; sold += 1) sell(shop);
    shop.now += 4 * DAY_MS;
    shop.tick();
    const forced = shop.claims().filter(({ isForced }) => isForced === true);
    expect(forced.length).toBeGreaterThan(0);
    expect(forced.length).toBeLessThan(40);
  });
});

describe('a story', () => {
  test('sells, ships, delivers and ends', () => {
    const shop = openTestShop();
    const place = sell(shop, { lines: 2, quantity: 3, price: 5_000 });
    const tell = () => shop.act('story.tell', { order: place.ordNo });
    expect(tell()).toMatchObject({ status: 'paid', quantity: 6, left: 6, parcels: [], claims: [] });
    confirmAll(shop, place.ordNo);
    expect(tell()).toMatchObject({ status: 'preparing' });
    shipAll(shop, place);
    expect(tell()).toMatchObject({
      status: 'shipped',
      parcels: [
        { carrier: '00034', invoice: '690000000001', quantity: 3 },
        { carrier: '00034', invoice: '690000000001', quantity: 3 },
      ],
    });
    shop.act('story.deliver', { order: place.ordNo });
    expect(tell()).toMatchObject({ status: 'delivered' });
    shop.act('story.confirm', { order: place.ordNo });
    expect(tell()).toMatchObject({ status: 'confirmed', sellerCancels: 0, penaltyPoints: 0 });
    expect(() => shop.act('story.claim', { order: place.ordNo, kind: 'return' })).toThrow('knows no return');
  });

  test('does not let the buyer claim what the marketplace would not', () => {
    const shop = openTestShop();
    const place = sell(shop);
    expect(() => shop.act('story.claim', { order: place.ordNo, kind: 'return' })).toThrow();
    expect(() => shop.act('story.deliver', { order: place.ordNo })).toThrow();
    expect(() => shop.act('story.collect', { order: place.ordNo })).toThrow();
    expect(() => shop.act('story.redeliver', { order: place.ordNo })).toThrow();
    expect(() => shop.act('story.tell', { order: '1' })).toThrow('no order');
  });
});

describe('acts', () => {
  test('pay an order, and give a gift its address', () => {
    const shop = openTestShop({ orders: 60 });
    const one = (status: string) =>
      String(shop.lines().find(({ ordPrdStat }) => ordPrdStat === status)?.ordNo);
    const unpaid = one('102');
    shop.act('pay', { order: unpaid });
    expect(shop.lines(unpaid)[0]?.ordPrdStat).toBe('202');
    const gift = one('200');
    expect(shop.lines(gift)[0]?.receiver).toBeNull();
    shop.act('receiveGift', { order: gift });
    expect(shop.lines(gift)[0]).toMatchObject({ ordPrdStat: '202' });
    expect(shop.lines(gift)[0]?.receiver).not.toBeNull();
    const reserved = shop.lines().find(({ ordPrdStat }) => ordPrdStat === '201');
    const path = `ordservices/saleconfirm/${String(reserved?.ordNo)}/${String(reserved?.ordPrdSeq)}`;
    expect(shop.get(path).code).toBe('0');
  });

  test('change an address until the seller has confirmed', () => {
    const shop = openTestShop();
    const place = sell(shop);
    shop.act('changeAddress', { order: place.ordNo, detailAddress: '옥탑' });
    expect(only(shop.lines(place.ordNo)).receiver).toMatchObject({ detailAddress: '옥탑' });
    confirmAll(shop, place.ordNo);
    expect(() => shop.act('changeAddress', { order: place.ordNo })).toThrow('fixed');
  });
});
