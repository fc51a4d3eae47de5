import type { Random } from '../../frame/random.ts';
import type { Address } from '../orders/address.ts';
import type { DeliveryFee, Discounts, Goods, Order, ProductOrder } from '../orders/product-order.ts';
import type { Product, ProductOption, Supplement } from '../seller/product.ts';
import type { Shop } from '../seller/shop.ts';
import { DAY_MS, kstDay } from '../wire/time.ts';
import { chooseOption, chooseProduct, takeFromStock } from './choosing.ts';
import { foreignAddress, islandAddress, mainlandAddress, orderer, shippingMemo } from './people.ts';

/** What is special about a buyer's order; everything left out is as usual. */
export interface Wish {
  readonly lines?: number;
  readonly packages?: number;
  readonly quantity?: number;
  /** The price of one piece, without discounts. */
  readonly price?: number;
  readonly destination?: 'mainland' | 'island' | 'abroad';
  readonly telephone?: 'absent' | 'empty';
  readonly isGift?: boolean;
  readonly isDirectLogistics?: boolean;
  readonly isDiscounted?: boolean;
  readonly hasSupplement?: boolean;
  readonly hasHopeDelivery?: boolean;
  readonly channelIndex?: number;
  readonly wants?: (product: Product) => boolean;
  /** The option, add-on or product that is bought; any when absent. */
  readonly item?: string;
  /** It was bought before the stock of today was counted: nothing is taken from it. */
  readonly isPast?: boolean;
}

interface CartItem {
  readonly goods: Goods;
  readonly quantity: number;
  readonly discounts: Discounts;
  readonly parcel: number;
}

const PAYMENT_DAYS = 3;
const FREE_DELIVERY_FROM = 50_000;
const DELIVERY_FEE = 3_000;
const ISLAND_SURCHARGE = 3_000;
const NO_DISCOUNTS: Discounts = { immediate: 0, coupon: 0, multiplePurchase: 0 };
const PAYMENT_MEANS = ['신용카드', '신용카드 간편결제', '포인트/머니결제', '계좌 간편결제', '휴대폰'];

/** A buyer fills a cart and orders it; the order waits for payment. */
export function placeOrder(shop: Shop, wish: Wish, at: number): Order {
  const { random, ids, book } = shop;
  const isGift = wish.isGift ?? false;
  const order: Order = {
    orderId: ids.next(at),
    orderer: orderer(random),
    orderedAt: at,
    paymentDueAt: at + PAYMENT_DAYS * DAY_MS,
    paymentMeans: random.pick(PAYMENT_MEANS),
    payLocationType: random.chance(0.8) ? 'MOBILE' : 'PC',
    isMember: random.chance(0.4),
    isGift,
    mileageAmount: random.chance(0.2) ? random.int(1, 20) * 100 : 0,
    otherSellersAmount: random.chance(0.1) ? random.int(10, 400) * 100 : 0,
    productOrders: [],
  };
  const receiver = isGift ? undefined : receiverFor(wish, random);
  const memo = shippingMemo(random);
  const items = fillCart(shop, wish);
  const packageNumbers = Array.from({ length: wish.packages ?? 1 }, () => ids.next(at));
  const channel =
    shop.channels[wish.channelIndex ?? (random.chance(0.1) ? 1 : 0)] ?? random.pick(shop.channels);
  for (const item of items) {
    const { goods, quantity, discounts, parcel } = item;
    const line: ProductOrder = {
      order,
      productOrderId: ids.next(at),
      goods,
      quantity,
      discounts,
      fee: feeOf(
        items.filter((other) => other.parcel === parcel),
        wish,
      ),
      packageNumber: packageNumbers[parcel] ?? order.orderId,
      merchantChannelId: String(channel.channelNo),
      isDirectLogistics: wish.isDirectLogistics ?? false,
      customsCode:
        wish.destination === 'abroad' ? `P${random.int(100_000_000_000, 999_999_999_999)}` : undefined,
      hopeDelivery: wish.hasHopeDelivery
        ? { region: '수도권', additionalFee: 0, ymd: kstDay(at + 5 * DAY_MS), hm: '1400', changedAt: at }
        : undefined,
      shippingMemo: memo,
      status: 'PAYMENT_WAITING',
      placeOrderStatus: 'NOT_YET',
      remainQuantity: quantity,
      receiver,
      receiverAddressChanged: false,
      endedClaims: [],
      lastChange: { type: 'PAY_WAITING', at },
      movedAt: at,
      revision: 0,
      invoicesRegistered: 0,
      confirmsApplied: 0,
    };
    order.productOrders.push(line);
  }
  book.add(order);
  return order;
}

