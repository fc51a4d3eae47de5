import { ControlError } from '../frame/control-error.ts';
import type { Marketplace } from '../frame/marketplace.ts';
import { APPLICATION_ACTS } from './control/application-acts.ts';
import { type Act, BUYER_ACTS } from './control/buyer-acts.ts';
import { letTimePass } from './control/natural-course.ts';
import { truthOf } from './control/truth.ts';
import { openShop } from './opening/open-shop.ts';
import { pay } from './orders/fulfilment.ts';
import { createIds } from './orders/ids.ts';
import type { Shop } from './seller/shop.ts';
import { createGateway } from './wire/gateway.ts';
import { placeOrder } from './world/checkout.ts';

const CHANGES_STATE: ReadonlySet<string> = new Set([
  'token',
  'product-orders.confirm',
  'product-orders.dispatch',
  'product-orders.delay',
]);

/** The stand-in for NAVER SmartStore; its root stands for `https://api.commerce.naver.com/external`. */
export function naverMarketplace(): Marketplace {
  const shops = new Map<string, Shop>();
  const ids = createIds();
  const gateway = createGateway(shops);

  const shopCalled = (name: string) => {
    const shop = shops.get(name);
    if (shop === undefined) throw new ControlError(`there is no shop ${name}`, 404);
    return shop;
  };
  const acts = Object.entries<Act>({ ...BUYER_ACTS, ...APPLICATION_ACTS });

  return {
    id: 'naver',
    operationOf: gateway.operationOf,
    answer: gateway.answer,
    changesState: (operation) => CHANGES_STATE.has(operation),
    openShop(body, frame) {
      const { shop, clientSecret } = openShop(body, {
        now: frame.now(),
        seed: frame.seed,
        ids,
        shopNumber: shops.size,
      });
      const { clientId } = shop.application;
      const isTaken = shops.values().some(({ application }) => application.clientId === clientId);
      if (shops.has(shop.name) || isTaken) throw new ControlError(`${shop.name} or its clientId exists`, 409);
      shops.set(shop.name, shop);
      return { shop: shop.name, credentials: { client_id: clientId, client_secret: clientSecret } };
    },
    shops: () => [...shops.keys()],
    orders: (name, orderId) => truthOf(shopCalled(name), orderId),
    buy(name, count, frame) {
      const shop = shopCalled(name);
      return Array.from({ length: count }, () => {
        const now = frame.now();
        const order = placeOrder(shop, {}, now);
        pay(shop.book, order, now);
        return order.orderId;
      });
    },
    acts: Object.fromEntries(
      acts.map(([name, act]) => [
        name,
        (shopName, body, frame) => act(shopCalled(shopName), body, frame.now()),
      ]),
    ),
    tick(frame) {
      for (const shop of shops.values()) {
        if (!shop.rules.isQuiet) letTimePass(shop, frame.now());
      }
    },
  };
}
