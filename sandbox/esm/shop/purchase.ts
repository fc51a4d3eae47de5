import type { Random } from '../../frame/random.ts';
import { pay } from '../orders/fulfilment.ts';
import { type Cart, ORDER_STATUS, type Order } from '../orders/order.ts';
import type { Site } from '../sites.ts';
import { DAY_MS, SECOND_MS } from '../time.ts';
import type { Goods, GoodsOption } from './goods.ts';
import { inventMemo, inventReceiver, personName, virtualNumber } from './people.ts';
import type { Shop } from './shop.ts';

const SHIPPING_FEES = [0, 2_500, 3_000] as const;
const REMOTE_FEE = 3_000;
const GIFT_DAYS = 7;
const DEPOSIT_DAYS = 3;

/** What a buyer buys; whatever is left open is drawn. */
export interface Purchase {
  readonly site?: Site;
  readonly lines?: number;
  readonly quantity?: number;
  readonly price?: number;
  readonly isGift?: boolean;
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
  const taken = new Set(cart.orders.map(({ goods }) => goods.siteGoodsNo));
  const ofSite = shop.goods.filter(({ site }) => site === cart.site);
  const others = ofSite.filter(({ siteGoodsNo }) => !taken.has(siteGoodsNo));
  const { goods, option: drawn } = choose(others.length > 0 ? others : ofSite, random);
  const unitPrice = wish.price ?? goods.price;
  const option = drawn === null || wish.price === undefined ? drawn : { ...drawn, extra: 0 };
  const quantity = wish.quantity ?? (random.chance(0.15) ? random.int(2, 5) : 1);
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

function choose(
  pool: readonly Goods[],
  random: Random,
): { readonly goods: Goods; readonly option: GoodsOption | null } {
  const onSale = pool.filter(({ soldOut }) => !soldOut);
  const goods = random.pick(onSale.length > 0 ? onSale : pool);
  if (goods.options.length === 0) return { goods, option: null };
  const options = goods.options.filter(({ text }) => !goods.soldOutOptions.has(text));
  return { goods, option: random.pick(options.length > 0 ? options : goods.options) };
}
