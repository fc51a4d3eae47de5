import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { TroubleReason } from '../../kit/trouble.ts';
import { RESULT_CODES } from './result-codes.ts';

const fact = (
  code: string,
  where: string,
  reason: TroubleReason,
  ko: string,
  en: string,
): NativeErrorFacts => ({ code, where, reason, says: { ko, en } });

/** What the gateway and the services answer beside their result codes, by HTTP status and text (sheet §5, §3). */
const ANSWERS: readonly NativeErrorFacts[] = [
  fact(
    '401',
    'Specified signature is expired.',
    'clock_skew',
    '서버 시계가 맞지 않아 서명이 만료되었습니다. 이 서버의 시각을 맞추세요.',
    'The signature had expired since the clock is off. Set the clock of this server.',
  ),
  fact(
    '401',
    'Invalid signature · HMAC format is invalid. · Request is not authorized.',
    'wrong_key',
    'API 키가 맞지 않거나 180일이 지나 만료되었습니다. WING에서 키를 확인하거나 다시 발급하세요.',
    'The API key is wrong or, after 180 days, has expired. Check it in WING or have a new one issued.',
  ),
  fact(
    '403',
    'Not allowed IP · Your ip address … is not allowed',
    'ip_not_allowed',
    '등록되지 않은 IP에서 호출했습니다. WING의 OPEN API 키 화면에 이 서버의 IP를 등록하세요.',
    "The call came from an unregistered address. Register this server's IP at the OPEN API key in WING.",
  ),
  fact(
    '403',
    'Access Denied (HTML)',
    'edge_block',
    '오류가 많아 쿠팡이 잠시 막았습니다. 10분쯤 뒤 자동으로 다시 시도합니다.',
    'Coupang shut us out for a while after many errors. It is tried again in about ten minutes.',
  ),
  fact(
    '403',
    'other',
    'missing_permission',
    '이 API를 쓸 권한이 없습니다. WING에서 키의 권한을 확인하세요.',
    'The key may not use this call. Check its rights in WING.',
  ),
  fact(
    '302',
    '',
    'account_blocked',
    '쿠팡이 이 업체나 IP를 막았습니다. 쿠팡 판매자 지원에 문의하세요.',
    'Coupang has blocked this vendor or address. Ask its seller support.',
  ),
  fact(
    '400',
    'Invalid vendor ID',
    'wrong_shop',
    '업체코드가 API 키와 맞지 않습니다. 계정 설정의 업체코드를 확인하세요.',
    'The vendor ID does not belong to the key. Check it in the account settings.',
  ),
  fact(
    '400',
    '해당 주문이 취소 또는 반품 되었습니다.',
    'not_found',
    '취소되었거나 반품된 주문입니다. 취소·반품 목록에서 확인하세요.',
    'The order was cancelled or returned. See the claims for which.',
  ),
  fact(
    '400',
    '유효하지 않은 주문번호 입니다.',
    'not_found',
    '쿠팡에 없는 주문번호입니다.',
    'Coupang knows no order under this number.',
  ),
  fact(
    '400',
    '다른 판매자의 주문을 조회할 수 없습니다.',
    'not_found',
    '다른 판매자의 주문입니다. 업체코드를 확인하세요.',
    "The order is another seller's. Check the vendor ID.",
  ),
  fact(
    '400',
    '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.',
    'wrong_state',
    '환불 중이거나 이미 처리된 주문이라 바꿀 수 없습니다. 주문의 지금 상태를 확인하세요.',
    'The order is being refunded or was handled already. Look at its present state.',
  ),
  fact(
    '400',
    '이미 저장된 송장번호가 있어',
    'refused',
    '이미 등록된 송장번호입니다. 번호를 확인하거나 송장 수정을 쓰세요.',
    'The invoice number was entered before. Check it, or change the invoice instead.',
  ),
  fact(
    '400',
    'endTime-startTime range should less than31.',
    'refused',
    '조회 기간이 너무 깁니다. 프로그램 오류이니 알려 주세요.',
    'The range asked for is too long. This is a defect of ours: please report it.',
  ),
  fact(
    '400',
    'vendorItemId … not found · 삭제된 상품은 변경이 불가능합니다',
    'not_found',
    '쿠팡에 없거나 삭제된 옵션입니다. 상품 연결을 확인하세요.',
    'The option does not exist or was deleted. Check what it is linked to.',
  ),
  fact(
    '400',
    'other',
    'refused',
    '쿠팡이 요청을 거절했습니다. 쿠팡이 보낸 문구를 확인하세요.',
    'Coupang refused the request. See its own words.',
  ),
  fact(
    '404',
    'No exactly matching API specification',
    'wrong_shop',
    '업체코드가 틀렸을 수 있습니다. 계정 설정을 확인하세요.',
    'The vendor ID may be wrong. Check the account settings.',
  ),
  fact(
    '410',
    '',
    'wrong_endpoint',
    '쿠팡이 이 API를 종료했습니다. 프로그램을 업데이트하세요.',
    'Coupang has retired this call. Update the program.',
  ),
  fact(
    '412',
    '',
    'wrong_endpoint',
    '쿠팡이 아직 열지 않은 API입니다. 프로그램을 업데이트하세요.',
    'Coupang has not opened this call. Update the program.',
  ),
  fact(
    '423',
    '',
    'wrong_endpoint',
    '쿠팡이 잠근 API입니다. 쿠팡 공지를 확인하세요.',
    'Coupang has locked this call. See its notices.',
  ),
  fact(
    '429',
    '',
    'over_limit',
    '호출 한도를 넘었습니다. 잠시 뒤 자동으로 다시 시도합니다.',
    'Too many calls. It is tried again a little later.',
  ),
  fact(
    '500',
    '취소반품접수수량과 cancelCount가 일치하지 않습니다.',
    'refused',
    '접수된 수량과 다릅니다. 클레임을 다시 읽은 뒤 시도하세요.',
    'The quantity is not that of the request. Read the claim again, then try.',
  ),
  fact(
    '500',
    'other',
    'down',
    '쿠팡이 오류를 냈습니다. 택배사나 값이 잘못되어도 이렇게 답합니다. 상태를 확인한 뒤 다시 시도합니다.',
    'Coupang failed, which it also does for a wrong courier or value. The state is read before trying again.',
  ),
  fact(
    '502',
    '',
    'down',
    '쿠팡 서버가 응답하지 않습니다. 자동으로 다시 시도합니다.',
    'Coupang is away. It is tried again.',
  ),
  fact(
    '503',
    '',
    'down',
    '쿠팡 서버가 응답하지 않습니다. 자동으로 다시 시도합니다.',
    'Coupang is away. It is tried again.',
  ),
  fact(
    '504',
    'Request timed out, if the situation continues consider applying timeout extension.',
    'timeout',
    '쿠팡의 응답이 늦었습니다. 처리되었는지 읽어서 확인합니다.',
    'Coupang answered too late. What became of it is read.',
  ),
  fact(
    '521',
    'connection timed out',
    'timeout',
    '쿠팡 내부 서버가 멈췄습니다. 읽어서 확인합니다.',
    'A server behind Coupang is down. What became of it is read.',
  ),
  fact(
    '524',
    'connection timed out',
    'timeout',
    '쿠팡 내부 서버가 멈췄습니다. 읽어서 확인합니다.',
    'A server behind Coupang is down. What became of it is read.',
  ),
];

/** Failures inside HTTP 200 (sheet §5). */
const INSIDE_200: readonly NativeErrorFacts[] = [
  fact(
    'FAIL',
    '',
    'refused',
    '쿠팡이 클레임 처리를 거절했습니다. 쿠팡이 보낸 문구와 클레임의 지금 상태를 확인하세요.',
    'Coupang refused the answer to the claim. See its own words and where the claim stands.',
  ),
  fact(
    'failedVendorItemIds',
    '',
    'refused',
    '취소할 수 있는 수량이 아니거나 이미 발송한 상품입니다. 주문을 다시 읽고 수량을 확인하세요.',
    'More than can be cancelled was asked for, or the goods have left. Read the order again and check.',
  ),
  fact(
    'ERROR',
    'seller_api',
    'refused',
    '쿠팡이 상품 변경을 거절했습니다. 쿠팡이 보낸 문구를 확인하세요.',
    'Coupang refused the change of the product. See its own words.',
  ),
];

/** Every error that the sheet tells of. */
export const ERROR_FACTS: readonly NativeErrorFacts[] = [...ANSWERS, ...INSIDE_200, ...RESULT_CODES];
