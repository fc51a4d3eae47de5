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
import { createClaimIds } from '../claims/claim-ids.ts';
import type { Market } from '../market.ts';
import { openOfferBook } from '../offers/offer-book.ts';
import { createBoxBook } from '../orders/box-book.ts';
import { createInvoiceUses } from '../orders/invoice-uses.ts';
import { inventedProduct } from '../products/invented.ts';
import { createProductBook } from '../products/product-book.ts';
import { inventProducts } from './catalogue.ts';
import { createShopIds } from './ids.ts';
import { createOptionPools } from './option-pools.ts';
import { inventPast } from './past.ts';
import { inventPastClaims } from './past-claims.ts';
import type { ApiKey, Edition, Shop } from './shop.ts';

/** WING keys live 180 days (sheet §1). */
const KEY_LIFETIME_MS = 180 * 24 * 3_600_000;

/** How long Coupang looks at a new product where nobody says otherwise. */
const REVIEW_MS = 10 * 60_000;

const EXCHANGE_BOX_LAG_MS = 10 * 60_000;
const CLAIM_STREAM = 0x5eed;

/** Opens a shop with products and a past, and answers what its seller needs to connect it. */
export function openShop(
  market: Market,
  body: unknown,
  frame: Frame,
): { readonly shop: string; readonly credentials: Readonly<Record<string, string>> } {
  const input = objectInput(body);
  const shopNumber = market.shops.size + 1;
  const seed = countInput(input, 'seed', frame.seed + shopNumber - 1, 2 ** 32);
  const random = createRandom(seed);
  const shop = createShop(input, shopNumber, random, seed, frame.now());
  refuseDouble(market, shop);
  market.shops.set(shop.name, shop);
  inventPast(shop, countInput(input, 'orders', 400), countInput(input, 'days', 10, 3_650));
  if (booleanInput(input, 'pastClaims', !shop.quiet)) inventPastClaims(shop);
  return { shop: shop.name, credentials: credentialsOf(shop) };
}

/** Coupang's own API wants the WING login as well: cancels are made in somebody's name (sheet §1). */
function credentialsOf({ edition, vendorId, rules: { key } }: Shop): Readonly<Record<string, string>> {
  return {
    vendor_id: vendorId,
    access_key: key.accessKey,
    secret_key: key.secretKey,
    ...(edition === 'official' ? { wing_id: `wing-${vendorId.toLowerCase()}` } : {}),
  };
}

function createShop(
  input: JsonObject,
  shopNumber: number,
  random: Random,
  seed: number,
  openedAt: number,
): Shop {
  const vendorId = optionalTextInput(input, 'vendorId') ?? `A${String(shopNumber).padStart(8, '0')}`;
  if (!/^[AC]\d+$/.test(vendorId)) throw new ControlError('vendorId must be A or C and digits');
  // Either name tells how much the shop has listed.
  const productCount = countInput(input, 'listings', countInput(input, 'products', 60, 99_999), 99_999);
  if (productCount === 0) throw new ControlError('a shop needs products');
  const ids = createShopIds(shopNumber, random);
  const products = inventProducts(productCount, openedAt, ids, random);
  const options = createOptionPools(products.flatMap((product) => product.options));
  const isQuiet = booleanInput(input, 'quiet', false);
  return {
    name: optionalTextInput(input, 'shop') ?? vendorId,
    vendorId,
    rules: {
      key: newKey(input, random, openedAt),
      allowedIps: optionalTextsInput(input, 'allowedIps') ?? null,
      limits: booleanInput(input, 'limits', true),
    },
    edition: readEdition(input),
    claimRules: {
      exchangeBoxLagMs: countInput(input, 'exchangeBoxLagMs', EXCHANGE_BOX_LAG_MS),
      acceptCancelsWhole: booleanInput(input, 'acceptCancelsWhole', false),
      cancelsByMinuteOnly: booleanInput(input, 'cancelsByMinuteOnly', false),
    },
    ackLagMs: countInput(input, 'ackLagMs', 0),
    listLagMs: countInput(input, 'listLagMs', 0),
    toDayIncluded: booleanInput(input, 'toDayIncluded', true),
    quiet: isQuiet,
    openedAt,
    random,
    ids,
    productBook: createProductBook(products.map((product) => inventedProduct(product, vendorId))),
    waiting: new Set(),
    reviewMs: isQuiet && input.reviewMs === undefined ? null : countInput(input, 'reviewMs', REVIEW_MS),
    productLagMs: countInput(input, 'productLagMs', 0),
    keptBack: new Set(),
    options,
    offers: openOfferBook(options.all, seed),
    boxes: createBoxBook(),
    invoiceUses: createInvoiceUses(),
    claims: createClaimBook(),
    claimIds: createClaimIds(shopNumber),
    claimRandom: createRandom(seed ^ CLAIM_STREAM),
    lagging: [],
  };
}

function readEdition(input: JsonObject): Edition {
  const edition = optionalTextInput(input, 'edition') ?? 'official';
  if (edition !== 'official' && edition !== 'guide')
    throw new ControlError('edition must be official or guide');
  return edition;
}

/** The key that a control body describes; whatever it leaves open is invented. */
export function newKey(input: JsonObject, random: Random, now: number): ApiKey {
  const hex = (length: number) => Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
  return {
    accessKey: optionalTextInput(input, 'accessKey') ?? [8, 4, 4, 4, 12].map(hex).join('-'),
    secretKey: optionalTextInput(input, 'secretKey') ?? hex(40),
    expiresAt: optionalInstantInput(input, 'keyExpiresAt') ?? now + KEY_LIFETIME_MS,
  };
}

function refuseDouble(market: Market, { name, vendorId, rules }: Shop): void {
  for (const other of market.shops.values()) {
    const isSame =
      other.name === name || other.vendorId === vendorId || other.rules.key.accessKey === rules.key.accessKey;
    if (isSame)
      throw new ControlError(`shop ${other.name} already has this name, vendorId or accessKey`, 409);
  }
}
