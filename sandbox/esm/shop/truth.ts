import { type Claim, isHeld } from '../claims/claim.ts';
import { guideCodeOf } from '../couriers.ts';
import { amountOf, guideNumberOf, type Order, paidFor, standingClaimOf } from '../orders/order.ts';
import { sellerCancelsOf } from '../orders/penalties.ts';
import { optionNoOf } from '../products/goods.ts';
import { goodsAt, optionText, sitesOf } from '../products/product.ts';
import { formatInstant } from '../time.ts';
import type { Shop } from './shop.ts';

const instantOrNull = (at: number | null) => (at === null ? null : formatInstant(at));

const meant = ({ book }: Shop, reference: string | undefined) =>
  reference === undefined ? book.orders() : book.meantBy(reference);

/** Everything the stand-in knows about the orders of a shop, or about those that a number means; ids are texts. */
export function ordersTruth(shop: Shop, reference: string | undefined): readonly Record<string, unknown>[] {
  return meant(shop, reference).map(orderTruth);
}

/** Everything the stand-in knows about the claims of a shop, or of the orders that a number means. */
export function claimsTruth(shop: Shop, reference: string | undefined): readonly Record<string, unknown>[] {
  return meant(shop, reference).flatMap((order) => order.claims.map((claim) => claimTruth(order, claim)));
}

/** What is on sale, and what a seller's cancel took off sale. */
export function offersTruth({ catalogue }: Shop): readonly Record<string, unknown>[] {
  return catalogue.products().flatMap((product) => {
    const { names, options } = product.choice;
    const soldOutOptions = options.filter(({ soldOut }) => soldOut).map((one) => optionText(names, one));
    return sitesOf(product).flatMap((site) => {
      const sale = product.sites[site];
      return sale === undefined
        ? []
        : { ...goodsAt(product, site, sale), soldOut: !sale.isSell, soldOutOptions };
    });
  });
}

/** Everything the stand-in knows about one order number. */
export function orderTruth(order: Order): Record<string, unknown> {
  const { cart, goods, option, parcel } = order;
  return {
    orderNo: order.orderNo,
    payNo: cart.payNo,
    guideOrdNo: guideNumberOf(cart),
    site: cart.site,
    status: order.status,
    claimed: standingClaimOf(order) !== undefined,
    orderedAt: formatInstant(cart.orderedAt),
    paidAt: instantOrNull(cart.paidAt),
    confirmedAt: instantOrNull(order.confirmedAt),
    shippedAt: instantOrNull(order.sentAt),
    deliveredAt: instantOrNull(order.deliveredAt),
    decidedAt: instantOrNull(order.decidedAt),
    dueAt: instantOrNull(order.dueAt),
    expectedAt: instantOrNull(order.expectedAt),
    siteGoodsNo: goods.siteGoodsNo,
    goodsName: goods.name,
    sellerCode: goods.sellerCode,
    option: option?.text ?? null,
    optionNo: option === null ? null : optionNoOf(goods, option),
    optionCode: option?.code ?? null,
    quantity: order.quantity,
    unitPrice: order.unitPrice,
    amount: amountOf(order),
    paid: paidFor(order),
    discount: order.sellerDiscount + order.siteDiscount,
    shippingFee: cart.shippingFee,
    remoteFee: cart.remoteFee,
    buyer: cart.buyer,
    receiver: cart.receiver,
    memo: cart.memo,
    distribution: order.distribution,
    gift: cart.gift === null ? null : { acceptedAt: instantOrNull(cart.gift.acceptedAt) },
    deliveryCompanyCode: parcel?.courier.code ?? null,
    deliveryCompanyName: parcel?.courier.name ?? null,
    guideDeliveryCompanyCode: parcel === null ? null : guideCodeOf(parcel.courier),
    invoiceNo: parcel?.invoice ?? null,
    invoicesRegistered: order.registrations,
    invoicesCorrected: order.corrections,
    confirmations: order.confirmations,
    nonReceipt: order.nonReceipt,
    sellerCancels: sellerCancelsOf(order),
    claims: order.claims.map((claim) => claimTruth(order, claim)),
  };
}

function claimTruth({ cart }: Order, claim: Claim): Record<string, unknown> {
  return {
    claimNo: claim.claimNo,
    orderNo: claim.orderNo,
    payNo: cart.payNo,
    guideOrdNo: guideNumberOf(cart),
    site: cart.site,
    kind: claim.kind,
    state: claim.state,
    held: isHeld(claim),
    holdFee: claim.hold?.fee ?? 0,
    quantity: claim.quantity,
    fault: claim.fault,
    reasonCode: claim.reasonCode,
    reasonDetail: claim.reasonDetail,
    fee: claim.fee,
    requestedAt: formatInstant(claim.requestedAt),
    approvedAt: instantOrNull(claim.approvedAt),
    completedAt: instantOrNull(claim.completedAt),
    refundedAt: instantOrNull(claim.refundedAt),
    refundPending: claim.refundPending,
    refundedBySite: claim.refundedBySite,
    fastRefund: claim.isFastRefund,
    collectCompanyCode: claim.pickup?.courier?.code ?? null,
    collectInvoice: claim.pickup?.invoice ?? null,
    resendCompanyCode: claim.resend?.courier.code ?? null,
    resendInvoice: claim.resend?.invoice ?? null,
    rejectReason: claim.rejectReason,
  };
}
