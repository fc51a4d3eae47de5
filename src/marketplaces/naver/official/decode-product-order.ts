import type { Contact, Instant, OrderLineSnapshot, ParcelSnapshot } from '../../../domain/order.ts';
import {
  asFields,
  booleanAt,
  type Fields,
  fieldsAt,
  idAt,
  integerAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { COURIERLESS_METHODS } from './carriers.ts';
import { decodeClaims } from './decode-claims.ts';
import { cutPeople } from './personal.ts';
import { type StatusFacts, shippableQuantity, statusOf, UNPAID } from './statuses.ts';
import { instantAt, optionalInstantAt } from './wire-time.ts';

/** One product order: a line, and what it says about its order and package. */
export interface ProductOrder {
  readonly orderId: string;
  readonly orderedAt: Instant;
  readonly paidAt: Instant | null;
  /** Nobody has paid yet, so the seller has no order (sheet §4.4). */
  readonly unpaid: boolean;
  readonly line: OrderLineSnapshot;
  readonly shippingFee: number;
  readonly remoteAreaFee: number;
  readonly contact: Contact;
  /** Its claims, and those among them that could not be read. */
  readonly claims: readonly OrderRead[];
  /** Naver's document of the order, without personal parts. */
  readonly native: Fields;
}

/** The product-order id of an element of `query`, or null where it cannot be read. */
export function productOrderIdOf(element: unknown): string | null {
  try {
    return idAt(fieldsAt(asFields(element, 'element'), 'productOrder'), 'productOrderId');
  } catch {
    return null;
  }
}

/** Reads one element of `query` or of the conditional list; throws UnreadableError (sheet §3.3). */
export function decodeProductOrder(element: unknown): ProductOrder {
  const fields = asFields(element, 'element');
  const order = fieldsAt(fields, 'order');
  const productOrder = fieldsAt(fields, 'productOrder');
  const { rest, personal } = cutPeople(fields);
  const orderId = idAt(order, 'orderId');
  const line = { ...decodeLine(fields, productOrder), native: { ...rest, order: undefined } };
  return {
    orderId,
    orderedAt: instantAt(order, 'orderDate'),
    paidAt: optionalInstantAt(order, 'paymentDate'),
    unpaid: textAt(productOrder, 'productOrderStatus') === UNPAID,
    line,
    shippingFee: optionalIntegerAt(productOrder, 'deliveryFeeAmount') ?? 0,
    remoteAreaFee: optionalIntegerAt(productOrder, 'sectionDeliveryFee') ?? 0,
    contact: { ...decodeContact(order, productOrder), native: personal },
    claims: decodeClaims(fields, {
      orderId,
      productOrderId: line.nativeLineId,
      itemId: line.nativeItemId,
      claimType: optionalTextAt(productOrder, 'claimType'),
      claimId: optionalIdAt(productOrder, 'claimId'),
      dispatchedAt: line.parcel?.shippedAt ?? null,
    }),
    native: { order: rest.order },
  };
}

function decodeLine(element: Fields, productOrder: Fields): Omit<OrderLineSnapshot, 'native'> {
  const nativeLineId = idAt(productOrder, 'productOrderId');
  const facts = decodeFacts(element, productOrder);
  const delivery = optionalFieldsAt(element, 'delivery');
  const productId = idAt(productOrder, 'productId');
  // Products are written under the origin number, which is one for all channels; `productId` is the channel's (sheet §7.14).
  const originProductId = optionalIdAt(productOrder, 'originalProductId');
  return {
    nativeLineId,
    packageKey: optionalIdAt(productOrder, 'packageNumber') ?? nativeLineId,
    nativeItemId:
      optionalIdAt(productOrder, 'optionCode') ??
      optionalIdAt(productOrder, 'itemNo') ??
      originProductId ??
      productId,
    nativeProductId: originProductId,
    ...statusOf(facts),
    productName: textAt(productOrder, 'productName'),
    optionText: optionalTextAt(productOrder, 'productOption'),
    sellerSku:
      optionalTextAt(productOrder, 'optionManageCode') ?? optionalTextAt(productOrder, 'sellerProductCode'),
    quantity: facts.quantity,
    shippableQuantity: shippableQuantity(facts),
    ...decodeMoney(productOrder),
    shipBy: optionalInstantAt(productOrder, 'shippingDueDate'),
    parcel: delivery === undefined ? null : decodeParcel(delivery),
    deliveredAt: delivery === undefined ? null : optionalInstantAt(delivery, 'deliveredDate'),
    confirmedAt: optionalInstantAt(productOrder, 'decisionDate'),
    lockedBecause: lockOf(productOrder),
  };
}

const CLAIM_KIND_OF = new Map([
  ['CANCEL', 'cancel'],
  ['ADMIN_CANCEL', 'cancel'],
  ['RETURN', 'return'],
  ['EXCHANGE', 'exchange'],
]);

function decodeFacts(element: Fields, productOrder: Fields): StatusFacts {
  const delivery = optionalFieldsAt(element, 'delivery');
  return {
    productOrderStatus: textAt(productOrder, 'productOrderStatus'),
    placeOrderStatus: optionalTextAt(productOrder, 'placeOrderStatus'),
    deliveryStatus: delivery === undefined ? null : optionalTextAt(delivery, 'deliveryStatus'),
    claimType: optionalTextAt(productOrder, 'claimType'),
    claimStatus: optionalTextAt(productOrder, 'claimStatus'),
    quantity: integerAt(productOrder, 'quantity'),
    remainQuantity: optionalIntegerAt(productOrder, 'remainQuantity'),
    requestQuantity: claimedQuantity(element, productOrder),
  };
}

/** A claim stands in `currentClaim` while it runs and moves to `completedClaims` when it is over (sheet §3.3). */
function claimedQuantity(element: Fields, productOrder: Fields): number | null {
  const kind = CLAIM_KIND_OF.get(optionalTextAt(productOrder, 'claimType') ?? '');
  if (kind === undefined) return null;
  const holder = optionalFieldsAt(element, 'currentClaim');
  const current = holder === undefined ? undefined : optionalFieldsAt(holder, kind);
  if (current !== undefined) return optionalIntegerAt(current, 'requestQuantity');
  const claimId = optionalIdAt(productOrder, 'claimId');
  const { completedClaims } = element;
  if (claimId === null || !Array.isArray(completedClaims)) return null;
  const over = completedClaims
    .map((claim: unknown) => asFields(claim, 'completedClaims'))
    .find((claim) => optionalIdAt(claim, 'claimId') === claimId);
  return over === undefined ? null : optionalIntegerAt(over, 'requestQuantity');
}

const COMMISSIONS = [
  'paymentCommission',
  'saleCommission',
  'channelCommission',
  'knowledgeShoppingSellingInterlockCommission',
] as const;

function decodeMoney(productOrder: Fields) {
  let commission: number | null = null;
  for (const name of COMMISSIONS) {
    const part = optionalIntegerAt(productOrder, name);
    if (part !== null) commission = (commission ?? 0) + part;
  }
  return {
    taxFree: TAX_FREE.get(optionalTextAt(productOrder, 'taxType') ?? '') ?? null,
    unitPrice: integerAt(productOrder, 'unitPrice'),
    amount: integerAt(productOrder, 'totalProductAmount'),
    discount: optionalIntegerAt(productOrder, 'productDiscountAmount') ?? 0,
    sellerDiscount: optionalIntegerAt(productOrder, 'sellerBurdenDiscountAmount'),
    paidAmount: integerAt(productOrder, 'totalPaymentAmount'),
    commission,
    expectedSettlement: optionalIntegerAt(productOrder, 'expectedSettlementAmount'),
  };
}

const TAX_FREE = new Map([
  ['TAXATION', false],
  ['TAX_EXEMPTION', true],
  ['TAX_FREE', true],
]);

function decodeParcel(delivery: Fields): ParcelSnapshot | null {
  const method = optionalTextAt(delivery, 'deliveryMethod');
  const company = optionalTextAt(delivery, 'deliveryCompany');
  const invoice = optionalIdAt(delivery, 'trackingNumber');
  const shippedAt = optionalInstantAt(delivery, 'sendDate');
  if (company !== null && invoice !== null) return { nativeCarrier: company, invoice, shippedAt };
  if (method !== null && COURIERLESS_METHODS.has(method) && shippedAt !== null) {
    return { nativeCarrier: method, invoice: '', shippedAt };
  }
  return null;
}

function lockOf(productOrder: Fields): string | null {
  if (booleanAt(productOrder, 'logisticsDirectContracted', false)) {
    return '직계약 상품은 물류사만 발주확인·발송처리 가능 (logisticsDirectContracted)';
  }
  return optionalTextAt(productOrder, 'giftReceivingStatus') === 'WAIT_FOR_RECEIVING'
    ? '선물 수락 대기(배송지 입력 대기) (WAIT_FOR_RECEIVING)'
    : null;
}

function decodeContact(order: Fields, productOrder: Fields): Omit<Contact, 'native'> {
  const address = optionalFieldsAt(productOrder, 'shippingAddress') ?? {};
  return {
    orderer: person(optionalTextAt(order, 'ordererName'), optionalTextAt(order, 'ordererTel')),
    receiver: person(optionalTextAt(address, 'name'), optionalTextAt(address, 'tel1')),
    postalCode: optionalTextAt(address, 'zipCode'),
    address: optionalTextAt(address, 'baseAddress'),
    addressDetail: optionalTextAt(address, 'detailedAddress'),
    deliveryNote: optionalTextAt(productOrder, 'shippingMemo'),
    customsCode: optionalTextAt(productOrder, 'individualCustomUniqueCode'),
  };
}

function person(name: string | null, phone: string | null): Contact['orderer'] {
  return { name, phone, safePhone: null, email: null };
}
