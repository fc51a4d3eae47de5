import type { WireAnswer } from '../../frame/marketplace.ts';
import { type Claim, type ClaimKind, isHeld, PARTY } from '../claims/claim.ts';
import { hold } from '../claims/claiming.ts';
import { type Courier, courierOf, fitsCourier } from '../couriers.ts';
import { type Order, openClaimOf, paidFor } from '../orders/order.ts';
import { Refusal, refuseClaim, refuseUnknown, refuseValue, success } from './answers.ts';
import type { OfficialCall } from './call.ts';

const WORD: Readonly<Record<ClaimKind, string>> = { cancel: '취소', return: '반품', exchange: '교환' };
/** The sheet names a fee for holds of returns alone; with an exchange it is taken where it comes. */
const WAITS_FOR_FEE = { return: 2, exchange: 1 } as const;
const AUCTION_LEAST_FEE = 1_000;

/** The open claim of this kind, which a pick-up or a re-send needs. */
export function claimOfKind(order: Order, kind: ClaimKind): Claim {
  const { site } = order.cart;
  const claim = openClaimOf(order);
  if (claim?.kind === kind) return claim;
  const last = order.claims.findLast((known) => known.kind === kind);
  if (last === undefined) return refuseClaim(site, 'W22-3', `${WORD[kind]} 신청 내역이 없습니다`);
  if (last.state === 'done') return refuseClaim(site, 'W18-1', '이미 처리된 건입니다');
  return refuseClaim(site, 'W22-4', `${WORD[kind]} 철회된 주문입니다`);
}

/** The carrier and the invoice that a call names. */
export function parcelIn(
  { body }: OfficialCall,
  { cart, distribution }: Order,
): { readonly courier: Courier; readonly invoice: string } {
  if (distribution !== 'NL') refuseClaim(cart.site, 'W22-2', '스타배송 주문은 처리할 수 없습니다');
  const code = body.text('DeliveryCompCode') ?? body.text('pickupCompCode');
  const courier = courierOf(code) ?? refuseUnknown(cart.site, '존재하지 않는 택배사입니다.');
  const invoice = body.text('InvoiceNo') ?? '';
  if (!fitsCourier(courier, invoice)) refuseClaim(cart.site, 'W22-6', '송장번호가 올바르지 않습니다');
  return { courier, invoice };
}

/**
 * Holds a return or an exchange: before its goods are being fetched or after they came, and never a fast refund (sheet
 * §3.7, §5).
 */
export function holdClaim(
  call: OfficialCall,
  order: Order,
  kind: 'return' | 'exchange',
  reasons: readonly number[],
): WireAnswer {
  const { body, now } = call;
  const { site } = order.cart;
  const claim = openClaimOf(order);
  if (claim?.kind !== kind || claim.state === 'reshipped' || claim.refundPending)
    return refuseClaim(
      site,
      kind === 'exchange' ? 'W20-1' : 'W20-2',
      `보류할 수 있는 ${WORD[kind]} 상태가 아닙니다`,
    );
  const reason = body.whole('HoldReason');
  if (reason === undefined || !reasons.includes(reason))
    return refuseValue('HoldReason 값이 올바르지 않습니다.');
  if (claim.isFastRefund) {
    if (site === 'gmarket') throw new Refusal(99999, '빠른환불 건은 보류할 수 없습니다.');
    refuseClaim(site, 'W20-6', '빠른환불 건은 보류할 수 없습니다');
  }
  if (isHeld(claim) && claim.hold?.reason === reason)
    refuseClaim(site, 'W19-1', '동일한 사유로 보류중입니다');
  if (claim.state !== 'collected' && claim.pickup?.orderedAt != null)
    refuseClaim(site, 'W20-3', '수거가 진행중인 건은 보류할 수 없습니다');
  const fee = reason === WAITS_FOR_FEE[kind] ? readFee(call, order, kind) : 0;
  hold(claim, { reason, detail: body.text('HoldReasonDetail') ?? '', fee }, now);
  return success(null);
}

function readFee({ body }: OfficialCall, order: Order, kind: ClaimKind): number {
  const { site } = order.cart;
  const named = body.whole('ReturnShippingFee') ?? body.whole('ExchangeShippingFee');
  if (named === undefined && kind === 'exchange') return 0;
  const fee = named ?? 0;
  if (fee <= 0 || (site === 'auction' && fee < AUCTION_LEAST_FEE))
    refuseClaim(site, 'W20-4', `추가 배송비는 ${AUCTION_LEAST_FEE}원 이상이어야 합니다`);
  if (fee > paidFor(order)) refuseClaim(site, 'W20-5', '추가 배송비가 상품금액보다 클 수 없습니다');
  return fee;
}

/** Whoever acts through the API is the seller. */
export const SELLER = PARTY.seller;
