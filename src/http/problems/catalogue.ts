import type { Localized } from '../../marketplaces/kit/localized.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: Localized;
  readonly detail: Localized;
}

/** Every problem the API can answer with, by its stable code. The detail may be replaced by a closer one. */
export const PROBLEMS = {
  token_missing: {
    status: 401,
    title: { ko: '로그인이 필요합니다', en: 'Authentication is needed' },
    detail: {
      ko: '요청에 API 토큰이 없습니다. "Authorization: Bearer moa_…" 헤더를 넣거나 로그인하세요.',
      en: 'The request carries no API token. Send "Authorization: Bearer moa_…", or sign in.',
    },
  },
  token_unknown: {
    status: 401,
    title: { ko: '토큰이 맞지 않습니다', en: 'The token is not valid' },
    detail: {
      ko: '이 토큰은 발급된 적이 없거나 폐기되었습니다. 복사하면서 잘리지 않았는지 확인하세요.',
      en: 'This token was never issued or has been revoked. See whether it was cut when copied.',
    },
  },
  token_expired: {
    status: 401,
    title: { ko: '토큰이 만료되었습니다', en: 'The token has expired' },
    detail: {
      ko: '이 토큰의 유효기간이 끝났습니다. 새 토큰을 발급받으세요.',
      en: 'This token has reached its end. Issue a new one.',
    },
  },
  session_ended: {
    status: 401,
    title: { ko: '다시 로그인하세요', en: 'Sign in again' },
    detail: {
      ko: '로그인이 끝났거나 다른 곳에서 로그아웃되었습니다.',
      en: 'The session has ended or was signed out elsewhere.',
    },
  },
  wrong_password: {
    status: 401,
    title: { ko: '로그인할 수 없습니다', en: 'Sign-in failed' },
    detail: {
      ko: '이메일 또는 비밀번호가 맞지 않습니다.',
      en: 'E-mail or password is wrong.',
    },
  },
  role_too_low: {
    status: 403,
    title: { ko: '권한이 없습니다', en: 'Your role does not allow this' },
    detail: {
      ko: '이 작업을 할 수 있는 역할이 아닙니다. 사업자(owner)에게 권한을 요청하세요.',
      en: 'Your role may not do this. Ask the owner of the business.',
    },
  },
  no_business: {
    status: 403,
    title: { ko: '소속된 사업자가 없습니다', en: 'No business' },
    detail: {
      ko: '로그인했지만 어느 사업자에도 속해 있지 않습니다. 관리자에게 추가를 요청하세요.',
      en: 'You are signed in but belong to no business. Ask an administrator to add you.',
    },
  },
  foreign_origin: {
    status: 403,
    title: { ko: '다른 사이트에서 온 요청입니다', en: 'The request comes from another site' },
    detail: {
      ko: '로그인 쿠키로는 이 주소의 페이지에서만 변경할 수 있습니다. 프로그램에서는 API 토큰을 사용하세요.',
      en: 'With a session cookie, only pages of this address may change things. Programs use an API token.',
    },
  },
  not_found: {
    status: 404,
    title: { ko: '찾을 수 없습니다', en: 'Not found' },
    detail: {
      ko: '그 번호의 자료가 없거나 볼 수 없는 자료입니다.',
      en: 'There is nothing under this number, or it is not yours to see.',
    },
  },
  route_unknown: {
    status: 404,
    title: { ko: '없는 주소입니다', en: 'No such address' },
    detail: {
      ko: '이 주소나 방식(method)의 API가 없습니다. 목록은 /docs 에 있습니다.',
      en: 'The API has no such path or method. See /docs for the list.',
    },
  },
  malformed_body: {
    status: 400,
    title: { ko: '본문을 읽을 수 없습니다', en: 'The body cannot be read' },
    detail: {
      ko: '본문이 올바른 JSON이 아닙니다.',
      en: 'The body is not valid JSON.',
    },
  },
  body_too_large: {
    status: 413,
    title: { ko: '본문이 너무 큽니다', en: 'The body is too large' },
    detail: {
      ko: '본문은 1 MB까지 보낼 수 있습니다. 나누어 보내세요.',
      en: 'A body may have up to 1 MB. Send it in parts.',
    },
  },
  media_type_unsupported: {
    status: 415,
    title: { ko: 'JSON으로 보내 주세요', en: 'Send JSON' },
    detail: {
      ko: '본문은 "Content-Type: application/json"으로 보내야 합니다.',
      en: 'A body must be sent as "Content-Type: application/json".',
    },
  },
  idempotency_key_in_progress: {
    status: 409,
    title: { ko: '같은 요청이 진행 중입니다', en: 'The same request is in progress' },
    detail: {
      ko: '같은 Idempotency-Key의 요청을 아직 처리하고 있습니다. 잠시 뒤 다시 보내면 그 결과를 받습니다.',
      en: 'A request with this Idempotency-Key is still at work. Send it again shortly to get its answer.',
    },
  },
  idempotency_key_reused: {
    status: 422,
    title: { ko: 'Idempotency-Key를 다시 쓸 수 없습니다', en: 'The Idempotency-Key was used before' },
    detail: {
      ko: '이 키는 다른 내용의 요청에 이미 사용되었습니다. 새 키를 쓰세요.',
      en: 'This key belongs to a request with other content. Use a new key.',
    },
  },
  invalid_request: {
    status: 422,
    title: { ko: '요청에 고칠 곳이 있습니다', en: 'The request needs correction' },
    detail: {
      ko: '아래 항목을 고쳐 다시 보내세요.',
      en: 'Correct the fields below and send it again.',
    },
  },
  unknown_platform: {
    status: 422,
    title: { ko: '모르는 마켓입니다', en: 'Unknown marketplace' },
    detail: {
      ko: '연결할 수 있는 마켓이 아닙니다.',
      en: 'This is not a marketplace the hub can connect to.',
    },
  },
  carrier_unknown: {
    status: 422,
    title: { ko: '모르는 택배사입니다', en: 'Unknown carrier' },
    detail: {
      ko: '이 마켓에서 쓸 수 없는 택배사입니다. 아래 목록에서 고르세요.',
      en: 'This carrier is not usable at this marketplace. Choose one of the list below.',
    },
  },
  not_offered: {
    status: 422,
    title: { ko: '마켓에 없는 기능입니다', en: 'The marketplace does not offer this' },
    detail: {
      ko: '이 마켓의 API에는 이 기능이 없습니다.',
      en: "This marketplace's API has no such function.",
    },
  },
  line_not_found: {
    status: 422,
    title: { ko: '이 주문의 상품이 아닙니다', en: 'Not a line of this order' },
    detail: {
      ko: '지정한 주문 상품이 이 주문에 없습니다.',
      en: 'A given line does not belong to this order.',
    },
  },
  nothing_to_do: {
    status: 409,
    title: { ko: '지금 상태에서는 할 수 없습니다', en: 'Not possible in this state' },
    detail: {
      ko: '이 주문에는 지금 그렇게 처리할 상품이 없습니다.',
      en: 'No line of this order can be handled that way now.',
    },
  },
  cancel_requested: {
    status: 409,
    title: { ko: '취소 요청이 들어온 주문입니다', en: 'The buyer has asked to cancel' },
    detail: {
      ko: '구매자가 취소를 요청했습니다. 취소 요청을 먼저 처리하세요.',
      en: 'The buyer has asked to cancel. Settle the cancel request first.',
    },
  },
  line_locked: {
    status: 409,
    title: { ko: '판매자가 처리할 수 없는 상품입니다', en: 'The seller may not act on this' },
    detail: {
      ko: '마켓이 직접 처리하는 상품이라 여기서 바꿀 수 없습니다.',
      en: 'The marketplace handles this line itself.',
    },
  },
  account_disconnected: {
    status: 409,
    title: { ko: '연결이 끊긴 상점입니다', en: 'The shop is disconnected' },
    detail: {
      ko: '이 주문의 상점은 연결이 해제되어 마켓에 보낼 수 없습니다. 상점을 다시 연결하세요.',
      en: 'The shop of this order is no longer connected, so nothing can be sent. Connect it again.',
    },
  },
  too_many_attempts: {
    status: 429,
    title: { ko: '시도가 너무 많습니다', en: 'Too many attempts' },
    detail: {
      ko: '잠시 뒤 다시 시도하세요.',
      en: 'Wait a little and try again.',
    },
  },
  internal: {
    status: 500,
    title: { ko: 'Moa 안에서 문제가 생겼습니다', en: 'Something broke inside Moa' },
    detail: {
      ko: '요청을 처리하지 못했습니다. 다시 시도하고, 계속되면 request_id를 알려 주세요.',
      en: 'The request could not be handled. Try again; if it stays, report the request_id.',
    },
  },
  not_ready: {
    status: 503,
    title: { ko: '아직 사용할 수 없습니다', en: 'Not ready' },
    detail: {
      ko: '데이터베이스에 연결할 수 없습니다.',
      en: 'The database cannot be reached.',
    },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
