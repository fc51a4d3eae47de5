import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDiary } from '../../frame/diary.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Frame } from '../../frame/marketplace.ts';
import { startSandbox } from '../../frame/server.ts';
import { esmMarketplace } from '../marketplace.ts';
import { at, BOTH, DAY, NOON, openTestShop, PATHS, send, sign, type TestShop } from '../test-shop.ts';

describe.each(['gmarket', 'auction'])('the story on %s', (site) => {
  const SiteType = site === 'gmarket' ? 2 : 1;

  test('sold, shipped, delivered, returned', () => {
    const shop = openTestShop();
    const order = shop.sell({ site, quantity: 2 });
    expect(shop.tell(order)).toEqual({
      status: 'paid',
      quantity: 2,
      left: 2,
      parcels: [],
      claims: [],
      sellerCancels: 0,
      penaltyPoints: 0,
    });
    expect(() => shop.act('story.deliver', { order })).toThrow();
    expect(() => shop.act('story.claim', { order, kind: 'return' })).toThrow();
    send(shop, order);
    expect(() => shop.act('story.claim', { order, kind: 'cancel' })).toThrow();
    shop.act('story.deliver', { order });
    expect(() => shop.act('story.claim', { order, kind: 'return', quantity: 1 })).toThrow('part');
    shop.act('story.claim', { order, kind: 'return', fault: 'seller', quantity: 2 });
    expect(() => shop.act('story.claim', { order, kind: 'exchange' })).toThrow('open');
    shop.act('story.collect', { order });
    shop.call('PUT', PATHS.return(order), { SiteType });
    expect(shop.tell(order)).toMatchObject({
      status: 'returned',
      left: 0,
      claims: [
        { kind: 'return', state: 'done', quantity: 2, fault: 'seller', refunded: true, feePaidBy: 'seller' },
      ],
    });
  });

  test('confirmed purchases take no claim; references may carry a site', () => {
    const shop = openTestShop();
    const order = shop.sell({ site });
    send(shop, order);
    shop.act('story.deliver', { order: `${site}:${order}` });
    shop.act('story.confirm', { order });
    expect(shop.tell(order).status).toBe('confirmed');
    for (const kind of ['cancel', 'return', 'exchange']) {
      expect(() => shop.act('story.claim', { order, kind })).toThrow();
    }
  });
});

test('the truth of a cart under each of its numbers', () => {
  const shop = openTestShop();
  const { order, lines, cart } = shop.act('story.sell', { lines: 3 });
  const guide = String(shop.orders(String(order))[0]?.guideOrdNo);
  expect(shop.tell(String(cart))).toMatchObject({ quantity: 3 });
  expect(shop.tell(guide)).toMatchObject({ quantity: 3 });
  expect(shop.tell(String(order))).toMatchObject({ quantity: 1 });
  shop.act('story.claim', { order: cart, line: at(lines, 1), kind: 'cancel' });
  expect(shop.tell(String(cart))).toMatchObject({ status: 'paid', quantity: 3, left: 2 });
});

test('what the sites would ask the stock check of the seller', () => {
  const shop = openTestShop();
  const body = (site: string) =>
    String(at(shop.act('stockCheck', { order: shop.sell({ site, price: 9_900 }) }), 'bodies', 0));
  expect(body('gmarket')).toMatch(/^<\?xml .*<ORDER_INFO>.*<SELL_PRICE>9900<\/SELL_PRICE><\/ORDER_INFO>$/);
  expect(body('auction')).toMatch(/<EXT_GB>02<\/EXT_GB>.*<SELL_PRICE>9900\.0000<\/SELL_PRICE>/);
});

const STEPS = [
  'claim cancel',
  'claim return',
  'claim exchange',
  'withdraw',
  'collect',
  'deliver',
  'confirm',
  'redeliver',
  'check',
  'ship',
  'approve cancel',
  'sold out',
  'pickup',
  'hold',
  'approve return',
  'to exchange',
  'resend',
  'to return',
  'day',
];

test('whatever happens in whatever order, money and goods agree', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('gmarket', 'auction'),
      fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 25 }),
      (site, steps) => {
        const shop = openTestShop();
        const order = shop.sell({ site });
        for (const step of steps) take(shop, order, site, step);
        const [truth = {}] = shop.orders(order);
        const claims = shop.claims(order);
        const open = claims.filter(({ state }) => !['done', 'rejected', 'withdrawn'].includes(String(state)));
        expect(open.length).toBeLessThanOrEqual(1);
        for (const claim of claims) {
          const isRefund = claim.state === 'done' && claim.kind !== 'exchange';
          expect(claim.refundedAt !== null).toBe(isRefund);
          expect(claim.completedAt !== null).toBe(claim.state === 'done');
          if (claim.state === 'reshipped')
            expect(claim).toMatchObject({ kind: 'exchange', resendInvoice: expect.any(String) });
        }
        const undone = claims.filter(({ kind, state }) => state === 'done' && kind !== 'exchange');
        expect(undone.length).toBeLessThanOrEqual(1);
        expect(shop.tell(order)).toMatchObject({ left: undone.length === 0 ? 1 : 0 });
        expect(Number(truth.status) >= 3).toBe(truth.invoiceNo !== null);
      },
    ),
    { numRuns: 100 },
  );
});

