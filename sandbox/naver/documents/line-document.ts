import type { Address } from '../orders/address.ts';
import type { ProductOrderStatus } from '../orders/codes.ts';
import {
  type Delivery,
  type DeliveryFee,
  discountAmount,
  isGiftWaiting,
  type Order,
  type ProductOrder,
  paymentAmount,
  shownClaim,
  totalAmount,
} from '../orders/product-order.ts';
import { formatKst, formatKstIf } from '../wire/time.ts';
import { claimDocuments } from './claim-document.ts';

/** What the documents of one shop have in common. */
export interface SellerIdentity {
  readonly mallId: string;
  readonly releaseAddress: Address;
}

const PAYMENT_COMMISSION = 0.0198;
const INTERLOCK_COMMISSION = 0.02;

/** The customs code vanishes with these (sheet §7, 12). */
const CUSTOMS_CODE_GONE: ReadonlySet<ProductOrderStatus> = new Set([
  'PURCHASE_DECIDED',
  'EXCHANGED',
  'RETURNED',
  'CANCELED',
]);

/**
 * A line as `product-orders/query` answers it (sheet §3.3, §6). A caller that does not declare `quantityClaims` gets
 * none of the fields that only make sense with partial claims.
 */
export function lineDocument(
  line: ProductOrder,
  seller: SellerIdentity,
  quantityClaims: boolean,
): Record<string, unknown> {
  const { beforeClaim, currentClaim, completedClaims } = claimDocuments(line, seller.releaseAddress);
  return {
    order: orderDocument(line.order),
    productOrder: {
      ...identityFields(line, seller),
      ...stateFields(line),
      ...goodsFields(line),
      ...amountFields(line),
      ...(quantityClaims ? quantityClaimFields(line) : {}),
      ...commissionFields(line),
      ...shippingFields(line, seller),
    },
    beforeClaim,
    currentClaim,
    completedClaims: quantityClaims ? completedClaims : undefined,
    delivery: line.delivery && deliveryDocument(line.delivery),
  };
}

function orderDocument(order: Order) {
  const { orderer, productOrders, isGift } = order;
  const feeByPackage = new Map(productOrders.map(({ packageNumber, fee }) => [packageNumber, feeTotal(fee)]));
  const goods = productOrders.reduce((sum, line) => sum + paymentAmount(line), 0);
  const fees = [...feeByPackage.values()].reduce((sum, fee) => sum + fee, 0);
  return {
    orderId: order.orderId,
    orderDate: formatKst(order.orderedAt),
    paymentDate: formatKstIf(order.paidAt),
    paymentDueDate: order.paidAt === undefined ? formatKst(order.paymentDueAt) : undefined,
    paymentMeans: order.paymentMeans,
    payLocationType: order.payLocationType,
    ordererId: orderer.id,
    ordererNo: orderer.no,
    ordererName: isGift ? maskName(orderer.name) : orderer.name,
    ordererTel: isGift ? orderer.tel.replace(/\d{4}$/, '****') : orderer.tel,
    generalPaymentAmount: goods + fees + order.otherSellersAmount - order.mileageAmount,
    naverMileagePaymentAmount: order.mileageAmount,
    chargeAmountPaymentAmount: 0,
    checkoutAccumulationPaymentAmount: 0,
    payLaterPaymentAmount: 0,
    orderDiscountAmount: productOrders.reduce((sum, line) => sum + line.discounts.coupon, 0),
    isDeliveryMemoParticularInput: String(productOrders.length > 1 && !isGift),
    isMembershipSubscribed: order.isMember,
  };
}

function maskName(name: string): string {
  return `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`;
}

function feeTotal({ payment, amount, discount, section }: DeliveryFee): number {
  return payment === '착불' ? 0 : amount - discount + section;
}

function identityFields(line: ProductOrder, { mallId }: SellerIdentity) {
  const { goods } = line;
  return {
    productOrderId: line.productOrderId,
    productId: goods.productId,
    originalProductId: goods.originalProductId,
    merchantChannelId: line.merchantChannelId,
    mallId,
    optionCode: goods.optionCode,
    itemNo: goods.optionCode,
    optionManageCode: goods.optionManageCode,
    sellerProductCode: goods.sellerProductCode,
    packageNumber: line.packageNumber,
  };
}

function stateFields(line: ProductOrder) {
  const claim = shownClaim(line);
  return {
    productOrderStatus: line.status,
    placeOrderStatus: line.placeOrderStatus,
    placeOrderDate: formatKstIf(line.placedAt),
    claimType: claim?.claimType,
    claimStatus: claim?.claimStatus,
    claimId: claim?.claimId,
    decisionDate: formatKstIf(line.decidedAt),
    delayedDispatchReason: line.delay?.reason,
    delayedDispatchDetailedReason: line.delay?.detail,
    giftReceivingStatus: giftReceivingStatus(line),
  };
}

/** How far a gift is; undefined for what is no gift. */
export function giftReceivingStatus(line: ProductOrder): 'WAIT_FOR_RECEIVING' | 'RECEIVED' | undefined {
  if (!line.order.isGift) return undefined;
  return isGiftWaiting(line) ? 'WAIT_FOR_RECEIVING' : 'RECEIVED';
}

