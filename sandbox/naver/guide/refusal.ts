/** Codes of edition `guide`, and the HTTP status of a call that is refused with one as a whole (envelopes, "General"). */
export const GUIDE_CODES = {
  INVALID_TOKEN: { status: 401, message: '인증 정보가 유효하지 않습니다.' },
  FORBIDDEN: { status: 403, message: '접근 권한이 없습니다.' },
  NOT_FOUND: { status: 404, message: '대상을 찾을 수 없습니다.' },
  INVALID_PARAMETER: { status: 400, message: '요청 값이 올바르지 않습니다.' },
  INVALID_STATE: { status: 409, message: '현재 상태에서 처리할 수 없습니다.' },
  ALREADY_PROCESSED: { status: 409, message: '이미 처리된 요청입니다.' },
  DUPLICATE_TRACKING_NUMBER: { status: 409, message: '이미 사용된 송장번호입니다.' },
  TOO_MANY_REQUESTS: { status: 429, message: '분당 호출 한도를 초과했습니다.' },
  INTERNAL_ERROR: { status: 500, message: '일시적인 오류가 발생했습니다.' },
} as const;
export type GuideCode = keyof typeof GUIDE_CODES;

/** A call of edition `guide` that is refused as a whole. */
export class GuideRefusal extends Error {
  readonly code: GuideCode;

  constructor(code: GuideCode, message: string = GUIDE_CODES[code].message) {
    super(message);
    this.code = code;
  }
}

/** A parameter that is missing or cannot be used; the message names it. */
export function invalidParameter(name: string): GuideRefusal {
  return new GuideRefusal('INVALID_PARAMETER', `${name}: ${GUIDE_CODES.INVALID_PARAMETER.message}`);
}
