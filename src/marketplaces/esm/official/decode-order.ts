import type { OrderLineSnapshot, OrderSnapshot, PackageSnapshot } from '../../../domain/order.ts';
import {
  asFields,
  type Fields,
  idAt,
  integerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { type Site, sitedId } from '../site.ts';
import { statusOf } from './statuses.ts';
import {
  momentAt,
  optionalCodeAt,
  optionalMomentAt,
  optionalTrimmedAt,
  personOf,
  signedWonAt,
  wonAt,
  wonOrNoneAt,
} from './values.ts';

const PERSONAL = [
  ...['BuyerName', 'BuyerId', 'BuyerMobileTel', 'BuyerTel', 'ReceiverName', 'HpNo', 'TelNo', 'ZipCode'],
  ...['DelFrontAddress', 'DelBackAddress', 'DelFullAddress', 'DelMemo', 'InfoCin'],
];

/**
 * Reads a row of an order list (sheet §3.4) with canonical keys. An order number is one line, and it is the only
 * number that every call and every claim names: `PayNo`, which groups a cart, can be looked up at Gmarket alone
 * and stands in no status answer. So each number is an order of its own. Throws UnreadableError.
 */
export function decodeOrder(row: unknown, site: Site): OrderSnapshot {
  const order = asFields(row, 'RequestOrders');
  const { rest, personal } = cutPersonal(order, PERSONAL);
  const number = idAt(order, 'OrderNo');
  return {
    nativeOrderId: sitedId(site, number),
    orderedAt: momentAt(order, 'OrderDate'),
    paidAt: optionalMomentAt(order, 'PayDate'),
    currency: 'KRW',
    packages: [packageOf(order, number, personal)],
    lines: [lineOf(order, number, rest)],
    complete: true,
  };
}

function packageOf(
  order: Fields,
  number: string,
  personal: Readonly<Record<string, unknown>>,
): PackageSnapshot {
  const remoteAreaFee =
    wonOrNoneAt(order, 'BackwoodsAddDeliveryFee') + wonOrNoneAt(order, 'JejuAddDeliveryFee');
  return {
    key: number,
    shippingFee: wonOrNoneAt(order, 'ShippingFee'),
    remoteAreaFee,
    remoteArea: remoteAreaFee > 0 ? true : null,
    contact: {
      orderer: personOf(optionalTextAt(order, 'BuyerName'), [
        optionalTrimmedAt(order, 'BuyerMobileTel'),
        optionalTrimmedAt(order, 'BuyerTel'),
      ]),
      receiver: personOf(optionalTextAt(order, 'ReceiverName'), [
        optionalTrimmedAt(order, 'HpNo'),
        optionalTrimmedAt(order, 'TelNo'),
      ]),
      postalCode: optionalTrimmedAt(order, 'ZipCode'),
      address: optionalTrimmedAt(order, 'DelFrontAddress') ?? optionalTrimmedAt(order, 'DelFullAddress'),
      addressDetail: optionalTrimmedAt(order, 'DelBackAddress'),
      deliveryNote: optionalTextAt(order, 'DelMemo'),
      customsCode: optionalTextAt(order, 'InfoCin'),
      native: personal,
    },
    native: {},
  };
}

function lineOf(order: Fields, number: string, native: Fields): OrderLineSnapshot {
  const nativeStatus = idAt(order, 'OrderStatus');
  const goods = idAt(order, 'SiteGoodsNo');
  const options = optionsAt(order, 'ItemOptionSelectList');
  const quantity = integerAt(order, 'ContrAmount');
  if (quantity < 1) throw new UnreadableError('ContrAmount', 'a quantity', quantity);
  return {
    nativeLineId: number,
    packageKey: number,
    nativeItemId: options.reduce((id, { code, value }) => `${id}:${code ?? value}`, goods),
    nativeProductId: goods,
    status: statusOf(nativeStatus),
    nativeStatus,
    productName: textAt(order, 'GoodsName'),
    optionText: optionText([...options, ...optionsAt(order, 'ItemOptionAdditionList')]),
    sellerSku: skuOf(order, options),
    quantity,
    shippableQuantity: quantity,
    taxFree: null,
    ...amountsOf(order, quantity),
    // The signs of fees differ between the sites in the settlement's samples (sheet §3.9).
    commission: Math.abs(signedWonAt({ ServiceFee: order.ServiceFee ?? 0 }, 'ServiceFee')),
    expectedSettlement: order.SettlementPrice == null ? null : signedWonAt(order, 'SettlementPrice'),
    shipBy: optionalMomentAt(order, 'TransDueDate'),
    parcel: parcelOf(order),
    deliveredAt: optionalMomentAt(order, 'TransCompleteDate'),
    confirmedAt: optionalMomentAt(order, 'BuyDecisionDate'),
    lockedBecause: lockOf(order),
    native,
  };
}

/** Option prices are the unit's times the quantity already, and null at Auction where there is none (E:67, sheet §2). */
function amountsOf(
  order: Fields,
  quantity: number,
): Pick<OrderLineSnapshot, 'unitPrice' | 'amount' | 'discount' | 'sellerDiscount' | 'paidAmount'> {
  const unitPrice = wonAt(order, 'SalePrice');
  const amount = unitPrice * quantity + wonOrNoneAt(order, 'OptSelPrice') + wonOrNoneAt(order, 'OptAddPrice');
  const sellerDiscount = wonOrNoneAt(order, 'SellerDiscountPrice');
  const discount = sellerDiscount + wonOrNoneAt(order, 'DirectDiscountPrice');
  if (discount > amount) throw new UnreadableError('SellerDiscountPrice', 'no more than the price', discount);
  return { unitPrice, amount, discount, sellerDiscount, paidAmount: amount - discount };
}

interface Option {
  readonly value: string;
  readonly code: string | null;
  readonly count: number | null;
}

function optionsAt(order: Fields, name: string): readonly Option[] {
  const list = order[name];
  if (!Array.isArray(list)) return [];
  const options: Option[] = [];
  for (const entry of list) {
    const option = asFields(entry, name);
    const value = optionalTextAt(option, 'ItemOptionValue');
    const count = option.ItemOptionOrderCnt;
    if (value === null) continue;
    options.push({
      value,
      code: optionalCodeAt(option, 'ItemOptionCode'),
      count: typeof count === 'number' ? count : null,
    });
  }
  return options;
}

function optionText(options: readonly Option[]): string | null {
  const [only = null] = options;
  if (options.length < 2) return only?.value ?? null;
  return options.map(({ value, count }) => (count === null ? value : `${value} × ${count}`)).join(', ');
}

/** The code of the one option chosen, else that of the goods. */
function skuOf(order: Fields, options: readonly Option[]): string | null {
  const [only, ...others] = options;
  const code = others.length === 0 ? only?.code : undefined;
  return code ?? optionalTextAt(order, 'OutGoodsNo');
}

/** ESM tells the carrier by its name only (sheet §3.4). */
function parcelOf(order: Fields): OrderLineSnapshot['parcel'] {
  const invoice = optionalTextAt(order, 'NoSongjang');
  if (invoice === null) return null;
  return {
    nativeCarrier: optionalTextAt(order, 'TakbaeName') ?? '',
    invoice,
    shippedAt: optionalMomentAt(order, 'TransDate'),
  };
}

/** Goods of their own warehouse refuse every call, and a gift must be accepted first (sheet §7.6, §7.18). */
function lockOf(order: Fields): string | null {
  if (order.DistrType === 'TL') return 'DistrType TL';
  return optionalCodeAt(order, 'GiftOrderStatus') === '1' ? 'GiftOrderStatus 1' : null;
}
