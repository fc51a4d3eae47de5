import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

const fact = (code: string, reason: TroubleReason, ko: string, en: string): NativeErrorFacts => ({
  code,
  reason,
  says: { ko, en },
});

/** Codes of the gateway in front of every API, by prefix: some come with a suffix (sheet §5.2). */
export const GATEWAY_FACTS: readonly NativeErrorFacts[] = [
  fact(
    'GW.AUTHN',
    'token_refused',
    '토큰이 만료되었거나, 애플리케이션에 이 API 그룹이 추가되지 않았습니다. API 그룹을 확인하세요.',
    'The token has run out, or this API group is not ticked on the application. Check the API groups.',
  ),
  fact(
    'GW.AUTHZ',
    'missing_permission',
    '이 호출이 허용되지 않았습니다. 애플리케이션 권한을 확인하세요.',
    'The call is not allowed. Check what the application may do.',
  ),
  fact(
    'GW.IP_NOT_ALLOWED',
    'ip_not_allowed',
    '등록되지 않은 IP입니다. 커머스API센터에 이 서버의 IP를 추가하세요.',
    'The address is not on the list. Add the IP of this server in the Commerce API Center.',
  ),
  fact(
    'GW.NOT_FOUND',
    'wrong_endpoint',
    '네이버에 없는 API 주소입니다. 프로그램을 최신으로 바꾸세요.',
    'Naver does not know this call. Update the program.',
  ),
  fact(
    'GW.RATE_LIMIT',
    'over_limit',
    '초당 호출 한도를 넘었습니다. 잠시 후 저절로 다시 시도합니다.',
    'Too many calls in a second. It is tried again by itself in a moment.',
  ),
  fact(
    'GW.QUOTA_LIMIT',
    'penalty',
    '할당된 호출량을 다 썼거나 네이버가 애플리케이션을 시간당 1회로 제한했습니다. 다른 프로그램이 토큰을 잘못 요청하고 있지 않은지 확인하세요.',
    'The quota is spent, or Naver has throttled the application to one call an hour. Check whether another program asks for tokens wrongly.',
  ),
  fact(
    'GW.TIMEOUT',
    'timeout',
    '네이버가 제때 답하지 않았습니다. 처리되었는지 다시 읽어 확인합니다.',
    'Naver did not answer in time. Whether it was done is looked up.',
  ),
  fact(
    'GW.PROXY',
    'down',
    '네이버 게이트웨이 장애입니다. 저절로 다시 시도합니다.',
    "Naver's gateway is in trouble. It is tried again by itself.",
  ),
  fact(
    'GW.BLOCK',
    'down',
    '네이버가 이 API를 잠시 막았습니다. 저절로 다시 시도합니다.',
    'Naver has shut this call for a while. It is tried again by itself.',
  ),
  fact(
    'GW.INTERNAL_SERVER_ERROR',
    'down',
    '네이버 내부 오류입니다. 저절로 다시 시도합니다.',
    'An error inside Naver. It is tried again by itself.',
  ),
];

const WRONG_VALUE = '값이 잘못되었습니다. 네이버가 알려 준 항목을 고쳐 다시 시도하세요.';
const HOPE_KO = '희망배송일 규칙에 맞지 않습니다. 날짜, 시간, 지역을 확인하세요.';
const HOPE_EN = 'It breaks the rules of the hoped-for delivery day. Check day, time and region.';
const COUPON_KO = 'e쿠폰 상품은 이 방법으로 처리할 수 없습니다. 스마트스토어센터에서 처리하세요.';
const COUPON_EN = 'E-coupons cannot be handled this way. Use the SmartStore Center.';
const METHOD_KO = '이 주문은 배송방법을 바꾸어야 합니다. 다른 배송방법으로 발송하세요.';
const METHOD_EN = 'The delivery method must be another one. Dispatch with a different method.';

