import { ORDER_STATUS, type Order, openClaimOf } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import { type Claim, type ClaimKind, type Fault, PARTY, type Party, REASON } from './claim.ts';
import { approve, refund } from './claiming.ts';

/** What is asked for. */
export interface Wish {
  readonly kind: ClaimKind;
  readonly fault: Fault;
  readonly requestedBy?: Party;
  readonly reasonCode?: number;
  readonly reasonDetail?: string;
  readonly isFastRefund?: boolean;
}

// Front-office cancels always arrive as 1/1 (sheet §4.2).
const DETAILS: Readonly<Record<Fault, { readonly code: number; readonly texts: readonly string[] }>> = {
  buyer: {
    code: REASON.changedMind,
    texts: ['단순 변심', '생각했던 색상과 달라요', '사이즈가 맞지 않아요', ''],
  },
  seller: { code: REASON.defect, texts: ['상품에 하자가 있어요', '실밥이 터져 있습니다', '작동이 안 돼요'] },
  carrier: { code: REASON.other, texts: ['배송 중 파손되었습니다', '박스가 찌그러져서 왔어요'] },
};

/** Why the marketplace would not let the buyer ask for this; undefined if it would. */
export function whyNot(order: Order, kind: ClaimKind): string | undefined {
  if (openClaimOf(order) !== undefined) return 'a claim on the order is open';
  if (order.claims.some(({ state, kind: former }) => state === 'done' && former !== 'exchange'))
    return 'the order is undone';
  if (kind === 'cancel') {
    const isBefore = order.status === ORDER_STATUS.paid || order.status === ORDER_STATUS.preparing;
    return isBefore ? undefined : 'only a paid order that is not shipped can be cancelled';
  }
  if (order.status !== ORDER_STATUS.shipping && order.status !== ORDER_STATUS.delivered) {
    return 'only goods that were shipped and not confirmed can come back';
  }
  // An order can be exchanged once on Auction (sheet §7.20).
  const wasExchanged = order.claims.some(
    ({ kind: former, state }) => former === 'exchange' && state === 'done',
  );
  return kind === 'exchange' && order.cart.site === 'auction' && wasExchanged
    ? 'an order can be exchanged once'
    : undefined;
}

/**
 * Opens a claim on an order. In a shop of the official edition a buyer's cancel before the seller's confirmation takes
 * effect at once (sheet §3.5); the guide knows no confirmation, so there it is always a request.
 */
export function request(shop: Shop, order: Order, wish: Wish, at: number): Claim {
  const { kind, fault, requestedBy = PARTY.buyer, isFastRefund = false } = wish;
  const usual =
    kind === 'cancel' && fault === 'buyer' ? { code: REASON.changedMind, texts: [''] } : DETAILS[fault];
  const claim: Claim = {
    claimNo: shop.ids.claim(),
    orderNo: order.orderNo,
    quantity: order.quantity,
    requestedAt: at,
    requestedBy,
    fault,
    reasonCode: wish.reasonCode ?? usual.code,
    reasonDetail: wish.reasonDetail ?? shop.random.pick(usual.texts),
    kind,
    state: 'requested',
    changedAt: at,
    approvedBy: PARTY.nobody,
    approvedAt: null,
    withdrawnAt: null,
    completedAt: null,
    refundedAt: null,
    refundPending: false,
    refundedBySite: false,
    afterRemittance: false,
    isFastRefund,
    fee: kind === 'cancel' ? 0 : wayBackFee(order, kind),
    hold: null,
    pickup:
      kind === 'cancel'
        ? null
        : { bySite: true, courier: null, invoice: null, orderedAt: null, completedAt: null },
    resend: null,
    rejectReason: null,
  };
  shop.book.noteClaim(order, claim);
  const isImmediate =
    shop.edition === 'official' && requestedBy === PARTY.buyer && order.status === ORDER_STATUS.paid;
  if (kind === 'cancel' && isImmediate) {
    approve(claim, PARTY.nobody, at);
    refund(order, claim, at);
  }
  return claim;
}

function wayBackFee({ goods }: Order, kind: ClaimKind): number {
  return kind === 'exchange' ? goods.returnFee * 2 : goods.returnFee;
}
