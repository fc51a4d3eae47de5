import type { JsonObject } from '../../frame/json.ts';
import { commissionsOf } from '../documents/line-document.ts';
import { demandedFee, isDone } from '../orders/claim.ts';
import {
  claimStatusOf,
  GUIDE_ORDER_STATUSES,
  guideClaimType,
  orderStatusOf,
} from '../orders/guide-status.ts';
import {
  discountAmount,
  goodsClaims,
  isKeptBack,
  type Order,
  type ProductOrder,
  paymentAmount,
} from '../orders/product-order.ts';
import { endOfBusinessDay } from '../wire/business-days.ts';
import { formatKst } from '../wire/time.ts';
import { courierName, guideCourier } from './codes.ts';

/** Guide 1.3.4: an order with its product orders. What has not come yet is null. */
export function orderDocument(order: Order): JsonObject {
  const { orderer, productOrders } = order;
  const [first] = productOrders;
  const receiver = first?.receiver;
  const fees = new Map(productOrders.map(({ packageNumber, fee }) => [packageNumber, feeOf(fee)]));
  const deliveryFee = [...fees.values()].reduce((sum, fee) => sum + fee, 0);
  const goods = productOrders.reduce((sum, line) => sum + paymentAmount(line), 0);
  const statuses = new Set(productOrders.map(orderStatusOf));
  return {
    orderId: order.orderId,
    orderDate: formatKst(order.orderedAt),
    paymentDate: dateOrNull(order.paidAt),
    orderStatus: GUIDE_ORDER_STATUSES.find((status) => statuses.has(status)) ?? null,
    payLocationType: order.payLocationType,
    paymentMethod: PAYMENT_METHODS[order.paymentMeans] ?? 'ETC',
    isDeliveryMemoParticularInput: productOrders.length > 1 && !order.isGift,
    totalPaymentAmount: goods + deliveryFee,
    deliveryFee,
    pointUsageAmount: order.mileageAmount,
    giftCardUsageAmount: 0,
    inflowPath: 'NAVER_SHOPPING',
    inflowPathDetails: '네이버 쇼핑',
    orderer: {
      name: orderer.name,
      tel: orderer.tel,
      email: `${orderer.no}@example.com`,
      memberId: orderer.id,
      isNonMember: false,
    },
    shippingAddress:
      receiver === undefined
        ? null
        : {
            name: receiver.name,
            tel1: receiver.tel1 ?? null,
            tel2: receiver.tel2 ?? null,
            zipCode: receiver.zipCode,
            baseAddress: receiver.baseAddress,
            detailAddress: receiver.detailedAddress,
            roadNameYn: receiver.isRoadNameAddress,
          },
    shippingMemo: first?.shippingMemo ?? null,
    deliveryMemo: first?.shippingMemo ?? null,
    productOrders: productOrders.map(productOrderDocument),
  };
}

/** Guide 1.3.4: one product order. */
export function productOrderDocument(line: ProductOrder): JsonObject {
  const claim = goodsClaims(line).at(-1);
  return {
    productOrderId: line.productOrderId,
    orderId: line.order.orderId,
    orderStatus: orderStatusOf(line) ?? null,
    ...goodsFields(line),
    ...moneyFields(line),
    ...deliveryFields(line),
    purchaseConfirmDate: dateOrNull(line.decidedAt),
    claimType: claim === undefined ? null : guideClaimType(claim),
    claimStatus: claim === undefined ? null : claimStatusOf(claim),
    holdReason: isKeptBack(line) ? line.hold?.reason : null,
  };
}