/** Codes of the order APIs, for one item inside a 200 or for a whole refused call (sheet §5.3). */
export const ORDER_FACTS: readonly NativeErrorFacts[] = [
  fact('4000', 'refused', WRONG_VALUE, 'A value is wrong. Mend the one Naver names and try again.'),
  fact(
    '000400',
    'refused',
    '네이버가 요청을 읽지 못했거나 없는 코드가 들어 있습니다.',
    'Naver could not read the request, or a code in it does not exist.',
  ),
  fact('100001', 'not_found', '없는 상품주문번호입니다.', 'There is no such product order.'),
  fact('100003', 'not_found', '없는 주문번호입니다.', 'There is no such order.'),
  fact(
    '101009',
    'wrong_shop',
    '이 스토어의 상품주문이 아닙니다. 연결된 계정을 확인하세요.',
    'The product order belongs to another store. Check which account is connected.',
  ),
  fact(
    '101011',
    'refused',
    '직계약 물류 상품이라 물류사만 발주확인할 수 있습니다.',
    'Only the logistics company may confirm these goods.',
  ),
  fact(
    '104105',
    'refused',
    '발송기한으로 정할 수 없는 날짜입니다. 더 이른 날짜를 고르세요.',
    'The day to ship by is out of range. Choose an earlier one.',
  ),
  fact('104116', 'refused', METHOD_KO, METHOD_EN),
  fact('104117', 'refused', METHOD_KO, METHOD_EN),
  fact('104118', 'refused', '택배사를 고르세요.', 'The courier is missing: choose one.'),
  fact('104119', 'refused', '네이버에 없는 택배사 코드입니다.', 'Naver does not know this courier.'),
  fact('104120', 'refused', '송장번호를 입력하세요.', 'The invoice number is missing.'),
  fact(
    '104121',
    'refused',
    '다른 배송에 이미 쓰인 송장번호입니다. 번호를 확인하세요.',
    'The invoice was already used for another shipment. Check the number.',
  ),
  fact(
    '104122',
    'refused',
    '송장번호가 올바르지 않습니다. 택배사와 번호를 확인하세요.',
    'The invoice is not valid. Check courier and number.',
  ),
  fact(
    '104131',
    'refused',
    '같은 상품주문이 한 요청에 두 번 들어 있습니다.',
    'The same product order comes twice in one request.',
  ),
  fact('104133', 'refused', '네이버가 받지 않는 요청입니다.', 'Naver does not take the request as it is.'),
  fact('104138', 'refused', HOPE_KO, HOPE_EN),
  fact(
    '104139',
    'refused',
    '조회할 수 있는 기간을 넘었습니다.',
    'The stretch of time is longer than Naver reads.',
  ),
  fact(
    '104417',
    'wrong_state',
    '교환 상품을 보낼 수 있는 상태가 아닙니다. 먼저 수거 완료 처리를 하세요.',
    'The exchange is not ready for the replacement. Tell Naver first that the goods are back.',
  ),
  fact('104441', 'refused', HOPE_KO, HOPE_EN),
  fact(
    '104442',
    'wrong_state',
    '지금 주문 상태에서는 할 수 없습니다. 주문을 새로 읽어 확인하세요.',
    'The order is not in a state for this. Read it again and look.',
  ),
  fact(
    '104443',
    'wrong_state',
    '발주 상태를 확인하세요. 지금은 할 수 없습니다.',
    'Its confirmation is not in a state for this. Read the order again and look.',
  ),
  fact('104444', 'refused', HOPE_KO, HOPE_EN),
  fact('104445', 'refused', HOPE_KO, HOPE_EN),
  fact('104446', 'already_done', HOPE_KO, HOPE_EN),
  fact('104449', 'refused', HOPE_KO, HOPE_EN),
  fact('104450', 'refused', HOPE_KO, HOPE_EN),
  fact('105001', 'refused', COUPON_KO, COUPON_EN),
  fact('105002', 'refused', COUPON_KO, COUPON_EN),
  fact(
    '105306',
    'already_done',
    '이미 그 상태입니다. 주문을 읽어 확인합니다.',
    'It already is in that state. The order is read to make sure.',
  ),
  fact(
    '105308',
    'refused',
    '직계약 물류 상품이라 물류사만 발송처리할 수 있습니다.',
    'Only the logistics company may dispatch these goods.',
  ),
];

/** Codes of the product APIs; which field is at fault stands in the text (sheet §5.1). */
const PRODUCT_FACTS: readonly NativeErrorFacts[] = [
  fact('BAD_REQUEST', 'refused', WRONG_VALUE, 'A value is wrong. Mend the one Naver names and try again.'),
  fact(
    'UNAUTHORIZED',
    'token_refused',
    '인증되지 않은 요청입니다. 저절로 토큰을 새로 받아 다시 시도합니다.',
    'The call was not authenticated. It is tried again with a new token.',
  ),
  fact(
    'FORBIDDEN',
    'missing_permission',
    '이 상품을 다룰 권한이 없습니다. 애플리케이션의 상품 API 그룹을 확인하세요.',
    'The application may not handle this product. Check its API group for products.',
  ),
  fact(
    'NOT_FOUND',
    'not_found',
    '네이버에 없는 상품 또는 카테고리입니다.',
    'Naver has no such product or category.',
  ),
  fact(
    'INTERNAL_SERVER_ERROR',
    'down',
    '네이버 내부 오류입니다. 저절로 다시 시도합니다.',
    'An error inside Naver. It is tried again by itself.',
  ),
  fact(
    'PERMANENT_REDIRECT',
    'wrong_endpoint',
    '옮겨진 API 주소입니다. 프로그램을 최신으로 바꾸세요.',
    'Naver has moved this call. Update the program.',
  ),
];

/** "Other": Naver itself does not say whether it was carried out, so the order has to be read again (sheet §5.3). */
export const UNDEFINED_CODE = '9999';

export const ERROR_FACTS: readonly NativeErrorFacts[] = [
  ...GATEWAY_FACTS,
  ...ORDER_FACTS,
  ...PRODUCT_FACTS,
  fact(
    UNDEFINED_CODE,
    'unexplained',
    '네이버가 이유를 알리지 않았습니다. 처리되었는지 주문을 다시 읽어 확인합니다.',
    'Naver does not say why. The order is read again to see whether it was done.',
  ),
];
