import { ControlError } from '../frame/control-error.ts';
import type { Marketplace } from '../frame/marketplace.ts';
import { passClaims } from './claims/claim-course.ts';
import { claimsTruth } from './claims/claims-truth.ts';
import { passGate } from './gateway/gate.ts';
import { createSpecification } from './gateway/specification.ts';
import { GUIDE_OPERATIONS } from './guide/operations.ts';
import { createMarket, shopNamed } from './market.ts';
import { takeFromStock } from './offers/offer-book.ts';
import { OPERATIONS } from './operations.ts';
import { showDueAcknowledgements } from './orders/acknowledgement.ts';
import { listingsTruth } from './products/listings-truth.ts';
import { passReviews } from './products/review.ts';
import { createActs } from './shop/acts.ts';
import { passTime } from './shop/life.ts';
import { drawOddCases } from './shop/odd-cases.ts';
import { openShop } from './shop/opening.ts';
import { leftByChance, placeOrder } from './shop/purchase.ts';
import { offersTruth, truthOf } from './shop/truth.ts';

const EVERY_OPERATION = [...OPERATIONS, ...GUIDE_OPERATIONS];

/** A stand-in for Coupang's Open API, written from its fact sheet, that also answers as the guide text describes it. */
export function coupangMarketplace(): Marketplace {
  const market = createMarket();
  const specification = createSpecification(EVERY_OPERATION);
  return {
    id: 'coupang',
    operationOf: (request) => specification(request)?.operation.name ?? 'unknown',
    answer: (request, frame) => passGate(market, specification, request, frame),
    changesState: (name) =>
      EVERY_OPERATION.some(
        (operation) => operation.name === name && !operation.methods.includes('GET') && !operation.isRead,
      ),
    openShop: (body, frame) => openShop(market, body, frame),
    shops: () => [...market.shops.keys()],
    orders: (name, orderId) => truthOf(shopNamed(market, name), orderId),
    claims: (name, orderId) => claimsTruth(shopNamed(market, name), orderId),
    offers: (name) => offersTruth(shopNamed(market, name)),
    listings: (name, id) => listingsTruth(shopNamed(market, name), id),
    buy(name, count, frame) {
      const shop = shopNamed(market, name);
      const now = frame.now();
      return Array.from({ length: count }, () => {
        const boxes = placeOrder(shop, now, now, drawOddCases(shop.random), leftByChance(shop));
        if (boxes.length === 0) throw new ControlError('everything is sold out', 409);
        for (const box of boxes) {
          shop.boxes.put(box);
          for (const { option, shippingCount } of box.items)
            takeFromStock(shop.offers, option.vendorItemId, shippingCount);
        }
        return boxes[0]?.orderId ?? '';
      });
    },
    acts: createActs(market),
    tick(frame) {
      for (const shop of market.shops.values()) {
        showDueAcknowledgements(shop, frame.now());
        passTime(shop, frame.now());
        passClaims(shop, frame.now());
        passReviews(shop, frame.now());
      }
    },
  };
}
