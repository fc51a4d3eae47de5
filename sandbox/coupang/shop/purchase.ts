import { ControlError } from '../../frame/control-error.ts';
import type { Random } from '../../frame/random.ts';
import type { Box, BoxItem, SoldOption } from '../orders/box.ts';
import { formatDay } from '../time.ts';
import type { OddCase } from './odd-cases.ts';
import {
  inventAddress,
  inventAwkwardName,
  inventMessage,
  inventName,
  inventSafeNumber,
  inventUnit,
} from './people.ts';
import type { Shop } from './shop.ts';

const PLACES_OF_PURCHASE = ['아이폰앱', '안드로이드앱', 'PC웹', '모바일웹'] as const;
const DELIVERY_FEES = [0, 0, 2_500, 3_000] as const;
const REMOTE_FEES = [3_000, 5_000] as const;
const DAY_MS = 24 * 3_600_000;

type OddCases = ReadonlySet<OddCase>;
type Buyer = Pick<Box, 'orderer' | 'receiver' | 'parcelPrintMessage' | 'customsCode'>;

/** How many of an option a buyer may have; none where it is sold out or off sale. */
export type Left = (option: SoldOption) => number;

/** What Coupang would sell now. */
export function leftNow({ offers }: Shop): Left {
  return ({ vendorItemId }) => {
    const offer = offers.get(vendorItemId);
    return offer === undefined || offer.deleted || !offer.onSale ? 0 : offer.amountInStock;
  };
}

/** What somebody who comes by chance may have of it. */
export function leftByChance(shop: Shop): Left {
  const left = leftNow(shop);
  return (option) => (shop.keptBack.has(option.sellerProductId) ? 0 : left(option));
}

/** In the past there was enough of everything. */
export const PLENTY: Left = () => Number.POSITIVE_INFINITY;

/** Places one order: its boxes in ACCEPT, not yet in the shop's book. None where nothing is left to buy. */
export function placeOrder(
  shop: Shop,
  orderedAt: number,
  paidAt: number,
  oddCases: OddCases,
  left: Left,
): readonly Box[] {
  const { random, ids } = shop;
  const orderId = ids.order();
  const buyer = inventBuyer(random, oddCases);
  const isRemote = oddCases.has('remote_area');
  const boxCount = oddCases.has('several_boxes') ? random.int(2, 3) : 1;
  const sold = new Set<string>();
  const contents = Array.from({ length: boxCount }, () =>
    chooseItems(shop, orderedAt, oddCases, { sold, left }),
  );
  return contents
    .filter((items) => items.length > 0)
    .map((items) => ({
      shipmentBoxId: ids.shipmentBox(),
      orderId,
      orderedAt,
      paidAt,
      listedFrom: paidAt + shop.listLagMs,
      status: 'ACCEPT',
      ...buyer,
      shippingPrice: random.pick(DELIVERY_FEES),
      remoteArea: isRemote,
      remotePrice: isRemote ? random.pick(REMOTE_FEES) : random.chance(0.1) ? null : 0,
      splitShipping: false,
      items,
      invoice: null,
      inTransitAt: null,
      deliveredAt: null,
      refer: random.pick(PLACES_OF_PURCHASE),
      isCod: oddCases.has('cash_on_delivery'),
      history: [{ status: 'ACCEPT', at: paidAt }],
      acknowledgement: { attempts: 0, applied: 0 },
      registrations: [],
      oddCases: [...oddCases],
    }));
}

/** What a story sells. */
export interface StoryGoods {
  readonly lines: number;
  readonly quantity: number;
  /** The price of one unit; undefined for what the options cost. */
  readonly price: number | undefined;
  /** The option to begin with, at the price it has; undefined for any. */
  readonly item?: string | undefined;
}

// Above the fast refund (sheet §3.4), so that a return goes all of its way.
const STORY_PRICE = 129_000;

