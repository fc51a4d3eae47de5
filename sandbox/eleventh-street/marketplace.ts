import type { Marketplace } from '../frame/marketplace.ts';
import { passGate } from './gateway/gate.ts';
import { createRoutes } from './gateway/routes.ts';
import { GUIDE_OPERATIONS } from './guide/operations.ts';
import { listingsTruth } from './listings/truth.ts';
import { createMarket, shopNamed } from './market.ts';
import { OFFICIAL_OPERATIONS } from './official/operations.ts';
import { createActs } from './shop/acts.ts';
import { passTime } from './shop/life.ts';
import { drawPlainCases } from './shop/odd-cases.ts';
import { openShop } from './shop/opening.ts';
import { placeOrder } from './shop/purchase.ts';
import { claimsTruth, ordersTruth } from './shop/truth.ts';

const OPERATIONS = [...OFFICIAL_OPERATIONS, ...GUIDE_OPERATIONS];
const WRITES = new Set(OPERATIONS.filter(({ writes }) => writes).map(({ name }) => name));

/** A stand-in for 11st's seller API, written from its fact sheet, and for the API that the guide describes. */
export function elevenStreetMarketplace(): Marketplace {
  const market = createMarket();
  const routes = createRoutes(OPERATIONS);
  return {
    id: 'eleventh_street',
    operationOf: (request) => routes(request)?.operation.name ?? 'unknown',
    answer: (request, frame) => passGate(market, routes, request, frame),
    changesState: (operation) => WRITES.has(operation),
    openShop: (body, frame) => openShop(market, body, frame),
    shops: () => [...market.shops.keys()],
    orders: (name, ordNo) => ordersTruth(shopNamed(market, name), ordNo),
    claims: (name, ordNo) => claimsTruth(shopNamed(market, name), ordNo),
    listings: (name, prdNo) => listingsTruth(shopNamed(market, name).listings, prdNo),
    buy(name, count, frame) {
      const shop = shopNamed(market, name);
      const now = frame.now();
      return Array.from(
        { length: count },
        () => placeOrder(shop, now, drawPlainCases(shop.random), {}, now).ordNo,
      );
    },
    acts: createActs(market),
    tick(frame) {
      for (const shop of market.shops.values()) passTime(shop, frame.now());
    },
  };
}
