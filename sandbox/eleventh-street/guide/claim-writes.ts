import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Claim, ClaimKind, ClaimState } from '../claims/claim.ts';
import { collect, moveClaim, refund, reject, sendReplacement } from '../claims/course.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { guideAnswer, refuseGuide } from '../gateway/guide-answers.ts';
import { readBody, textOf } from './body.ts';
import { readInvoice } from './delivery.ts';
import { failItem } from './item-failure.ts';

interface ClaimWrite {
  readonly kind: ClaimKind;
  readonly from: readonly ClaimState[];
  /** The states in which it has been done already. */
  readonly after: readonly ClaimState[];
  readonly apply: (call: GrantedCall, claim: Claim) => void;
}

const REQUESTED: readonly ClaimState[] = ['requested', 'on_hold', 'completion_on_hold'];

const writeOf =
  ({ kind, from, after, apply }: ClaimWrite) =>
  (call: GrantedCall): WireAnswer => {
    const claim = call.shop.claims.byClmNo(call.params.clmNo ?? '');
    if (claim?.kind !== kind) refuseGuide('NOT_FOUND', '없는 클레임입니다');
    if (after.includes(claim.state)) refuseGuide('ALREADY_PROCESSED', '이미 처리된 클레임입니다');
    if (!from.includes(claim.state)) refuseGuide('INVALID_STATE', '처리할 수 없는 클레임 상태입니다');
    apply(call, claim);
    return guideAnswer();
  };

const rejectWrite = (kind: ClaimKind) =>
  writeOf({
    kind,
    from: REQUESTED,
    after: ['rejected'],
    apply(call, claim) {
      const body = readBody(call);
      const code = textOf(body, 'rjtRsnCd');
      if (!['01', '02', '03'].includes(code)) refuseGuide('INVALID_PARAMETER', `rjtRsnCd ${code}`);
      failItem(call);
      reject(call.shop, claim, { code, text: textOf(body, 'rjtRsnDtl') }, call.now);
    },
  });

/** Refunds a cancel at once (guide 3.5.1). */
export const approveGuideCancel = writeOf({
  kind: 'cancel',
  from: REQUESTED,
  after: ['done'],
  apply(call, claim) {
    failItem(call);
    refund(call.shop, claim, call.now);
  },
});
export const rejectGuideCancel = rejectWrite('cancel');

/** Agrees to a return; what the courier has brought back before that counts as collected (guide 3.6.1). */
export const approveGuideReturn = writeOf({
  kind: 'return',
  from: REQUESTED,
  after: ['approved', 'collected', 'done'],
  apply: agree,
});
export const rejectGuideReturn = rejectWrite('return');

/** Says that the goods are back (guide 3.6.3). */
export const collectGuideReturn = writeOf({
  kind: 'return',
  from: ['approved'],
  after: ['collected', 'done'],
  apply(call, claim) {
    failItem(call);
    collect(call.shop, claim, call.now);
  },
});

/** Refunds a return (guide 3.6.4). */
export const completeGuideReturn = writeOf({
  kind: 'return',
  from: ['collected'],
  after: ['done'],
  apply(call, claim) {
    failItem(call);
    refund(call.shop, claim, call.now);
  },
});

/** Agrees to an exchange (guide 3.7.1). */
export const approveGuideExchange = writeOf({
  kind: 'exchange',
  from: REQUESTED,
  after: ['approved', 'collected', 'reshipped', 'done'],
  apply: agree,
});
export const rejectGuideExchange = rejectWrite('exchange');

/** Sends the new goods of an exchange (guide 3.7.3). */
export const shipGuideExchange = writeOf({
  kind: 'exchange',
  from: ['approved', 'collected'],
  after: ['reshipped', 'done'],
  apply(call, claim) {
    const carried = readInvoice(call, claim.line.order);
    failItem(call);
    const { quantity } = claim;
    sendReplacement(call.shop, claim, { method: 'parcel', ...carried, quantity, sentAt: call.now }, call.now);
  },
});

function agree(call: GrantedCall, claim: Claim): void {
  failItem(call);
  moveClaim(call.shop, claim, claim.collectedAt === null ? 'approved' : 'collected', call.now);
}
