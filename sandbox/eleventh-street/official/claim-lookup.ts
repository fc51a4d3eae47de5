import type { Claim, ClaimKind } from '../claims/claim.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { refuse } from './refusal.ts';

/** The claim that a call names by its number, order and line; refuses one that is not there with the call's own family of codes. */
export function claimOf({ params, shop }: GrantedCall, kind: ClaimKind, family: number): Claim {
  const { claimSeq = '', ordNo = '', ordPrdSeq = '' } = params;
  if (shop.book.line(ordNo, ordPrdSeq) === undefined) refuse(family - 2, '해당 주문이 없습니다.');
  return (
    shop.claims.find([kind], claimSeq, ordNo, ordPrdSeq) ?? refuse(family - 3, '해당 클레임이 없습니다.')
  );
}

/** Refuses a claim that is not open any more, or not as the call needs it. */
export function requireState({ state }: Claim, states: readonly Claim['state'][], code: number): void {
  if (!states.includes(state)) refuse(code, '처리할 수 없는 클레임 상태입니다.');
}
