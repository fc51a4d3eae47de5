import type { JsonObject } from '../../frame/json.ts';
import type { ClaimKind } from '../claims/claim.ts';
import { guideCodeOf } from '../couriers.ts';
import {
  amountOf,
  type Cart,
  guideNumberOf,
  isUndone,
  type Order,
  type OrderStatus,
  openClaimOf,
  paidFor,
  standingClaimOf,
} from '../orders/order.ts';
import { optionNoOf } from '../products/goods.ts';
import { SITE_CODES } from '../sites.ts';
import { DAY_MS, formatDay, formatInstant } from '../time.ts';

const STATUS_NAMES: Readonly<Record<OrderStatus, string>> = {
  0: 'ORDER_RECEIVED',
  1: 'PAY_COMPLETE',
  2: 'PREPARING',
  3: 'SHIPPING',
  4: 'DELIVERED',
  5: 'CONFIRMED',
};
const ENDED_NAMES: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CANCELED',
  return: 'RETURNED',
  exchange: 'EXCHANGED',
};
const REQUESTED_NAMES: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
};

/** Every status that the guide's list can be asked for, and those of finished claims. */
export const GUIDE_STATUSES: readonly string[] = [STATUS_NAMES, REQUESTED_NAMES, ENDED_NAMES].flatMap(
  (names) => Object.values<string>(names),
);

const SETTLES_AFTER_DAYS = 2;

const instantOrNull = (at: number | null | undefined) => (at == null ? null : formatInstant(at));
const sum = (cart: Cart, of: (order: Order) => number) =>
  cart.orders.reduce((total, order) => total + of(order), 0);
const isEnded = (order: Order) => standingClaimOf(order)?.state === 'done';

/** The status of a whole order: a claim speaks for it only when nothing of the order is outside of claims. */
export function statusOf({ orders }: Cart): string {
  const left = orders.filter((order) => !isEnded(order));
  const free = left.filter((order) => openClaimOf(order) === undefined);
  const [least] = free.toSorted((one, other) => one.status - other.status);
  if (least !== undefined) return STATUS_NAMES[least.status];
  const open = left.flatMap((order) => openClaimOf(order) ?? [])[0];
  if (open !== undefined) return REQUESTED_NAMES[open.kind];
  const last = orders
    .flatMap((order) => standingClaimOf(order) ?? [])
    .toSorted((one, other) => other.changedAt - one.changedAt)[0];
  return last === undefined ? STATUS_NAMES[1] : ENDED_NAMES[last.kind];
}

/** An order as the guide tells it (guide §4.3.3). */
export function orderJson(cart: Cart): JsonObject {
  const [first] = cart.orders;
  const deliveryFee = cart.shippingFee + cart.remoteFee;
  const commission = sum(cart, commissionOf);
  const paid = sum(cart, paidFor);
  return {
    ordNo: guideNumberOf(cart),
    siteType: SITE_CODES[cart.site].guide,
    orderDate: formatInstant(cart.orderedAt),
    paymentDate: instantOrNull(cart.paidAt),
    orderStatus: statusOf(cart),
    paymentMethod: cart.depositDueAt === null ? 'CARD' : 'BANK',
    orderChannel: Number(cart.payNo.at(-1)) % 2 === 0 ? 'MOBILE' : 'WEB',
    totalAmount: paid + deliveryFee,
    productAmount: sum(cart, amountOf),
    deliveryFee,
    totalDiscount: sum(cart, ({ sellerDiscount, siteDiscount }) => sellerDiscount + siteDiscount),
    sellerCouponDiscount: sum(cart, ({ sellerDiscount }) => sellerDiscount),
    ebayDiscount: sum(cart, ({ siteDiscount }) => siteDiscount),
    pointUsage: 0,
    commissionAmount: commission,
    commissionRate: Math.round((first?.goods.serviceRate ?? 0) * 1_000) / 10,
    settlementAmount: sum(cart, (order) => amountOf(order) - order.sellerDiscount) - commission,
    settlementDate:
      first?.decidedAt == null ? null : formatDay(first.decidedAt + SETTLES_AFTER_DAYS * DAY_MS),
    refundAmount: sum(cart, (order) => (isUndone(order) ? paidFor(order) : 0)),
    orderer: {
      name: cart.buyer.name,
      phone: cart.buyer.phone,
      email: `${cart.buyer.id.replaceAll('*', '')}@example.com`,
      memberId: cart.buyer.id,
    },
    receiver: receiverJson(cart),
    orderItems: cart.orders.map(itemJson),
    ...deliveryJson(cart),
  };
}

const commissionOf = (order: Order) => Math.round(paidFor(order) * order.goods.serviceRate);

function receiverJson({ receiver, gift, memo }: Cart): JsonObject {
  const isHidden = gift !== null && gift.acceptedAt === null;
  const shown = (text: string) => (isHidden ? null : text);
  return {
    name: shown(receiver.name),
    phone: shown(receiver.phone),
    mobile: shown(receiver.mobile),
    zipCode: shown(receiver.zipCode),
    address: shown(receiver.front),
    addressDetail: shown(receiver.back),
    memo,
    doorPassword: /#\d+\*/.exec(memo)?.[0] ?? null,
  };
}

function itemJson({ goods, option, quantity, unitPrice }: Order): JsonObject {
  return {
    itemNo: goods.siteGoodsNo,
    itemName: goods.name,
    optionNo: option === null ? null : optionNoOf(goods, option),
    optionName: option?.text ?? null,
    quantity,
    price: unitPrice,
    optionPrice: option?.extra ?? 0,
    sellerItemCode: goods.sellerCode,
    sellerOptionCode: option?.code ?? null,
  };
}

function deliveryJson({ orders }: Cart): JsonObject {
  const shipped = orders.find(({ parcel }) => parcel !== null);
  const courier = shipped?.parcel?.courier;
  return {
    deliveryCompanyCode: courier === undefined ? null : guideCodeOf(courier),
    deliveryCompanyName: courier?.name ?? null,
    trackingNumber: shipped?.parcel?.invoice ?? null,
    shippedDate: instantOrNull(shipped?.sentAt),
    deliveredDate: instantOrNull(shipped?.deliveredAt),
    deliveryType: 'PARCEL',
  };
}
