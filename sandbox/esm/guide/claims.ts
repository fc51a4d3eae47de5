import type { JsonObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { type Claim, type ClaimKind, type ClaimState, type Fault, PARTY } from '../claims/claim.ts';
import { agree, approve, collect, refund, reject, resend } from '../claims/claiming.ts';
import { guideCodeOf } from '../couriers.ts';
import { guideNumberOf, type Order } from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import { SITE_CODES } from '../sites.ts';
import { formatInstant } from '../time.ts';
import { refuse, success } from './answers.ts';
import { bodyOf, daysOf, type GuideCall, siteOf, textIn } from './call.ts';
import { readParcel } from './orders.ts';

const KIND_NAMES: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CANCEL',
  return: 'RETURN',
  exchange: 'EXCHANGE',
};
const STATE_NAMES: Readonly<Record<ClaimState, string>> = {
  requested: 'REQUESTED',
  approved: 'APPROVED',
  collected: 'COLLECTED',
  reshipped: 'SHIPPED',
  done: 'COMPLETED',
  rejected: 'REJECTED',
  withdrawn: 'WITHDRAWN',
};
const FAULT_NAMES: Readonly<Record<Fault, string>> = {
  buyer: 'BUYER',
  seller: 'SELLER',
  carrier: 'DELIVERY',
};
const REASON_TEXTS = [
  '기타',
  '단순변심',
  '옵션변경',
  '상품오배송',
  '미도착',
  '상품불량',
  '품절',
  '선물기한만료',
  '선물거절',
];

const instantOrNull = (at: number | null | undefined) => (at == null ? null : formatInstant(at));

/** Claims whose last change lies within some days (guide §4.3.2). */
export function listClaims(call: GuideCall): WireAnswer {
  const { query, shop } = call;
  const span = daysOf(call);
  const site = siteOf(call);
  const type = query.get('claimType') ?? '';
  if (type !== '' && !Object.values(KIND_NAMES).includes(type))
    refuse('INVALID_PARAMETER', `there is no claimType ${type}`);
  const rows = shop.book
    .orders()
    .filter(({ cart }) => site === undefined || cart.site === site)
    .flatMap((order) =>
      order.claims
        .filter(
          ({ kind, changedAt }) =>
            changedAt >= span.from && changedAt < span.to && (type === '' || KIND_NAMES[kind] === type),
        )
        .map((claim) => claimJson(order, claim)),
    );
  return success({
    claims: struckRows(call, rows, {
      id: 'claimNo',
      status: 'claimStatus',
      unknown: 'ON_REVIEW',
      spoilsAll: true,
    }),
  });
}

function claimJson({ cart, goods }: Order, claim: Claim): JsonObject {
  const { pickup, resend: sent } = claim;
  const isCancel = claim.kind === 'cancel';
  return {
    claimNo: claim.claimNo,
    claimType: KIND_NAMES[claim.kind],
    claimStatus: STATE_NAMES[claim.state],
    ordNo: guideNumberOf(cart),
    siteType: SITE_CODES[cart.site].guide,
    itemNo: goods.siteGoodsNo,
    quantity: claim.quantity,
    reason: REASON_TEXTS[claim.reasonCode] ?? '기타',
    reasonDetail: claim.rejectReason ?? claim.reasonDetail,
    faultType: FAULT_NAMES[claim.fault],
    requestDate: formatInstant(claim.requestedAt),
    changedDate: formatInstant(claim.changedAt),
    completedDate: instantOrNull(claim.completedAt),
    returnFee: isCancel ? null : claim.fee,
    returnFeePaidBy: isCancel ? null : claim.fault === 'buyer' ? 'BUYER' : 'SELLER',
    collectDeliveryCompanyCode: pickup?.courier == null ? null : guideCodeOf(pickup.courier),
    collectTrackingNumber: pickup?.invoice ?? null,
    exchangeDeliveryCompanyCode: sent === null ? null : guideCodeOf(sent.courier),
    exchangeTrackingNumber: sent?.invoice ?? null,
  };
}

type Take = (order: Order, claim: Claim, call: GuideCall) => void;

/** A call about one claim: which claims it takes, in which states, and what it does. */
function writing(kind: ClaimKind, from: readonly ClaimState[], after: readonly ClaimState[], take: Take) {
  return (call: GuideCall): WireAnswer => {
    const found = call.shop.book.claim(call.params.claimNo ?? '');
    if (found === undefined || found.claim.kind !== kind)
      return refuse('NOT_FOUND', '클레임이 존재하지 않습니다');
    const { order, claim } = found;
    if (after.includes(claim.state)) refuse('ALREADY_PROCESSED', '이미 처리된 클레임입니다');
    if (!from.includes(claim.state) || claim.refundPending)
      refuse('INVALID_STATE', `클레임이 ${STATE_NAMES[claim.state]} 상태입니다`);
    take(order, claim, call);
    return success();
  };
}

const refunding: Take = (order, claim, { now }) => {
  approve(claim, PARTY.seller, now);
  refund(order, claim, now);
};
const agreeing: Take = (_order, claim, { now }) => agree(claim, PARTY.seller, now);
const rejecting: Take = (order, claim, call) =>
  reject(order, claim, textIn(bodyOf(call), 'rejectReason'), call.now);
const collecting: Take = (_order, claim, { now }) => collect(claim, now);
const resending: Take = (_order, claim, call) => {
  const { courier, invoice } = readParcel(call);
  resend(claim, courier, invoice, PARTY.seller, call.now);
};

export const approveCancel = writing('cancel', ['requested', 'approved'], ['done'], refunding);
export const rejectCancel = writing('cancel', ['requested'], ['rejected'], rejecting);
export const approveReturn = writing('return', ['requested'], ['approved', 'collected', 'done'], agreeing);
export const rejectReturn = writing(
  'return',
  ['requested', 'approved', 'collected'],
  ['rejected'],
  rejecting,
);
export const collectReturn = writing('return', ['approved'], ['collected', 'done'], collecting);
export const completeReturn = writing('return', ['collected'], ['done'], refunding);
export const approveExchange = writing(
  'exchange',
  ['requested'],
  ['approved', 'collected', 'reshipped', 'done'],
  agreeing,
);
export const shipExchange = writing('exchange', ['approved', 'collected'], ['reshipped', 'done'], resending);
