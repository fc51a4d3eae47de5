import { createHash } from 'node:crypto';
import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  countInput,
  objectInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Frame } from '../../frame/marketplace.ts';
import { createRandom } from '../../frame/random.ts';
import type { Market } from '../market.ts';
import { createOrderBook } from '../orders/order-book.ts';
import { createCatalogue } from '../products/catalogue.ts';
import { inventProducts } from '../products/invent.ts';
import { SETTINGS } from '../products/settings.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';
import { createShopIds } from './ids.ts';
import { inventPast } from './past.ts';
import type { Edition, Shop } from './shop.ts';

const PRODUCTS_OLDER_BY_MS = 60 * DAY_MS;

/** Opens a shop with goods and a past, and answers what its seller needs to connect it. */
export function openShop(
  market: Market,
  body: unknown,
  frame: Frame,
): { readonly shop: string; readonly credentials: Readonly<Record<string, string>> } {
  const input = objectInput(body);
  const shopNumber = market.shops.size + 1;
  const seed = countInput(input, 'seed', frame.seed + shopNumber - 1, 2 ** 32);
  const shop = createShop(input, shopNumber, seed, frame.now());
  refuseDouble(market, shop);
  market.shops.set(shop.name, shop);
  inventPast(shop, {
    orders: countInput(input, 'orders', 400),
    days: countInput(input, 'days', 10, 3_650),
    undone: booleanInput(input, 'undone', true),
  });
  return { shop: shop.name, credentials: credentialsOf(shop) };
}

/** What a seller types into a program to connect the shop, by its edition. */
function credentialsOf(shop: Shop): Readonly<Record<string, string>> {
  const { edition, masterId, sellerIds, clientId, rules } = shop;
  return edition === 'guide'
    ? { client_id: clientId, client_secret: rules.clientSecret, site: 'BOTH' }
    : {
        master_id: masterId,
        secret_key: rules.secretKey,
        gmarket_seller_id: sellerIds.gmarket,
        auction_seller_id: sellerIds.auction,
      };
}

function createShop(input: JsonObject, shopNumber: number, seed: number, openedAt: number): Shop {
  const random = createRandom(seed);
  const number = String(shopNumber).padStart(2, '0');
  const text = (field: string, fallback: string) => optionalTextInput(input, field) ?? fallback;
  const masterId = text('masterId', `hubmaster${number}`);
  const gmarket = text('gmarketId', `hubgmkt${number}`);
  // Both say how many products there are; `listings` is the word that all stand-ins share.
  const goodsCount = countInput(input, 'listings', countInput(input, 'products', 40, 99_999), 99_999);
  if (goodsCount === 0) throw new ControlError('a shop needs products');
  const ids = createShopIds(shopNumber, random);
  return {
    name: text('shop', gmarket),
    edition: readEdition(input),
    masterId,
    sellerIds: {
      gmarket,
      auction: text('auctionId', `hubauction${number}`),
    },
    clientId: text('clientId', `esm-client-${number}`),
    rules: {
      secretKey: text('secretKey', inventSecret(seed, 'secret')),
      clientSecret: text('clientSecret', inventSecret(seed, 'client')),
      allowedIps: optionalTextsInput(input, 'allowedIps') ?? null,
      limits: booleanInput(input, 'limits', true),
      restrictedGranted: booleanInput(input, 'restrictedGranted', true),
      returnsSiteType: countInput(input, 'returnsSiteType', 2, 3),
      tokenRound: 0,
    },
    lags: {
      confirmMs: countInput(input, 'confirmLagMs', 2_000),
      phoneMs: countInput(input, 'phoneLagMs', 5 * MINUTE_MS),
      dueDateMs: countInput(input, 'dueDateLagMs', MINUTE_MS),
      productMs: countInput(input, 'productLagMs', 3 * MINUTE_MS),
    },
    quiet: booleanInput(input, 'quiet', false),
    openedAt,
    random,
    ids,
    catalogue: createCatalogue(inventProducts(goodsCount, ids, random, openedAt - PRODUCTS_OLDER_BY_MS)),
    keptBack: new Set(),
    settings: SETTINGS,
    book: createOrderBook(),
  };
}

function readEdition(input: JsonObject): Edition {
  const edition = optionalTextInput(input, 'edition') ?? 'official';
  if (edition !== 'official' && edition !== 'guide')
    throw new ControlError('edition must be official or guide');
  return edition;
}

/** A secret of 40 characters made from a seed. */
export function inventSecret(seed: number, purpose: string): string {
  return createHash('sha256').update(`${purpose} ${seed}`).digest('base64url').slice(0, 40);
}

function refuseDouble(market: Market, { name, masterId, clientId }: Shop): void {
  for (const other of market.shops.values()) {
    if (other.name === name || other.masterId === masterId || other.clientId === clientId)
      throw new ControlError(`shop ${other.name} already has this name, masterId or clientId`, 409);
  }
}
