import type { Marketplace } from '../frame/marketplace.ts';
import { expireGifts, passDeadlines } from './claims/deadlines.ts';
import { guideOperationOf, isGuidePath, passGuideGate } from './guide/gate.ts';
import { GUIDE_OPERATIONS } from './guide/operations.ts';
import { createMarket, ORDER_LIST_GAP_MS, shopNamed } from './market.ts';
import { findOperation, passGate } from './official/gate.ts';
import { OPERATIONS } from './official/operations.ts';
import { guideNumberOf } from './orders/order.ts';
import { createActs } from './shop/acts.ts';
import { listingsTruth } from './shop/listings-truth.ts';
import { passTime } from './shop/natural-course.ts';
import { openShop } from './shop/opening.ts';
import { purchase } from './shop/purchase.ts';
import { claimsTruth, offersTruth, ordersTruth } from './shop/truth.ts';

const CHANGING: ReadonlySet<string> = new Set([
  ...OPERATIONS.filter(({ changes }) => changes === true).map(({ name }) => name),
  ...GUIDE_OPERATIONS.filter(({ method }) => method !== 'GET').map(({ name }) => name),
]);

/** A stand-in for ESM, Gmarket and Auction, written from its fact sheet; the guide's API answers beside the official one. */
export function esmMarketplace(): Marketplace {
  const market = createMarket();
  return {
    id: 'esm',
    limitWindowMs: ORDER_LIST_GAP_MS,
    operationOf: (request) =>
      isGuidePath(request.path)
        ? guideOperationOf(request)
        : (findOperation(request)?.operation.name ?? 'unknown'),
    answer: (request, frame) =>
      isGuidePath(request.path) ? passGuideGate(market, request, frame) : passGate(market, request, frame),
    changesState: (name) => CHANGING.has(name),
    openShop: (body, frame) => openShop(market, body, frame),
    shops: () => [...market.shops.keys()],
    orders: (name, reference) => ordersTruth(shopNamed(market, name), reference),
    claims: (name, reference) => claimsTruth(shopNamed(market, name), reference),
    offers: (name) => offersTruth(shopNamed(market, name)),
    listings: (name, reference) => listingsTruth(shopNamed(market, name), reference),
    buy(name, count, frame) {
      const shop = shopNamed(market, name);
      const now = frame.now();
      const wish = { isDeposit: false, isPlain: shop.quiet };
      return Array.from({ length: count }, () => purchase(shop, now, now, wish)).flatMap((cart) =>
        shop.edition === 'guide' ? [guideNumberOf(cart)] : cart.orders.map(({ orderNo }) => orderNo),
      );
    },
    acts: createActs(market),
    tick(frame) {
      for (const shop of market.shops.values()) {
        expireGifts(shop, frame.now());
        passDeadlines(shop, frame.now());
        passTime(shop, frame.now());
      }
    },
  };
}