function goodsFields({ goods, quantity }: ProductOrder) {
  return {
    productClass: goods.productClass,
    productName: goods.productName,
    productOption: goods.productOption,
    quantity,
    taxType: goods.taxType,
    storageType: goods.storageType,
  };
}

function amountFields(line: ProductOrder) {
  const { goods, discounts, fee } = line;
  return {
    unitPrice: goods.unitPrice,
    optionPrice: goods.optionPrice,
    totalProductAmount: totalAmount(line),
    productDiscountAmount: discountAmount(line),
    productImediateDiscountAmount: discounts.immediate,
    productProductDiscountAmount: discounts.coupon,
    productMultiplePurchaseDiscountAmount: discounts.multiplePurchase,
    sellerBurdenDiscountAmount: discountAmount(line),
    sellerBurdenImediateDiscountAmount: discounts.immediate,
    sellerBurdenProductDiscountAmount: discounts.coupon,
    sellerBurdenMultiplePurchaseDiscountAmount: discounts.multiplePurchase,
    sellerBurdenStoreDiscountAmount: 0,
    appliedCoupons: [],
    totalPaymentAmount: paymentAmount(line),
    deliveryFeeAmount: fee.amount,
    deliveryDiscountAmount: fee.discount,
    sectionDeliveryFee: fee.section,
    deliveryPolicyType: fee.policy,
    shippingFeeType: fee.payment,
  };
}

function quantityClaimFields(line: ProductOrder) {
  const { quantity, remainQuantity, discounts } = line;
  const remaining = (amount: number) => Math.floor((amount * remainQuantity) / quantity);
  return {
    initialQuantity: quantity,
    remainQuantity,
    initialProductAmount: totalAmount(line),
    remainProductAmount: remaining(totalAmount(line)),
    initialPaymentAmount: paymentAmount(line),
    remainPaymentAmount: remaining(paymentAmount(line)),
    initialProductDiscountAmount: discountAmount(line),
    remainProductDiscountAmount: remaining(discountAmount(line)),
    initialProductImmediateDiscountAmount: discounts.immediate,
    remainProductImmediateDiscountAmount: remaining(discounts.immediate),
  };
}

/** What the marketplace keeps of a line's payment. */
export function commissionsOf(line: ProductOrder) {
  const kept = (rate: number) => ({ rate, amount: Math.floor(paymentAmount(line) * rate) });
  return { payment: kept(PAYMENT_COMMISSION), interlock: kept(INTERLOCK_COMMISSION) };
}

function commissionFields(line: ProductOrder) {
  const { payment, interlock } = commissionsOf(line);
  return {
    paymentCommission: payment.amount,
    saleCommission: 0,
    channelCommission: 0,
    knowledgeShoppingSellingInterlockCommission: interlock.amount,
    expectedSettlementAmount: paymentAmount(line) - payment.amount - interlock.amount,
    inflowPath: '네이버 쇼핑',
  };
}

function shippingFields(line: ProductOrder, { releaseAddress }: SellerIdentity) {
  const { hopeDelivery, isDirectLogistics } = line;
  return {
    shippingAddress: line.receiver,
    shippingMemo: line.shippingMemo,
    takingAddress: releaseAddress,
    shippingDueDate: formatKstIf(line.shippingDueAt),
    expectedDeliveryMethod: 'DELIVERY',
    expectedDeliveryCompany: 'CJGLS',
    deliveryAttributeType: deliveryAttributeType(line),
    hopeDelivery: hopeDelivery && {
      region: hopeDelivery.region,
      additionalFee: hopeDelivery.additionalFee,
      hopeDeliveryYmd: hopeDelivery.ymd,
      hopeDeliveryHm: hopeDelivery.hm,
    },
    logisticsCompanyId: isDirectLogistics ? 'CJ_LOGISTICS' : undefined,
    logisticsCenterId: isDirectLogistics ? 'YONGIN_01' : undefined,
    logisticsDirectContracted: isDirectLogistics,
    skuMappings: isDirectLogistics
      ? [
          {
            nsId: `NS${line.goods.originalProductId}`,
            nsBarcode: line.goods.sellerProductCode,
            pickingQuantityPerOrder: 1,
          },
        ]
      : undefined,
    individualCustomUniqueCode: CUSTOMS_CODE_GONE.has(line.status) ? undefined : line.customsCode,
  };
}

function deliveryAttributeType({ hopeDelivery, isDirectLogistics }: ProductOrder): string {
  if (isDirectLogistics) return 'ARRIVAL_GUARANTEE';
  return hopeDelivery === undefined ? 'NORMAL' : 'HOPE';
}

function deliveryDocument({ parcel, sentAt, status, pickedUpAt, deliveredAt, wrongInvoiceAt }: Delivery) {
  const isWrong = wrongInvoiceAt !== undefined;
  return {
    deliveryMethod: parcel.method,
    ...('company' in parcel
      ? { deliveryCompany: parcel.company, trackingNumber: parcel.trackingNumber }
      : {}),
    sendDate: formatKst(sentAt),
    pickupDate: formatKstIf(pickedUpAt),
    deliveredDate: formatKstIf(deliveredAt),
    deliveryStatus: status,
    isWrongTrackingNumber: isWrong,
    wrongTrackingNumberType: isWrong ? '송장번호 오류' : undefined,
    wrongTrackingNumberRegisteredDate: formatKstIf(wrongInvoiceAt),
  };
}
