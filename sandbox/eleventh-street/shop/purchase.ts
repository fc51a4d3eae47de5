import type { Random } from '../../frame/random.ts';
import { isBuyable, type Listing, type ListingOption, soldOption } from '../listings/listing.ts';
import type { Delivery, Order, OrderLine, SoldOption, Stage } from '../orders/line.ts';
import { dispatchDueAt, endOfDay } from '../time.ts';
import { conflict } from './act-input.ts';
import type { OddCase, OddCases } from './odd-cases.ts';
import { inventMemo, inventPerson, inventReceiver } from './people.ts';
import type { Shop } from './shop.ts';

const FEES = [0, 2_500, 3_000] as const;
const ISLAND_FEES = [3_000, 5_000] as const;
const PAYING_MS = [2_000, 40_000] as const;

interface CartItem {
  readonly option: SoldOption;
  readonly quantity: number;
  readonly addOnOf: string | null;
  readonly hasAddOn: boolean;
  /** Which of the order's deliveries it travels in. */
  readonly parcel: number;
}

/** What a story wants in its order; everything left out is as chance will have it. */
export interface Wish {
  readonly lines?: number;
  readonly quantity?: number;
  readonly price?: number;
  /** `prdStckNo` of the one thing that is bought. */
  readonly item?: string;
}

/** The cases that keep an order from being simply paid. */
const STAGES: readonly (readonly [OddCase, Stage])[] = [
  ['unpaid', '102'],
  ['gift_waiting', '200'],
  ['reserved', '201'],
];

/** Places one order, which is in the shop's book from then on and paid, if at all, by `paidBy`. */
export function placeOrder(
  shop: Shop,
  orderedAt: number,
  oddCases: OddCases,
  wish: Wish = {},
  paidBy = Number.POSITIVE_INFINITY,
): Order {
  const { random, ids } = shop;
  const stage = STAGES.find(([oddCase]) => oddCases.has(oddCase))?.[1] ?? '202';
  const paidAt = stage === '102' ? null : Math.min(paidBy, orderedAt + random.int(...PAYING_MS));
  const buyer = inventPerson(random, oddCases.has('awkward_text'));
  const person = oddCases.has('gift') ? inventPerson(random, false) : buyer;
  const phones = oddCases.has('blank_phones') ? { phone: '--', mobile: '--' } : {};
  const receiver = inventReceiver(random, { ...person, ...phones }, oddCases.has('island'));
  const order: Order = {
    ordNo: ids.order(orderedAt),
    orderedAt,
    paidAt,
    buyer,
    receiver: stage === '200' ? null : receiver,
    memo: inventMemo(random, oddCases.has('awkward_text')),
    memberId: `${random.pick(['moon', 'sunny', 'haru', 'byeol', 'namu'])}***`,
    memberNo: `1${String(random.int(0, 9_999_999)).padStart(7, '0')}`,
    media: random.chance(0.8) ? 'MOBILE' : 'PC',
    isGift: oddCases.has('gift') || stage === '200',
    isGlobal: oddCases.has('global'),
    isToday: oddCases.has('today_dispatch'),
    visitCode: oddCases.has('visit') ? String(random.int(100_000, 999_999)) : null,
    lines: [],
    penaltyPoints: 0,
    guideStatus: '',
    guideSince: paidAt ?? orderedAt,
    oddCases: [...oddCases],
  };
  fillOrder(shop, order, stage, fillCart(shop, oddCases, wish, orderedAt >= shop.openedAt), oddCases);
  shop.book.add(order);
  return order;
}

function fillOrder(
  shop: Shop,
  order: Order,
  stage: Stage,
  cart: readonly CartItem[],
  oddCases: OddCases,
): void {
  const since = order.paidAt ?? order.orderedAt;
  const deliveries = new Map<number, Delivery>();
  for (const { option, quantity, addOnOf, hasAddOn, parcel } of cart) {
    const isBundle = cart.filter((item) => item.parcel === parcel).length > 1;
    const delivery = deliveries.get(parcel) ?? newDelivery(shop, isBundle, oddCases);
    deliveries.set(parcel, delivery);
    const line: OrderLine = {
      order,
      seq: order.lines.length + 1,
      delivery,
      option,
      quantity,
      ...discountsOf(option, oddCases, shop.random),
      addOnOf,
      hasAddOn,
      stage,
      status: stage,
      since,
      canceled: 0,
      returned: 0,
      confirmedAt: null,
      sentAt: null,
      deliveredAt: null,
      decidedAt: null,
      decidedByTime: false,
      dueAt: order.isToday ? endOfDay(since) : dispatchDueAt(since),
      delayedTo: null,
      parcels: [],
      claims: [],
      nonDelivery: null,
      confirmsApplied: 0,
      invoicesRegistered: 0,
      revision: 0,
    };
    order.lines.push(line);
  }
}

