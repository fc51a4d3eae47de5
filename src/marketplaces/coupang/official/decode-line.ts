import type { OrderLineSnapshot, ParcelSnapshot } from '../../../domain/order.ts';
import {
  booleanAt,
  type Fields,
  idAt,
  integerAt,
  optionalIdAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { type ItemState, lineStatus, shippable } from './statuses.ts';
import { optionalEndOfDayAt, optionalMomentAt, optionalWonAt, wonAt } from './values.ts';

/** What a line takes from the box it lies in. */
export interface BoxFacts {
  readonly key: string;
  readonly status: string;
  readonly parcel: ParcelSnapshot | null;
  readonly deliveredAt: string | null;
  readonly lockedBecause: string | null;
}

/** Reads one element of `orderItems` (sheet §3.2), without its personal parts. Throws UnreadableError. */
export function decodeLine(item: Fields, box: BoxFacts): OrderLineSnapshot {
  const itemId = idAt(item, 'vendorItemId');
  const state = itemState(item);
  return {
    nativeLineId: `${box.key}:${itemId}`,
    packageKey: box.key,
    nativeItemId: itemId,
    nativeProductId: optionalIdAt(item, 'sellerProductId'),
    status: lineStatus(box.status, state),
    nativeStatus: box.status,
    productName: optionalTextAt(item, 'sellerProductName') ?? textAt(item, 'vendorItemName'),
    optionText: optionalTextAt(item, 'sellerProductItemName'),
    sellerSku: optionalTextAt(item, 'externalVendorSkuCode'),
    quantity: state.ordered,
    shippableQuantity: shippable(state),
    taxFree: null,
    ...amounts(item),
    commission: null,
    expectedSettlement: null,
    shipBy: optionalEndOfDayAt(item, 'estimatedShippingDate'),
    parcel: box.parcel,
    deliveredAt: box.deliveredAt,
    confirmedAt: optionalMomentAt(item, 'confirmDate'),
    lockedBecause: box.lockedBecause,
    native: item,
  };
}

function itemState(item: Fields): ItemState {
  const state: ItemState = {
    ordered: integerAt(item, 'shippingCount'),
    cancelled: integerAt(item, 'cancelCount'),
    held: integerAt(item, 'holdCountForCancel'),
    cancelledFlag: booleanAt(item, 'canceled', false),
    confirmed: optionalTextAt(item, 'confirmDate') !== null,
  };
  if (state.ordered < 1) throw new UnreadableError('shippingCount', 'a quantity', state.ordered);
  if (state.cancelled < 0) throw new UnreadableError('cancelCount', 'a quantity or 0', state.cancelled);
  if (state.held < 0) throw new UnreadableError('holdCountForCancel', 'a quantity or 0', state.held);
  return state;
}

type Amounts = Pick<OrderLineSnapshot, 'unitPrice' | 'amount' | 'discount' | 'sellerDiscount' | 'paidAmount'>;

function amounts(item: Fields): Amounts {
  const amount = wonAt(item, 'orderPrice');
  const discount = wonAt(item, 'discountPrice');
  if (discount > amount) throw new UnreadableError('discountPrice', 'no more than orderPrice', discount);
  return {
    unitPrice: wonAt(item, 'salesPrice'),
    amount,
    discount,
    sellerDiscount: sellerDiscount(item, discount),
    paidAmount: amount - discount,
  };
}

/** The discount has three parts (sheet §3.2); Coupang bears the one that carries its name. */
function sellerDiscount(item: Fields, discount: number): number | null {
  const byCoupang = optionalWonAt(item, 'coupangDiscount');
  return byCoupang === null || byCoupang > discount ? null : discount - byCoupang;
}