function take(shop: TestShop, order: string, site: string, step: string): unknown {
  const SiteType = site === 'gmarket' ? 2 : 1;
  const parcel = { SiteType, DeliveryCompCode: 10007, InvoiceNo: '512345678901' };
  const acting = (name: string, body: JsonObject = {}) => {
    try {
      shop.act(name, { order, ...body });
    } catch {
      // The marketplace does not let the buyer.
    }
  };
  const [verb = '', noun = ''] = step.split(' ');
  switch (step) {
    case 'claim cancel':
    case 'claim return':
    case 'claim exchange':
      return acting('story.claim', { kind: noun });
    case 'check':
      return shop.call('POST', PATHS.check(order));
    case 'ship':
      return shop.post(PATHS.ship, {
        OrderNo: Number(order),
        ShippingDate: new Date(shop.now).toISOString().slice(0, 10),
        DeliveryCompanyCode: 10013,
        InvoiceNo: '600000000001',
      });
    case 'approve cancel':
      return shop.call('PUT', PATHS.cancel(order), { SiteType });
    case 'sold out':
      return shop.post(PATHS.soldOut(order), { SiteType });
    case 'pickup':
      return shop.post(PATHS.return(order, '/pickup'), parcel);
    case 'hold':
      return shop.post(PATHS.return(order, '/hold'), { SiteType, HoldReason: 0 });
    case 'approve return':
      return shop.call('PUT', PATHS.return(order), { SiteType });
    case 'to exchange':
      return shop.post(PATHS.return(order, '/exchange'), parcel);
    case 'resend':
      return shop.post(PATHS.exchange(order, '/resend'), parcel);
    case 'to return':
      return shop.post(PATHS.exchange(order, '/return'), { SiteType });
    case 'day':
      shop.now += DAY;
      return shop.tick();
    default:
      return acting(`story.${verb}`);
  }
}

test('a shop stands on the server of the frame, and its push can be sent', async () => {
  const sandbox = await startSandbox({ marketplaces: [esmMarketplace()] });
  try {
    const control = async (path: string, body?: unknown) => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const answer = await fetch(`${sandbox.url}/_control/${path}`, init);
      return { status: answer.status, body: await answer.json() };
    };
    const opened = await control('esm/shops', { shop: 's', orders: 60, quiet: true, edition: 'guide' });
    expect(opened.body).toMatchObject({
      shop: 's',
      base_url: `${sandbox.url}/esm`,
      credentials: { site: 'BOTH' },
    });
    const claims = await control('esm/shops/s/claims');
    expect(at(claims.body, 'claims', 0)).toMatchObject({ claimNo: expect.any(String) });
    const sold = await control('esm/shops/s/acts/story.sell', {});
    const check = await control('esm/shops/s/acts/stockCheck', { order: at(sold.body, 'order') });
    await control('esm/shops/s/hook', { url: `${sandbox.url}/_control/health` });
    const pushed = await control('esm/shops/s/push', { body: at(check.body, 'bodies', 0) });
    expect(pushed).toMatchObject({ status: 200, body: { pushed: 1 } });
    expect(
      (await control('esm/shops/s/acts/story.claim', { order: at(sold.body, 'order'), kind: 'return' }))
        .status,
    ).toBe(409);
  } finally {
    await sandbox.close();
  }
});

test('what a diary tells is lived again to the same shop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esm-diary-'));
  const file = join(folder, 'diary');
  let now = NOON;
  const frame: Frame = { now: () => now, monotonicMs: () => 0, seed: 3, strike: () => undefined };
  const identity = { masterId: 'hubmaster01', secretKey: 'TESTSECRET-0123456789abcdef' };
  try {
    const first = withDiary(esmMarketplace(), file);
    const ids = { gmarketId: 'hubgmkt', auctionId: 'hubauction' };
    first.openShop({ shop: 's', orders: 80, confirmLagMs: 0, ...identity, ...ids }, frame);
    const request = { query: '', headers: { authorization: sign(BOTH) }, remoteAddress: '10.0.0.1' };
    const post = (path: string, body: unknown) =>
      first.answer({ ...request, method: 'POST', path, body: Buffer.from(JSON.stringify(body)) }, frame);
    const [order = ''] = first.buy('s', 3, frame);
    for (let hour = 0; hour < 30; hour += 1) {
      now += DAY / 24;
      post(PATHS.status, { OrderNo: Number(order) });
      post(PATHS.check(order), {});
      first.tick(frame);
      first.buy('s', 1, frame);
    }
    const second = withDiary(esmMarketplace(), file);
    expect(second.orders('s')).toEqual(first.orders('s'));
    expect(second.claims?.('s')).toEqual(first.claims?.('s'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