/** Places one ordinary order of so many options in one box, paid now. */
export function placeStoryOrder(shop: Shop, now: number, goods: StoryGoods): Box {
  const left = goods.item === undefined ? leftByChance(shop) : leftNow(shop);
  const [box] = placeOrder(shop, now, now, new Set(), left);
  const [first] = box?.items ?? [];
  const enough = shop.options.all.filter((option) => left(option) >= goods.quantity);
  const wanted = enough.filter(
    ({ vendorItemId }) => vendorItemId === (goods.item ?? first?.option.vendorItemId),
  );
  const options = [...new Set([...wanted, ...enough])].slice(0, goods.lines);
  const isSoldOut = options.length < goods.lines || (goods.item !== undefined && wanted.length === 0);
  if (box === undefined || first === undefined || isSoldOut)
    throw new ControlError('not so much is left to buy', 409);
  const items = options.map((option) => ({
    ...first,
    option: { ...option, price: goods.price ?? (goods.item === undefined ? STORY_PRICE : option.price) },
    shippingCount: goods.quantity,
  }));
  return { ...box, items };
}

function inventBuyer(random: Random, oddCases: OddCases): Buyer {
  const isAwkward = oddCases.has('awkward_text');
  const name = isAwkward ? inventAwkwardName(random) : inventName(random);
  const isGift = random.chance(0.15);
  const safeNumber = inventSafeNumber(random);
  return {
    orderer: { name: isGift ? inventName(random) : name, safeNumber },
    receiver: {
      name,
      safeNumber: oddCases.has('no_safe_number') ? null : safeNumber,
      ...inventAddress(random, oddCases.has('remote_area')),
      addr2: oddCases.has('no_addr2') ? '' : inventUnit(random),
    },
    parcelPrintMessage: inventMessage(random, isAwkward),
    customsCode: oddCases.has('from_overseas')
      ? `P${random.int(100_000, 999_999)}${random.int(100_000, 999_999)}`
      : '',
  };
}

// An order holds a vendor item once at most: orderId + vendorItemId names a line for good (sheet §7).
function chooseItems(
  shop: Shop,
  orderedAt: number,
  oddCases: OddCases,
  { sold, left }: { readonly sold: Set<string>; readonly left: Left },
): readonly BoxItem[] {
  const { random, options } = shop;
  const further = oddCases.has('several_items') ? random.int(1, 3) : 0;
  const pools = [optionsFor(shop, oddCases), ...Array.from({ length: further }, () => options.all)];
  return pools.flatMap((pool) => {
    const unsold = [pool, options.all].map((some) =>
      some.filter((option) => !sold.has(option.vendorItemId) && left(option) > 0),
    );
    const choice = unsold.find((some) => some.length > 0);
    if (choice === undefined) return [];
    const option = random.pick(choice);
    sold.add(option.vendorItemId);
    const price = shop.offers.get(option.vendorItemId)?.salePrice ?? option.price;
    const atPrice = price === option.price ? option : { ...option, price };
    const item = sellItem(atPrice, orderedAt, oddCases, random);
    return [{ ...item, shippingCount: Math.min(item.shippingCount, left(option)) }];
  });
}

function optionsFor({ options }: Shop, oddCases: OddCases): readonly SoldOption[] {
  if (oddCases.has('bundle_option')) return options.bundles;
  if (oddCases.has('tax_free')) return options.taxFree;
  return oddCases.has('no_sku') ? options.withoutSku : options.all;
}

function sellItem(option: SoldOption, orderedAt: number, oddCases: OddCases, random: Random): BoxItem {
  const shippingCount = oddCases.has('several_units') ? random.int(2, 6) : 1;
  const coupon = () => (random.chance(0.6) ? Math.floor((option.price * random.int(1, 10)) / 1_000) * 10 : 0);
  const isDiscounted = oddCases.has('discounted');
  return {
    option,
    shippingCount,
    cancelCount: 0,
    holdCountForCancel: 0,
    returnCount: 0,
    parcels: [],
    instantCouponDiscount: isDiscounted ? 10 + coupon() : 0,
    downloadableCouponDiscount: isDiscounted ? coupon() : 0,
    coupangDiscount: isDiscounted ? coupon() : 0,
    estimatedShippingDate: formatDay(orderedAt + 2 * DAY_MS),
    plannedShippingDate: '',
    invoiceUploadedAt: null,
    confirmedAt: null,
    madeToOrder: oddCases.has('made_to_order')
      ? { header: '각인 문구', values: ['사랑하는 "지민"에게', '2026.11'] }
      : null,
  };
}
