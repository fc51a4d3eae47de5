import { ControlError } from '../frame/control-error.ts';
import type { Marketplace, WireRequest } from '../frame/marketplace.ts';
import { APPLICATION_ACTS } from './control/application-acts.ts';
import { type Act, BUYER_ACTS } from './control/buyer-acts.ts';
import { letClaimsFallDue } from './control/claim-deadlines.ts';
import { claimsOf } from './control/claim-truth.ts';
import { LISTING_ACTS } from './control/listing-acts.ts';
import { listingsOf } from './control/listing-truth.ts';
import { letTimePass } from './control/natural-course.ts';
import { STORY_ACTS } from './control/story-acts.ts';
import { truthOf } from './control/truth.ts';
import { OPERATIONS } from './endpoints/operations.ts';
import { createGuideGateway, GUIDE_TOKEN_OPERATION, speaksGuide } from './guide/gateway.ts';
import { GUIDE_OPERATIONS } from './guide/operations.ts';
import { openShop } from './opening/open-shop.ts';
import { pay } from './orders/fulfilment.ts';
import { createIds } from './orders/ids.ts';
import type { Shop } from './seller/shop.ts';
import { createGateway } from './wire/gateway.ts';
import { TOKEN_OPERATION } from './wire/token-call.ts';
import { placeOrder } from './world/checkout.ts';
import { hasGoods } from './world/choosing.ts';

const CHANGES_STATE: ReadonlySet<string> = new Set([
  TOKEN_OPERATION,
  GUIDE_TOKEN_OPERATION,
  ...[...OPERATIONS, ...GUIDE_OPERATIONS].filter((one) => one.changesState).map(({ name }) => name),
]);

/**
 * The stand-in for NAVER SmartStore; its root stands for `https://api.commerce.naver.com/external` in edition
 * `official`, and for the host itself in edition `guide`.
 */
export function naverMarketplace(): Marketplace {
  const shops = new Map<string, Shop>();
  const ids = createIds();
  const official = createGateway(shops);
  const guide = createGuideGateway(shops);
  const gatewayFor = (request: WireRequest) => (speaksGuide(request) ? guide : official);

  const shopCalled = (name: string) => {
    const shop = shops.get(name);
    if (shop === undefined) throw new ControlError(`there is no shop ${name}`, 404);
    return shop;
  };
  const acts = Object.entries<Act>({ ...BUYER_ACTS, ...STORY_ACTS, ...LISTING_ACTS, ...APPLICATION_ACTS });

  return {
    id: 'naver',
    operationOf: (request) => gatewayFor(request).operationOf(request),
    answer: (request, frame) => gatewayFor(request).answer(request, frame),
    changesState: (operation) => CHANGES_STATE.has(operation),
    openShop(body, frame) {
      return ids.keepIfDone(() => {
        const opening = { now: frame.now(), seed: frame.seed, ids, shopNumber: shops.size };
        const { shop, clientSecret } = openShop(body, opening);
        const { clientId } = shop.application;
        const isTaken = shops.values().some(({ application }) => application.clientId === clientId);
        if (shops.has(shop.name) || isTaken)
          throw new ControlError(`${shop.name} or its clientId exists`, 409);
        shops.set(shop.name, shop);
        return { shop: shop.name, credentials: { client_id: clientId, client_secret: clientSecret } };
      });
    },
    shops: () => [...shops.keys()],
    orders: (name, orderId) => truthOf(shopCalled(name), orderId),
    claims: (name, orderId) => claimsOf(shopCalled(name), orderId),
    listings: (name, listing) => listingsOf(shopCalled(name), listing),
    buy(name, count, frame) {
      const shop = shopCalled(name);
      const bought: string[] = [];
      while (bought.length < count && hasGoods(shop)) {
        const now = frame.now();
        const order = placeOrder(shop, {}, now);
        pay(shop.book, order, now);
        bought.push(order.orderId);
      }
      return bought;
    },
    acts: Object.fromEntries(
      acts.map(([name, act]) => [
        name,
        (shopName, body, frame) => act(shopCalled(shopName), body, frame.now()),
      ]),
    ),
    tick(frame) {
      for (const shop of shops.values()) {
        letClaimsFallDue(shop, frame.now());
        if (!shop.rules.isQuiet) letTimePass(shop, frame.now());
      }
    },
  };
}
