import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  countInput,
  objectInput,
  optionalInstantInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Frame } from '../../frame/marketplace.ts';
import { createRandom, type Random } from '../../frame/random.ts';
import { createClaimBook } from '../claims/claim-book.ts';
import { createListingBook } from '../listings/listing-book.ts';
import type { Market } from '../market.ts';
import { createInvoiceUses } from '../orders/invoice-uses.ts';
import { createOrderBook } from '../orders/order-book.ts';
import { DAY_MS } from '../time.ts';
import { inventListings } from './catalogue.ts';
import { createShopIds } from './ids.ts';
import { refundForgotten } from './life.ts';
import { inventPast } from './past.ts';
import type { Shop } from './shop.ts';

/** Keys are said to live 180 days (sheet §1). */
const KEY_LIFETIME_MS = 180 * DAY_MS;
const CALLS_PER_SECOND = 10;
const ROW_CAP = 3_000;

/** Opens a shop with products and a past, and answers what its seller needs to connect it. */
export function openShop(
  market: Market,
  body: unknown,
  frame: Frame,
): { readonly shop: string; readonly credentials: Readonly<Record<string, string>> } {
  const input = objectInput(body);
  const shopNumber = market.shops.size + 1;
  const seed = countInput(input, 'seed', frame.seed + shopNumber - 1, 2 ** 32);
  const shop = createShop(input, shopNumber, createRandom(seed), frame.now());
  refuseDouble(market, shop);
  market.shops.set(shop.name, shop);
  inventPast(shop, countInput(input, 'orders', 400), countInput(input, 'days', 10, 3_650));
  refundForgotten(shop, shop.openedAt);
  // The key alone opens every door; the guide's way of connecting asks for the seller's name as well.
  return { shop: shop.name, credentials: { api_key: shop.rules.apiKey, seller_id: shop.sellerId } };
}

function createShop(input: JsonObject, shopNumber: number, random: Random, openedAt: number): Shop {
  const sellerId = optionalTextInput(input, 'sellerId') ?? `hubseller${shopNumber}`;
  const edition = optionalTextInput(input, 'edition') ?? 'official';
  if (edition !== 'official' && edition !== 'guide')
    throw new ControlError('edition must be official or guide');
  const productCount = countInput(input, 'listings', countInput(input, 'products', 48, 99_999), 99_999);
  if (productCount === 0) throw new ControlError('a shop needs products');
  const ids = createShopIds(shopNumber, random);
  return {
    name: optionalTextInput(input, 'shop') ?? sellerId,
    sellerId,
    edition,
    rules: {
      apiKey: optionalTextInput(input, 'apiKey') ?? newKey(random),
      keyExpiresAt: optionalInstantInput(input, 'keyExpiresAt') ?? openedAt + KEY_LIFETIME_MS,
      allowedIps: optionalTextsInput(input, 'allowedIps') ?? null,
      limits: booleanInput(input, 'limits', true),
      callsPerSecond: countInput(input, 'callsPerSecond', CALLS_PER_SECOND),
      rowCap: countInput(input, 'rowCap', ROW_CAP),
      creditPoints: 0,
    },
    quiet: booleanInput(input, 'quiet', false),
    openedAt,
    random,
    ids,
    listings: createListingBook(inventListings(productCount, ids, random)),
    keptBack: new Set(),
    book: createOrderBook(),
    claims: createClaimBook(),
    invoices: createInvoiceUses(),
  };
}

/** An Open API key: 32 characters (sheet §1). */
export function newKey(random: Random): string {
  return Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
}

function refuseDouble(market: Market, { name, sellerId, rules }: Shop): void {
  for (const other of market.shops.values()) {
    if (other.name === name || other.sellerId === sellerId || other.rules.apiKey === rules.apiKey)
      throw new ControlError(`shop ${other.name} already has this name, sellerId or apiKey`, 409);
  }
}
