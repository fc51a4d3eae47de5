import type { Random } from '../../frame/random.ts';
import { pay } from '../orders/fulfilment.ts';
import { type Cart, ORDER_STATUS, type Order } from '../orders/order.ts';
import {
  goodsAt,
  goodsOption,
  isForSale,
  leftOf,
  type Product,
  type ProductOption,
  type SiteSale,
  take,
} from '../products/product.ts';
import type { Site } from '../sites.ts';
import { DAY_MS, SECOND_MS } from '../time.ts';
import { inventMemo, inventReceiver, personName, virtualNumber } from './people.ts';
import type { Shop } from './shop.ts';

const SHIPPING_FEES = [0, 2_500, 3_000] as const;
const REMOTE_FEE = 3_000;
const GIFT_DAYS = 7;
const DEPOSIT_DAYS = 3;

/** A product, or one of its options. */
export interface Wanted {
  readonly product: Product;
  readonly option: ProductOption | null;
}

/** What a buyer buys; whatever is left open is drawn. */
export interface Purchase {
  readonly site?: Site;
  readonly lines?: number;
  readonly quantity?: number;
  readonly price?: number;
  readonly isGift?: boolean;
  /** What he wants; he takes anything that is there when left out. */
  readonly wanted?: Wanted;
  /** False when nobody pays by a deposit that is still to come. */
  readonly isDeposit?: boolean;
  /** Nothing unusual: no gift, no deposit to wait for, no goods in the site's warehouse. */
  readonly isPlain?: boolean;
}

/** Places one cart. It is paid a few seconds after `orderedAt`, though not after `paidBy`, unless a deposit is awaited. */
export function purchase(shop: Shop, orderedAt: number, paidBy: number, wish: Purchase = {}): Cart {
  const { random, ids } = shop;
  const site = wish.site ?? (random.chance(0.55) ? 'gmarket' : 'auction');
  const odd = wish.isPlain ? 1 : random.next();
  const isGift = wish.isGift ?? (site === 'gmarket' && odd < 0.03);
  const isDeposit = wish.isDeposit !== false && !isGift && odd >= 0.03 && odd < 0.05;
  const isRemote = random.chance(0.04);
  const cart: Cart = {
    payNo: ids.payment(),
    groupNo: ids.group(),
    site,
    orders: [],
    orderedAt,
    depositDueAt: isDeposit ? orderedAt + DEPOSIT_DAYS * DAY_MS : null,
    buyer: {
      name: personName(random),
      id: `${random.pick(['hub', 'kim', 'shop', 'moon'])}*****`,
      phone: virtualNumber(random),
    },
    shippingFee: random.pick(SHIPPING_FEES),
    remoteFee: isRemote ? REMOTE_FEE : 0,
    memo: inventMemo(random),
    customsId: random.chance(0.02) ? `P${random.int(100_000, 999_999)}${random.int(100_000, 999_999)}` : null,
    gift: isGift ? { dueAt: orderedAt + GIFT_DAYS * DAY_MS, acceptedAt: null } : null,
    receiver: inventReceiver(random, isRemote),
    paidAt: null,
    addressChanged: false,
  };
  const isWarehouse = !isGift && odd >= 0.05 && odd < 0.06;
  const lines = wish.lines ?? (random.chance(0.12) ? random.int(2, 3) : 1);
  for (let line = 0; line < lines; line += 1) cart.orders.push(drawOrder(shop, cart, wish, isWarehouse));
  if (!isDeposit) pay(cart, Math.min(Math.max(orderedAt, paidBy), orderedAt + random.int(2, 40) * SECOND_MS));
  shop.book.put(cart);
  return cart;
}

function drawOrder(shop: Shop, cart: Cart, wish: Purchase, isWarehouse: boolean): Order {
  const { random, ids } = shop;
  const {
    product,
    sale,
    option: chosen,
  } = wish.wanted === undefined ? choose(shop, cart, wish.quantity ?? 1) : onSite(wish.wanted, cart.site);
  const goods = goodsAt(product, cart.site, sale);
  const drawn = chosen === null ? null : goodsOption(product.choice, chosen);
  const unitPrice = wish.price ?? goods.price;
  const option = drawn === null || wish.price === undefined ? drawn : { ...drawn, extra: 0 };
  const quantity = wish.quantity ?? quantityOf(random, leftOf(product, cart.site, chosen));
  // What was sold before the shop opened is not among what is left.
  if (cart.orderedAt >= shop.openedAt) take(product, cart.site, chosen, quantity);
  const discount = (chance: number) =>
    wish.price === undefined && random.chance(chance)
      ? Math.floor((unitPrice * quantity * random.int(2, 10)) / 10_000) * 100
      : 0;
  return {
    orderNo: ids.order(cart.site),
    cart,
    goods,
    option,
    unitPrice,
    quantity,
    sellerDiscount: discount(0.3),
    siteDiscount: discount(0.2),
    distribution: isWarehouse ? 'TL' : 'NL',
    claims: [],
    status: ORDER_STATUS.waiting,
    changedAt: cart.orderedAt,
    dueAt: null,
    expectedAt: null,
    confirmedAt: null,
    parcel: null,
    registrations: 0,
    corrections: 0,
    sentAt: null,
    deliveredAt: null,
    decidedAt: null,
    remittedAt: null,
    nonReceipt: null,
    confirmations: 0,
  };
}

/** Nobody orders more than there is. */
function quantityOf(random: Random, left: number): number {
  const drawn = random.chance(0.15) ? random.int(2, 5) : 1;
  return Math.max(1, Math.min(drawn, left));
}

interface Chosen extends Wanted {
  readonly sale: SiteSale;
}

function onSite({ product, option }: Wanted, site: Site): Chosen {
  const sale = product.sites[site];
  if (sale === undefined) throw new RangeError(`${product.goodsNo} is not on ${site}`);
  return { product, option, sale };
}

/** Something that is for sale; a shop that has sold out of everything goes on as if it had not. */
function choose({ catalogue, keptBack, random }: Shop, cart: Cart, quantity: number): Chosen {
  const { site, orders } = cart;
  const taken = new Set(orders.map(({ goods }) => goods.goodsNo));
  const ofSite = catalogue
    .products()
    .filter(({ goodsNo, sites }) => sites[site] !== undefined && !keptBack.has(goodsNo));
  const others = ofSite.filter(({ goodsNo }) => !taken.has(goodsNo));
  const pool = others.length > 0 ? others : ofSite;
  const onSale = pool.filter((product) => isOffered(product, site, quantity));
  const product = random.pick(onSale.length > 0 ? onSale : pool);
  const { options } = product.choice;
  if (options.length === 0) return onSite({ product, option: null }, site);
  const left = options.filter((option) => leftOf(product, site, option) >= quantity);
  return onSite({ product, option: random.pick(left.length > 0 ? left : options) }, site);
}

function isOffered(product: Product, site: Site, quantity: number): boolean {
  const { options } = product.choice;
  return options.length === 0
    ? isForSale(product, site, null, quantity)
    : options.some((option) => isForSale(product, site, option, quantity));
}