function fillCart(shop: Shop, wish: Wish): readonly CartItem[] {
  const { random } = shop;
  const packages = wish.packages ?? 1;
  const cart: CartItem[] = [];
  const count = wish.lines ?? usualLines(random);
  for (let at = 0; at < count; at += 1) {
    const least = wish.quantity ?? 1;
    const product = chooseProduct(shop, wish, least);
    const option = chooseOption(product, wish, least, random);
    const goods = pricedGoods(productGoods(product, option), wish);
    const left = wish.isPast ? Number.POSITIVE_INFINITY : (option?.left ?? product.left);
    const quantity = Math.min(left, wish.quantity ?? (random.chance(0.8) ? 1 : random.int(2, 5)));
    const discounts = discountsOf(goods, quantity, wish, random);
    cart.push({ goods, quantity, discounts, parcel: at % packages });
    if (!wish.isPast) takeFromStock(shop.products, goods.optionCode ?? goods.originalProductId, quantity);
    const [supplement] = product.supplements;
    if (wish.hasSupplement && at === 0 && supplement !== undefined) {
      cart.push({ goods: extraGoods(goods, supplement), quantity: 1, discounts: NO_DISCOUNTS, parcel: 0 });
      if (!wish.isPast) takeFromStock(shop.products, supplement.id, 1);
    }
  }
  return cart;
}

function extraGoods(goods: Goods, { id, text, price }: Supplement): Goods {
  return {
    ...goods,
    productClass: '추가구성상품',
    productOption: text,
    optionCode: id,
    optionManageCode: undefined,
    unitPrice: price,
    optionPrice: 0,
  };
}

function usualLines(random: Random): number {
  const roll = random.next();
  if (roll < 0.65) return 1;
  return roll < 0.9 ? 2 : 3;
}

function productGoods(product: Product, option: ProductOption | undefined): Goods {
  return {
    productId: product.channelProductNo,
    originalProductId: product.originProductNo,
    productClass: option === undefined ? '단일상품' : '조합형옵션상품',
    productName: product.name,
    productOption: option?.text,
    optionCode: option?.id,
    optionManageCode: option?.manageCode,
    sellerProductCode: product.sellerCode,
    taxType: product.taxType,
    storageType: product.storageType,
    unitPrice: product.salePrice,
    optionPrice: option?.priceDelta ?? 0,
  };
}

function pricedGoods(goods: Goods, { price }: Wish): Goods {
  return price === undefined ? goods : { ...goods, unitPrice: price, optionPrice: 0 };
}

function discountsOf(goods: Goods, quantity: number, wish: Wish, random: Random): Discounts {
  const price = (goods.unitPrice + goods.optionPrice) * quantity;
  const tenth = Math.floor(price / 100) * 10;
  if (wish.price !== undefined) return NO_DISCOUNTS;
  if (wish.isDiscounted) return { immediate: tenth, coupon: 1_000, multiplePurchase: 500 };
  return random.chance(0.3) ? { immediate: tenth, coupon: 0, multiplePurchase: 0 } : NO_DISCOUNTS;
}

function feeOf(items: readonly CartItem[], { destination }: Wish): DeliveryFee {
  const price = items.reduce(
    (sum, { goods, quantity }) => sum + (goods.unitPrice + goods.optionPrice) * quantity,
    0,
  );
  const isFree = price >= FREE_DELIVERY_FROM;
  return {
    policy: '조건별무료',
    payment: isFree ? '무료' : '선결제',
    amount: isFree ? 0 : DELIVERY_FEE,
    discount: 0,
    section: destination === 'island' ? ISLAND_SURCHARGE : 0,
  };
}

function receiverFor({ destination, telephone }: Wish, random: Random): Address {
  const address = addressFor(destination, random);
  switch (telephone) {
    case 'absent':
      return { ...address, tel1: undefined };
    case 'empty':
      return { ...address, tel1: '' };
    default:
      return address;
  }
}

function addressFor(destination: Wish['destination'], random: Random): Address {
  switch (destination) {
    case 'island':
      return islandAddress(random);
    case 'abroad':
      return foreignAddress(random);
    default:
      return mainlandAddress(random);
  }
}
