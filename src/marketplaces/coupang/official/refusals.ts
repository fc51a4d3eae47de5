import type { TroubleReason } from '../../kit/trouble.ts';

/** Coupang refuses in words only, and few of them are documented, so these are told by what they speak of. */
const SAYS: readonly (readonly [RegExp, TroubleReason])[] = [
  [/이미\s*(처리|완료|승인|취소|철회|거부|접수)/, 'already_done'],
  [/배송상태를 변경할 수 없습니다|상태/, 'wrong_state'],
  [/Only INSTRUCT status/i, 'wrong_state'],
  [/존재하지 않|찾을 수 없|not found/i, 'not_found'],
];

/** The closest reason for a refusal in words; what nobody has mapped is a refusal and nothing more. */
export function refusalText(text: string): TroubleReason {
  return SAYS.find(([pattern]) => pattern.test(text))?.[1] ?? 'refused';
}
