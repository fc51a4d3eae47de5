import { createRandom } from '../../frame/random.ts';
import { createDocumentCache } from '../documents/document-cache.ts';
import type { Ids } from '../orders/ids.ts';
import { createOrderBook } from '../orders/order-book.ts';
import { createApplication } from '../seller/application.ts';
import type { Shop } from '../seller/shop.ts';
import { createGuideThrottle, createThrottle, OWN_STORE_RATE } from '../seller/throttle.ts';
import { createCatalog } from './catalog.ts';
import { newAccount, newChannels, newClientId, newIdentity, newSecret } from './new-seller.ts';
import { populate } from './populate.ts';
import { readShopOptions } from './shop-options.ts';

/** What the marketplace knows when a shop opens. */
export interface Opening {
  readonly now: number;
  readonly seed: number;
  readonly ids: Ids;
  /** How many shops there were before. */
  readonly shopNumber: number;
}

export interface OpenedShop {
  readonly shop: Shop;
  readonly clientSecret: string;
}

/** Keeps what stands on the shelves apart from who buys it. */
const SHELF_SEED = 7_919;

/** Opens a shop with an application, an assortment and orders in every state. */
export function openShop(body: unknown, { now, seed, ids, shopNumber }: Opening): OpenedShop {
  const options = readShopOptions(body);
  const shopSeed = (options.seed ?? seed) + shopNumber;
  const random = createRandom(shopSeed);
  const name = options.shop ?? `smartstore-${shopNumber + 1}`;
  const clientId = options.clientId ?? newClientId(random);
  const clientSecret = options.clientSecret ?? newSecret(random);
  const identity = newIdentity(random);
  const cases = new Map<string, string[]>();
  const shop: Shop = {
    name,
    shopNumber,
    openedAt: now,
    rules: options.rules,
    application: createApplication({ clientId, clientSecret, allowedIps: options.allowedIps, now }),
    throttle: createThrottle(options.hasLimits ? OWN_STORE_RATE : undefined),
    guideThrottle: createGuideThrottle(options.hasLimits),
    account: newAccount(random),
    channels: newChannels(name, shopNumber),
    identity,
    products: createCatalog(options.products, {
      shopNumber,
      now,
      random,
      shelf: createRandom(shopSeed + SHELF_SEED),
    }),
    keptBack: new Set(),
    book: createOrderBook(),
    documents: createDocumentCache(identity),
    ids,
    random,
    cases,
  };
  populate(shop, { count: options.orders, days: options.days, now }, (caseName, { productOrders }) => {
    const known = cases.get(caseName) ?? [];
    known.push(...productOrders.map(({ productOrderId }) => productOrderId));
    cases.set(caseName, known);
  });
  return { shop, clientSecret };
}
