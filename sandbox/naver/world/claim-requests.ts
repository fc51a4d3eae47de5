import type {
  AdminCancelClaim,
  CancelClaim,
  ClaimChannel,
  DecisionHoldback,
  ExchangeClaim,
  ReturnClaim,
} from '../orders/claim.ts';
import { faultOf, feeFor } from '../orders/claim-fault.ts';
import type { ClaimReason, ReturnMethod } from '../orders/codes.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { mainlandAddress } from './people.ts';

/** What a buyer, or the seller, asks for. */
export interface ClaimWish {
  readonly reason: ClaimReason;
  readonly detail: string;
  /** All that remains if absent. */
  readonly quantity?: number;
  /** The buyer if absent. */
  readonly channel?: ClaimChannel;
  /** How the goods come back; with the marketplace's courier if absent. */
  readonly collection?: Pick<ReturnClaim['collection'], 'company' | 'trackingNumber'> & {
    readonly method: ReturnMethod;
  };
}

const CANCEL_WISHES: readonly ClaimWish[] = [
  { reason: 'INTENT_CHANGED', detail: '다른 색으로 다시 주문할게요' },
  { reason: 'WRONG_ORDER', detail: '주소를 잘못 입력했어요' },
  { reason: 'DELAYED_DELIVERY', detail: '배송이 너무 늦어요' },
];
const RETURN_WISHES: readonly ClaimWish[] = [
  { reason: 'BROKEN', detail: '지퍼 불량' },
  { reason: 'WRONG_DELIVERY', detail: '다른 상품이 왔어요 😡' },
  { reason: 'INTENT_CHANGED', detail: '단순 변심입니다' },
];
const EXCHANGE_WISHES: readonly ClaimWish[] = [
  { reason: 'COLOR_AND_SIZE', detail: '사이즈가 작아요. 한 치수 큰 걸로 부탁드려요' },
  { reason: 'WRONG_OPTION', detail: '옵션이 다르게 왔습니다' },
];

function claimBase({ ids }: Shop, line: ProductOrder, wish: ClaimWish, at: number) {
  return {
    claimId: ids.next(at),
    requestedAt: at,
    reason: wish.reason,
    detail: wish.detail,
    fault: faultOf(wish.reason),
    channel: wish.channel ?? '구매회원',
    quantity: wish.quantity ?? line.remainQuantity,
  } as const;
}

/** A buyer's request to cancel. */
export function newCancel(
  shop: Shop,
  line: ProductOrder,
  at: number,
  wish?: Partial<ClaimWish>,
): CancelClaim {
  const asked = { ...shop.random.pick(CANCEL_WISHES), ...wish };
  return { ...claimBase(shop, line, asked, at), claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' };
}

/** The marketplace's own cancellation. */
export function newAdminCancel(shop: Shop, line: ProductOrder, at: number): AdminCancelClaim {
  const asked: ClaimWish = { reason: 'ETC', detail: '관리자 직권 취소' };
  return { ...claimBase(shop, line, asked, at), claimType: 'ADMIN_CANCEL', claimStatus: 'ADMIN_CANCELING' };
}

/** A buyer's request to return. */
export function newReturn(
  shop: Shop,
  line: ProductOrder,
  at: number,
  wish?: Partial<ClaimWish>,
): ReturnClaim {
  const asked: ClaimWish = { ...shop.random.pick(RETURN_WISHES), ...wish };
  return {
    ...claimBase(shop, line, asked, at),
    claimType: 'RETURN',
    claimStatus: 'RETURN_REQUEST',
    collection: asked.collection === undefined ? newCollection(shop, line) : ownCollection(asked, shop, line),
    feeDemand: feeFor('RETURN', faultOf(asked.reason)),
  };
}

/** A buyer's request to exchange. */
export function newExchange(
  shop: Shop,
  line: ProductOrder,
  at: number,
  wish?: Partial<ClaimWish>,
): ExchangeClaim {
  const asked = { ...shop.random.pick(EXCHANGE_WISHES), ...wish };
  return {
    ...claimBase(shop, line, asked, at),
    claimType: 'EXCHANGE',
    claimStatus: 'EXCHANGE_REQUEST',
    collection: newCollection(shop, line),
    feeDemand: feeFor('EXCHANGE', faultOf(asked.reason)),
  };
}

/** A buyer who does not want to decide the purchase yet. */
export function newDecisionHoldback({ ids }: Shop, at: number): DecisionHoldback {
  return {
    claimType: 'PURCHASE_DECISION_HOLDBACK',
    claimId: ids.next(at),
    claimStatus: 'PURCHASE_DECISION_HOLDBACK',
  };
}

/** Any way but the buyer's own may book a courier (sheet §3.4). */
function ownCollection(
  { collection }: ClaimWish,
  { random }: Shop,
  line: ProductOrder,
): ReturnClaim['collection'] {
  const method = collection?.method ?? 'RETURN_INDIVIDUAL';
  return {
    ...collection,
    method,
    from: line.receiver ?? mainlandAddress(random),
    status: method === 'RETURN_INDIVIDUAL' ? 'NOT_REQUESTED' : 'COLLECT_REQUEST_TO_DELIVERY_COMPANY',
  };
}

function newCollection({ random }: Shop, line: ProductOrder): ReturnClaim['collection'] {
  return {
    method: 'RETURN_DESIGNATED',
    company: 'CJGLS',
    trackingNumber: String(random.int(690_000_000_000, 699_999_999_999)),
    from: line.receiver ?? mainlandAddress(random),
    status: 'COLLECT_REQUEST_TO_DELIVERY_COMPANY',
  };
}
