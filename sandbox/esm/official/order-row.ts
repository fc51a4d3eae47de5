import type { JsonObject } from '../../frame/json.ts';
import { amountOf, type Cart, ORDER_STATUS, type Order, paidFor } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import { formatLocal } from '../time.ts';

const money = (won: number) => `${won}.0000`;
const NOTHING = money(0);

/** An instant, or null. */
export const localOrNull = (at: number | null) => (at === null ? null : formatLocal(at));

/** A number of ESM as the number literal it is on the wire. */
export const asNumber = (digits: string) => Number(digits);

/** `Y` or `N`. */
export const yesNo = (is: boolean) => (is ? 'Y' : 'N');

/** Whether a present still waits for its receiver to accept it. */
export function isUnaccepted({ gift }: Cart): boolean {
  return gift !== null && gift.acceptedAt === null;
}

/** One row of the order lists (sheet §6), with what takes its time to show left out until then. */
export function orderRow(shop: Shop, order: Order, now: number): JsonObject {
  const { cart, goods, option, parcel } = order;
  const isAuction = cart.site === 'auction';
  // Some amounts that Gmarket sends as nothing are null on Auction (sheet §2).
  const nothing = isAuction ? null : NOTHING;
  const serviceFee = Math.round(paidFor(order) * goods.serviceRate);
  const isFirst = cart.orders[0] === order;
  const optionPrice = (option?.extra ?? 0) * order.quantity;
  return {
    OrderStatus: order.status,
    BranchCode: null,
    PayNo: asNumber(cart.payNo),
    GroupNo: asNumber(cart.groupNo),
    OrderNo: asNumber(order.orderNo),
    OrderDate: formatLocal(cart.orderedAt),
    PayDate: localOrNull(cart.paidAt),
    OrderConfirmDate: localOrNull(order.confirmedAt),
    TransDate: localOrNull(parcel?.shippedAt ?? null),
    TransDueDate: isDueDateKnown(shop, order, now) ? localOrNull(order.dueAt) : null,
    ArrivalScheduledDate: null,
    TransCompleteDate: localOrNull(order.deliveredAt),
    BuyDecisionDate: localOrNull(order.decidedAt),
    TransType: order.distribution === 'TL' ? 'G' : 'B',
    DistrType: order.distribution,
    GoodsNo: isAuction ? '' : null,
    SiteGoodsNo: goods.siteGoodsNo,
    OutGoodsNo: goods.sellerCode,
    GoodsName: goods.name,
    SalePrice: money(order.unitPrice),
    ContrAmount: order.quantity,
    OrderAmount: money(order.unitPrice * order.quantity - (isAuction ? order.siteDiscount : 0)),
    // Shipping once per cart on Gmarket, on every row on Auction (sheet §7.7).
    AcntMoney: money(paidFor(order) + (isAuction || isFirst ? cart.shippingFee + cart.remoteFee : 0)),
    SellerDiscountPrice1: money(order.sellerDiscount),
    SellerDiscountPrice2: nothing,
    SellerDiscountPrice: money(order.sellerDiscount),
    DirectDiscountPrice: money(order.siteDiscount),
    CostPrice: money(paidFor(order)),
    ShippingFee: money(cart.shippingFee),
    DeliveryFeeCondition: cart.shippingFee === 0 ? 'X' : 'M',
    BackwoodsAddDeliveryFee: NOTHING,
    JejuAddDeliveryFee: money(cart.remoteFee),
    SettlementPrice: money(amountOf(order) - order.sellerDiscount - serviceFee),
    OutsidePrice: nothing,
    ServiceFee: money(serviceFee),
    ...(isAuction ? { BasicServiceFee: money(serviceFee) } : {}),
    SellerCashbackMoney: nothing,
    MultiBuyDcAmnt: nothing,
    OptSelPrice: optionPrice === 0 ? nothing : money(optionPrice),
    OptAddPrice: nothing,
    ...personOf(shop, cart, now),
    TakbaeName: parcel?.courier.name ?? null,
    NoSongjang: parcel?.invoice ?? null,
    OverseaTransYn: yesNo(cart.customsId !== null),
    InfoCin: cart.customsId,
    OutOrderNo: '101',
    InventoryNo: '',
    SKUNo: null,
    ItemOptionSelectList:
      option === null
        ? []
        : [{ ItemOptionValue: option.text, ItemOptionOrderCnt: order.quantity, ItemOptionCode: option.code }],
    ItemOptionAdditionList: [],
    FreeGift: null,
    Bonus: null,
    IsGiftOrder: yesNo(cart.gift !== null),
    GiftOrderStatus: giftStatusOf(cart),
    GiftConfirmDate: localOrNull(cart.gift?.acceptedAt ?? null),
    GiftConfirmDueDate: localOrNull(cart.gift?.dueAt ?? null),
    IsInstallOrder: 'N',
    InstallDate: null,
  };
}

/** 0 no present, 1 waiting for its receiver, 2 accepted. */
export function giftStatusOf(cart: Cart): number {
  if (cart.gift === null) return 0;
  return isUnaccepted(cart) ? 1 : 2;
}

// One order in two takes a minute, the other two: 1 to 2 minutes in real life (sheet §7.5).
function isDueDateKnown({ lags }: Shop, { orderNo, cart }: Order, now: number): boolean {
  const lag = lags.dueDateMs * (Number(orderNo.at(-1)) % 2 === 0 ? 1 : 2);
  return cart.paidAt !== null && now >= cart.paidAt + lag;
}

function personOf({ lags }: Shop, cart: Cart, now: number): JsonObject {
  const { buyer, receiver, memo } = cart;
  const arePhonesKnown = cart.paidAt !== null && now >= cart.paidAt + lags.phoneMs;
  const phone = (number: string) => (arePhonesKnown ? number : null);
  const toWhom = isUnaccepted(cart)
    ? {
        ReceiverName: null,
        HpNo: null,
        TelNo: null,
        ZipCode: null,
        DelFrontAddress: null,
        DelBackAddress: null,
        DelFullAddress: null,
      }
    : {
        ReceiverName: receiver.name,
        HpNo: phone(receiver.mobile),
        TelNo: phone(receiver.phone),
        ZipCode: receiver.zipCode,
        DelFrontAddress: receiver.front,
        DelBackAddress: receiver.back,
        DelFullAddress: `${receiver.front} ${receiver.back}`.trim(),
      };
  return {
    BuyerName: buyer.name,
    BuyerId: buyer.id,
    BuyerMobileTel: phone(buyer.phone),
    BuyerTel: phone(buyer.phone),
    ...toWhom,
    DelMemo: memo,
  };
}

/** A row of the orders that wait for their deposit: no phones on Gmarket (sheet §3.4). */
export function waitingRow(shop: Shop, order: Order, now: number): JsonObject {
  const { depositDueAt } = order.cart;
  return {
    ...orderRow(shop, order, now),
    OrderStatus: ORDER_STATUS.waiting,
    DepositDueDate: localOrNull(depositDueAt),
  };
}