function goodsFields({ goods, quantity }: ProductOrder) {
  return {
    productId: goods.productId,
    productName: goods.productName,
    sellerProductCode: goods.sellerProductCode,
    optionCode: goods.optionCode ?? null,
    optionPrice: goods.optionPrice,
    quantity,
    unitPrice: goods.unitPrice,
    totalProductAmount: (goods.unitPrice + goods.optionPrice) * quantity,
    mallProductId: goods.originalProductId,
    productClass: goods.optionCode === undefined ? 'GENERAL' : 'COMBINATION',
    productOption: goods.productOption ?? null,
    optionManagementCode: goods.optionManageCode ?? null,
    thumbnailImageUrl: `https://shop-phinf.pstatic.net/${goods.originalProductId}/thumbnail.jpg`,
  };
}

function moneyFields(line: ProductOrder) {
  const { discounts, decidedAt } = line;
  const { payment, interlock } = commissionsOf(line);
  const expected = paymentAmount(line) - payment.amount - interlock.amount;
  return {
    // The guide does not say whether discounts are taken off; here they are.
    productOrderAmount: paymentAmount(line),
    productDiscountAmount: discountAmount(line) - discounts.coupon,
    sellerDiscountAmount: discounts.coupon,
    platformDiscountAmount: 0,
    commissionRate: percent(payment.rate + interlock.rate),
    commissionAmount: payment.amount + interlock.amount,
    expectedSettlementAmount: expected,
    actualSettlementAmount: decidedAt === undefined ? null : expected,
    settlementDate: decidedAt === undefined ? null : formatKst(endOfBusinessDay(decidedAt, 1)).slice(0, 10),
    refundAmount: refundOf(line),
    channelCommissionRate: 0,
    knowledgeShoppingSellingInterlockCommissionRate: percent(interlock.rate),
  };
}

function deliveryFields({ delivery, fee, ...line }: ProductOrder) {
  const parcel = delivery?.parcel;
  const company = parcel !== undefined && 'company' in parcel ? guideCourier(parcel.company) : null;
  const claim = line.claim ?? line.endedClaims.at(-1);
  return {
    deliveryMethod: parcel === undefined ? 'DELIVERY' : (DELIVERY_METHODS[parcel.method] ?? 'DELIVERY'),
    deliveryCompanyCode: company,
    deliveryCompanyName: company === null ? null : courierName(company),
    trackingNumber: parcel !== undefined && 'company' in parcel ? parcel.trackingNumber : null,
    shippingDate: dateOrNull(delivery?.sentAt),
    deliveredDate: dateOrNull(delivery?.deliveredAt),
    deliveryFeePayMethod: fee.payment === '착불' ? 'CASH_ON_DELIVERY' : 'PREPAID',
    deliveryPolicyType: POLICIES[fee.policy],
    claimDeliveryFee: claim !== undefined && 'collection' in claim ? demandedFee(claim) : 0,
  };
}

/** What the buyer has got back, in proportion to what was taken. */
function refundOf(line: ProductOrder): number {
  const refunded = line.endedClaims.filter((claim) => isDone(claim) && claim.claimType !== 'EXCHANGE');
  const taken = refunded.reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.floor((paymentAmount(line) * Math.min(taken, line.quantity)) / line.quantity);
}

const PAYMENT_METHODS: Readonly<Record<string, string>> = {
  신용카드: 'CARD',
  '신용카드 간편결제': 'CARD',
  '포인트/머니결제': 'POINT',
  '계좌 간편결제': 'BANK',
  휴대폰: 'MOBILE',
};

/** The guide lists three ways; `VISIT` is the buyer's own, and the rest travel like parcels. */
const DELIVERY_METHODS: Readonly<Record<string, string>> = {
  QUICK_SVC: 'QUICK',
  VISIT_RECEIPT: 'VISIT',
};

const POLICIES = { 무료: 'FREE', 조건별무료: 'CONDITIONAL_FREE', 유료: 'PAID' } as const;

function feeOf({ payment, amount, discount, section }: ProductOrder['fee']): number {
  return payment === '착불' ? 0 : amount - discount + section;
}

const percent = (rate: number) => Math.round(rate * 10_000) / 100;

const dateOrNull = (epochMs: number | undefined) => (epochMs === undefined ? null : formatKst(epochMs));
