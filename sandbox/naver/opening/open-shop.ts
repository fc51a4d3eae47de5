import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  countInput,
  numberInput,
  objectInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import { createRandom, type Random } from '../../frame/random.ts';
import { createDocumentCache } from '../documents/document-cache.ts';
import type { SellerIdentity } from '../documents/line-document.ts';
import type { Ids } from '../orders/ids.ts';
import { createOrderBook } from '../orders/order-book.ts';
import { createApplication } from '../seller/application.ts';
import type { Channel, Shop } from '../seller/shop.ts';
import { isSecret } from '../seller/signature.ts';
import { createThrottle, OWN_STORE_RATE } from '../seller/throttle.ts';
import { createCatalog } from './catalog.ts';
import { populate } from './populate.ts';

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

const SALT_LETTERS = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const PUBLICATION_DELAY_MS = 5_000;

/** Opens a shop with an application, an assortment and orders in every state. */
export function openShop(body: unknown, { now, seed, ids, shopNumber }: Opening): OpenedShop {
  const input = objectInput(body);
  const random = createRandom(countInput(input, 'seed', seed) + shopNumber);
  const name = optionalTextInput(input, 'shop') ?? `smartstore-${shopNumber + 1}`;
  const clientId = optionalTextInput(input, 'clientId') ?? randomText(random, 22, SALT_LETTERS.slice(2));
  const clientSecret = optionalTextInput(input, 'clientSecret') ?? newSecret(random);
  if (!isSecret(clientSecret)) throw new ControlError('clientSecret must be a bcrypt salt of 29 characters');
  const days = numberInput(input, 'days', 10);
  if (days <= 0) throw new ControlError('days must be more than 0');
  const count = countInput(input, 'orders', 400);
  const products = countInput(input, 'products', 60, 99_999);
  if (products === 0) throw new ControlError('products must be at least 1');

  const cases = new Map<string, string[]>();
  const identity = newIdentity(random);
  const shop: Shop = {
    name,
    openedAt: now,
    rules: {
      publicationDelayMs: countInput(input, 'publicationDelayMs', PUBLICATION_DELAY_MS),
      isQuiet: booleanInput(input, 'quiet', false),
      dispatchNeedsConfirm: booleanInput(input, 'dispatchNeedsConfirm', false),
    },
    application: createApplication({
      clientId,
      clientSecret,
      allowedIps: optionalTextsInput(input, 'allowedIps'),
      now,
    }),
    throttle: createThrottle(booleanInput(input, 'limits', true) ? OWN_STORE_RATE : undefined),
    account: {
      accountId: `ncp_${randomText(random, 6, 'abcdefghijklmnopqrstuvwxyz0123456789')}_01`,
      accountUid: `ncp_2${randomText(random, 20, SALT_LETTERS.slice(2))}`,
      grade: 'POWER',
    },
    channels: newChannels(name, shopNumber),
    identity,
    catalog: createCatalog(products, shopNumber, random),
    book: createOrderBook(),
    documents: createDocumentCache(identity),
    ids,
    random,
    cases,
  };
  populate(shop, { count, days, now }, (caseName, { productOrders }) => {
    const known = cases.get(caseName) ?? [];
    known.push(...productOrders.map(({ productOrderId }) => productOrderId));
    cases.set(caseName, known);
  });
  return { shop, clientSecret };
}

/** A secret with bcrypt's lowest cost, as the real ones have. */
export function newSecret(random: Random): string {
  return `$2a$04$${randomText(random, 22, SALT_LETTERS)}`;
}

function randomText(random: Random, length: number, letters: string): string {
  const alphabet = [...letters];
  return Array.from({ length }, () => random.pick(alphabet)).join('');
}

function newIdentity(random: Random): SellerIdentity {
  return {
    mallId: `ncp_${randomText(random, 6, SALT_LETTERS.slice(2))}_01`,
    releaseAddress: {
      addressType: 'DOMESTIC',
      name: '물류팀',
      tel1: '0212345678',
      zipCode: '10881',
      baseAddress: '경기도 파주시 문발로 10',
      detailedAddress: '1층',
      isRoadNameAddress: true,
    },
  };
}

function newChannels(name: string, shopNumber: number): readonly Channel[] {
  const first = 500_123_456 + shopNumber * 10;
  const channel = (channelNo: number, channelType: Channel['channelType'], url: string): Channel => ({
    channelNo,
    channelType,
    name: channelType === 'WINDOW' ? `${name} 윈도` : name,
    url,
    representativeImageUrl: 'https://shop-phinf.pstatic.net/20261101_1/store.jpg',
    talkTalkAccountId: `w${channelNo}`,
  });
  return [
    channel(first, 'STOREFARM', `https://smartstore.naver.com/${encodeURIComponent(name)}`),
    channel(first + 1, 'WINDOW', `https://shopping.naver.com/window/${first + 1}`),
  ];
}