function newDelivery({ ids, random }: Shop, isBundle: boolean, oddCases: OddCases): Delivery {
  const fee = random.pick(FEES);
  const isIsland = oddCases.has('island');
  return {
    dlvNo: ids.delivery(),
    isBundle,
    bundleSeq: ids.bundle(),
    fee,
    feeType: fee === 0 ? '03' : '01',
    islandFee: isIsland ? random.pick(ISLAND_FEES) : 0,
    islandFeeType: oddCases.has('gift') ? '04' : '01',
  };
}

/** Takes goods off the shelf. What was bought before the shop opened is not counted any more. */
type Take = (option: ListingOption, quantity: number) => number;

const SOLD_LONG_AGO: Take = (_option, quantity) => quantity;

/** A buyer gets what is there, and no more. */
const takeFromShelf: Take = (option, quantity) => {
  const taken = Math.min(quantity, option.quantity);
  option.quantity -= taken;
  option.sold += taken;
  return taken;
};

function fillCart(shop: Shop, oddCases: OddCases, wish: Wish, isNow: boolean): readonly CartItem[] {
  const { random, listings, keptBack } = shop;
  const take = isNow ? takeFromShelf : SOLD_LONG_AGO;
  if (wish.item !== undefined) return [oneItem(shop, wish.item, wish)];
  const parcels = oddCases.has('several_deliveries') ? 2 : 1;
  const usual = oddCases.has('several_lines') || parcels > 1 ? random.int(2, 4) : 1;
  const quantity = () => wish.quantity ?? (oddCases.has('several_units') ? random.int(2, 6) : 1);
  const all =
    keptBack.size === 0 ? listings.all() : listings.all().filter(({ prdNo }) => !keptBack.has(prdNo));
  const wanted = listingsFor(all, oddCases);
  return Array.from({ length: wish.lines ?? usual }, (_, index) => index).flatMap((index) => {
    const { listing, option } = pickBuyable(random, index === 0 ? wanted : all, isNow);
    const hasAddOn = index === 0 && oddCases.has('add_on') && listing.addOn !== null;
    const sold = soldOption(listing, option);
    const item: CartItem = {
      option: wish.price === undefined ? sold : { ...sold, price: wish.price, optionPrice: 0 },
      quantity: take(option, quantity()),
      addOnOf: null,
      hasAddOn,
      parcel: index % parcels,
    };
    return [item, ...(index === 0 ? alongWith(item, { listing, option }, oddCases, take) : [])];
  });
}

/** One buyer's wish for one thing, which the shop must have in that number. */
function oneItem({ listings }: Shop, stockNo: string, { quantity = 1, price }: Wish): CartItem {
  const found = listings.option(stockNo);
  if (found === undefined) conflict(`there is no item ${stockNo}`);
  const { listing, option } = found;
  if (!isBuyable(listing) || option.quantity < quantity)
    conflict('it cannot be bought, or not so many of it');
  const sold = soldOption(listing, option);
  return {
    option: price === undefined ? sold : { ...sold, price, optionPrice: 0 },
    quantity: takeFromShelf(option, quantity),
    addOnOf: null,
    hasAddOn: false,
    parcel: 0,
  };
}

interface Chosen {
  readonly listing: Listing;
  readonly option: ListingOption;
}

function pickBuyable(random: Random, from: readonly Listing[], isNow: boolean): Chosen {
  const first = random.pick(from);
  const listing = !isNow || isBuyable(first) ? first : random.pick(open(from.filter(isBuyable)));
  const option = random.pick(listing.options);
  if (!isNow || option.quantity > 0) return { listing, option };
  return { listing, option: random.pick(open(listing.options.filter(({ quantity }) => quantity > 0))) };
}

function open<T>(some: readonly T[]): readonly T[] {
  return some.length > 0 ? some : conflict('nothing is on sale');
}

function listingsFor(listings: readonly Listing[], oddCases: OddCases): readonly Listing[] {
  const wanted = listings.filter(
    ({ addOn, options }) =>
      (!oddCases.has('add_on') || addOn !== null) &&
      (!oddCases.has('same_product_twice') || options.length > 1),
  );
  return wanted.length > 0 ? wanted : listings;
}

// The add-on of a product, and another option of it, go into the same delivery.
function alongWith(
  { hasAddOn, quantity, parcel }: CartItem,
  { listing, option }: Chosen,
  oddCases: OddCases,
  take: Take,
): readonly CartItem[] {
  const twin = listing.options.find((other) => other !== option && other.quantity > 0);
  const addOn = hasAddOn ? listing.addOn : null;
  return [
    ...(addOn === null ? [] : [{ option: addOn, quantity, addOnOf: listing.prdNo, hasAddOn: false, parcel }]),
    ...(oddCases.has('same_product_twice') && twin !== undefined
      ? [
          {
            option: soldOption(listing, twin),
            quantity: take(twin, quantity),
            addOnOf: null,
            hasAddOn: false,
            parcel,
          },
        ]
      : []),
  ];
}

function discountsOf({ price }: SoldOption, oddCases: OddCases, random: Random) {
  if (!oddCases.has('discounted')) return { sellerDiscount: 0, couponDiscount: 0 };
  const tenth = Math.floor(price / 100) * 10;
  return { sellerDiscount: tenth, couponDiscount: random.chance(0.5) ? 500 : 0 };
}
