import type { JsonObject } from '../../frame/json.ts';
import { type Claim, type Fault, isHeld } from '../claims/claim.ts';
import type { Order } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import { SITE_CODES } from '../sites.ts';
import { asNumber, localOrNull, yesNo } from './order-row.ts';

/** `Reason`: whose fault it is (sheet §4.2). */
const FAULTS: Readonly<Record<Fault, number>> = { seller: 0, buyer: 1, carrier: 2 };

/** `WhoReturnShippingFee` and its kin: 1 site, 2 buyer, 3 seller (sheet §3.7). */
const PAYERS: Readonly<Record<Fault, number>> = { carrier: 1, buyer: 2, seller: 3 };

const REFUNDED_AFTER_REMITTANCE = 6;

/** `CancelStatus` (sheet §4.2). */
export function cancelStatusOf({ state, refundedBySite, afterRemittance }: Claim): number {
  if (afterRemittance) return REFUNDED_AFTER_REMITTANCE;
  if (state === 'requested') return 1;
  if (state === 'done') return refundedBySite ? 5 : 3;
  return state === 'rejected' || state === 'withdrawn' ? 4 : 2;
}

/** `ReturnStatus`: 1 lasts while the goods are being collected (sheet §4.2). */
export function returnStatusOf(claim: Claim): number {
  if (claim.state === 'done') return claim.refundedBySite ? 6 : 4;
  if (claim.state === 'rejected' || claim.state === 'withdrawn') return 5;
  if (isHeld(claim)) return 3;
  return claim.state === 'collected' ? 2 : 1;
}

/** `ExchangeStatus`: 0 once the replacement is sent; Auction never says 4, done (sheet §4.2). */
export function exchangeStatusOf(claim: Claim, { cart }: Order): number {
  if (claim.state === 'reshipped') return 0;
  if (claim.state === 'done') return cart.site === 'gmarket' ? 4 : 0;
  if (claim.state === 'rejected' || claim.state === 'withdrawn') return 5;
  if (isHeld(claim)) return 3;
  return claim.state === 'collected' ? 2 : 1;
}

/** A row of the cancel list (sheet §6). */
export function cancelRow(shop: Shop, order: Order, claim: Claim): JsonObject {
  return { CancelStatus: cancelStatusOf(claim), AddShippingFee: 0, ...commonRow(shop, order, claim) };
}

/** A row of the return list (sheet §6). */
export function returnRow(shop: Shop, order: Order, claim: Claim): JsonObject {
  return {
    ReturnStatus: returnStatusOf(claim),
    ...goodsRow(shop, order, claim),
    ...commonRow(shop, order, claim),
  };
}

/** A row of the exchange list: a return's, and what is sent anew. */
export function exchangeRow(shop: Shop, order: Order, claim: Claim): JsonObject {
  const { resend, fee, fault } = claim;
  const { option, goods, cart } = order;
  const code = option?.code ?? '';
  return {
    ExchangeStatus: exchangeStatusOf(claim, order),
    ...goodsRow(shop, order, claim),
    ExchangeShippingFee: fee,
    WhoExchangeShippingFee: PAYERS[fault],
    ExchangeShippingFeeWay: 2,
    ResendInfo: {
      ResendDate: localOrNull(resend?.sentAt ?? null),
      CompleteDate: localOrNull(resend?.deliveredAt ?? null),
      DeliveryCompName: resend?.courier.name ?? null,
      InvoiceNo: resend?.invoice ?? null,
      ReceiverInfo: buyerAddress(order),
    },
    OutItemNo: goods.sellerCode,
    ItemOptionCodes: cart.site === 'gmarket' ? [code] : code,
    ...commonRow(shop, order, claim),
  };
}

function commonRow(shop: Shop, order: Order, claim: Claim): JsonObject {
  const { cart, goods } = order;
  return {
    SiteType: SITE_CODES[cart.site].answered,
    SellerId: shop.sellerIds[cart.site],
    PayNo: asNumber(cart.payNo),
    GroupNo: asNumber(cart.groupNo),
    OrderNo: asNumber(order.orderNo),
    GoodsNo: 0,
    SiteGoodsNo: goods.siteGoodsNo,
    IsGiftOrder: yesNo(cart.gift !== null),
    RequestUser: claim.requestedBy,
    ApproveUser: claim.approvedBy,
    Reason: FAULTS[claim.fault],
    ReasonCode: claim.reasonCode,
    ReasonDetail: claim.reasonDetail,
    OrderDate: localOrNull(cart.orderedAt),
    PayDate: localOrNull(cart.paidAt),
    RequestDate: localOrNull(claim.requestedAt),
    WithdrawDate: localOrNull(claim.withdrawnAt),
    ApproveDate: localOrNull(claim.approvedAt),
    CompleteDate: localOrNull(claim.completedAt),
  };
}

function goodsRow(shop: Shop, order: Order, claim: Claim): JsonObject {
  const { cart, parcel } = order;
  const { hold, pickup, fault, fee, isFastRefund } = claim;
  const extra = hold?.fee ?? 0;
  const code = parcel?.courier.code;
  return {
    IsFastRefund: isFastRefund,
    FastRefundRewardStatus: 0,
    GoodsStatus: 1,
    AddReturnShippingFee: extra,
    WhoAddReturnShippingFee: extra === 0 ? 0 : PAYERS.buyer,
    AddReturnShippingFeeWay: extra === 0 ? 0 : 2,
    ReturnShippingFee: fee,
    WhoReturnShippingFee: PAYERS[fault],
    ReturnShippingFeeWay: 2,
    HoldInfo: {
      HoldDate: localOrNull(hold?.at ?? null),
      IsHold: isHeld(claim),
      Reason: hold?.reason ?? 0,
      FreeDate: localOrNull(hold?.freedAt ?? null),
    },
    ShippingInfo: {
      CompleteDate: localOrNull(order.deliveredAt),
      ShippingFee: cart.shippingFee,
      WhoShippingFee: cart.shippingFee === 0 ? 3 : 1,
      // A text on Gmarket, a number on Auction (sheet §3.7).
      DeliveryCompCode: code === undefined ? null : cart.site === 'gmarket' ? String(code) : code,
      InvoiceNo: parcel?.invoice ?? null,
    },
    PickupInfo: {
      Status: pickup?.bySite === false ? 2 : 1,
      CompleteDate: localOrNull(pickup?.completedAt ?? null),
      DeliveryCompName: pickup?.courier?.name ?? null,
      InvoiceNo: pickup?.invoice ?? null,
      SenderInfo: buyerAddress(order),
      ReceiverInfo: sellerAddress(shop),
    },
    SlotInfo: null,
  };
}

function buyerAddress({ cart: { receiver } }: Order): JsonObject {
  return {
    Name: receiver.name,
    HpNo: receiver.mobile,
    TelNo: receiver.phone,
    ZipCode: receiver.zipCode,
    AddressFront: receiver.front,
    AddressBack: receiver.back,
    Address: `${receiver.front} ${receiver.back}`.trim(),
  };
}

function sellerAddress({ name }: Shop): JsonObject {
  const front = '경기도 예시시 예시로 2';
  return {
    Name: name,
    HpNo: '02-000-0000',
    TelNo: '02-000-0000',
    ZipCode: '00000',
    AddressFront: front,
    AddressBack: '',
    Address: front,
  };
}
