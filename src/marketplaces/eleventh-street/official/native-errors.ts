import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

const row = (
  code: string,
  reason: TroubleReason,
  ko: string,
  en: string,
  where?: string,
): NativeErrorFacts => ({
  code,
  reason,
  says: { ko, en },
  ...(where === undefined ? {} : { where }),
});

const rows = (codes: readonly string[], reason: TroubleReason, ko: string, en: string): NativeErrorFacts[] =>
  codes.map((code) => row(code, reason, ko, en));

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => `-${from + step}`);

const DATE = [
  '조회 날짜의 형식이 맞지 않습니다. Moa의 문제이니 알려 주세요.',
  'A date was written wrongly. Report it: this is a fault of Moa.',
] as const;
const WIDE = [
  '조회 기간이 너무 깁니다. 기간을 나누어 다시 조회합니다.',
  'The window is too long; it is asked for in parts.',
] as const;
const CLAIM = [
  '클레임이 없거나 처리할 수 없는 상태입니다. 클레임을 다시 가져와 확인하세요.',
  'There is no such claim, or its state does not allow this. Read the claim again.',
] as const;
const CANCEL = [
  '판매자 취소나 보류를 할 수 없습니다. 값이 빠졌거나 이미 발송·취소된 주문입니다.',
  'The seller cannot cancel or hold this: a value is missing, or it was shipped or cancelled already.',
] as const;

/** Every code of sheet §5.2. Where one code means several things, `where` holds what the text must say. */
export const NATIVE_ERRORS: readonly NativeErrorFacts[] = [
  row(
    '-500',
    'ip_not_allowed',
    '등록되지 않은 IP입니다. 이 서버의 IP를 등록하세요.',
    'The address is not registered. Register the IP address of this server.',
    '[IP]',
  ),
  row('-997', 'wrong_endpoint', '11번가에 없는 API 주소입니다.', '11st has no API at this path.'),
  row(
    '-1000',
    'down',
    '11번가 점검 중입니다. 보통 금요일 새벽에 점검합니다.',
    '11st is under maintenance, usually on Friday before dawn.',
  ),
  row('1000', 'down', '정산 조회가 점검 중입니다.', 'Settlements are under maintenance.', 'settlement'),
  row(
    '-1',
    'wrong_key',
    'API 키에 해당하는 판매자가 없습니다.',
    'No seller has this API key.',
    'OpenAPI Key 에 해당하는 유저가 없습니다',
  ),
  row(
    '500',
    'wrong_key',
    'API 키에 해당하는 판매자가 없습니다.',
    'No seller has this API key.',
    'OpenAPI Key 에 해당하는 유저가 없습니다',
  ),
  row('-1', 'already_done', '이미 취소된 주문입니다.', 'The order is cancelled already.', '이미 취소'),
  row(
    '-1',
    'refused',
    '11번가가 요청을 거절했습니다. 원문을 확인하세요.',
    '11st refused the request; see its own text.',
  ),
  ...rows(['-3102', '-3103', '-3203', '-3303', '-3902', '-3903'], 'refused', ...DATE),
  ...rows(
    ['-3104', '-3204', '-3105', '-3205', '-3304', '-3305', '-3904', '-28008', '-29008'],
    'refused',
    ...WIDE,
  ),
  row('2', 'refused', ...WIDE, 'settlement'),
  row(
    '-28003',
    'refused',
    '한 번에 조회할 수 있는 주문번호는 100개입니다.',
    'At most 100 order numbers can be asked for at once.',
  ),
  row('-3206', 'already_done', '이미 발주확인된 주문입니다.', 'The order is confirmed already.'),
  row(
    '-3207',
    'unexplained',
    '발주확인 중 11번가 내부 오류가 났습니다. 주문을 다시 읽어 확인합니다.',
    '11st failed inside while confirming; the order is read to see what happened.',
  ),
  row(
    '-3210',
    'refused',
    '전세계배송 주문은 바코드를 먼저 등록해야 합니다. 셀러오피스에서 처리하세요.',
    'An order for overseas needs a barcode first. Do it in Seller Office.',
  ),
  row('-3211', 'wrong_state', '취소된 주문입니다.', 'The order was cancelled.'),
  row(
    '-3214',
    'wrong_state',
    '취소가 진행 중인 주문입니다. 취소 요청을 먼저 처리하세요.',
    'A cancel is under way. Answer the cancel request first.',
  ),
  row(
    '-3301',
    'refused',
    '발송일시의 형식이 맞지 않습니다. Moa의 문제이니 알려 주세요.',
    'The time of dispatch was written wrongly. Report it: this is a fault of Moa.',
  ),
  row(
    '-3306',
    'refused',
    '송장번호가 그 택배사의 형식에 맞지 않습니다.',
    'The invoice number does not fit this carrier.',
  ),
  row('-3307', 'refused', '11번가에 없는 택배사입니다.', '11st does not know this carrier.'),
  row(
    '-3308',
    'already_done',
    '이미 발송처리된 배송입니다. 송장이 다르면 셀러오피스에서 확인하세요.',
    'This delivery was shipped already. If the invoice is another one, look in Seller Office.',
  ),
  row(
    '-3309',
    'already_done',
    '이미 배송완료된 배송입니다. 송장이 다르면 셀러오피스에서 확인하세요.',
    'This delivery has arrived already. If the invoice is another one, look in Seller Office.',
  ),
  row(
    '-3310',
    'wrong_state',
    '발송할 수 없는 상태입니다. 취소 요청이 있으면 취소 거부로 송장을 등록하세요.',
    'The order cannot be shipped in its state. If a cancel was requested, reject it with the invoice.',
  ),
  row(
    '-3311',
    'unexplained',
    '발송처리 중 11번가 내부 오류가 났습니다. 주문을 다시 읽어 확인합니다.',
    '11st failed inside while shipping; the order is read to see what happened.',
  ),
  row(
    '-3313',
    'wrong_state',
    '배송 안에 다른 상태의 상품이 있어 송장이 저장되지 않았습니다. 상품별로 나누어 발송하세요.',
    'Lines of the delivery are in another state, so the invoice was not stored. Ship line by line.',
  ),
  row('-3320', 'refused', '이미 사용된 송장번호입니다.', 'The invoice number was used before.'),
  row(
    '-3321',
    'refused',
    '전세계배송 주문은 나누어 발송할 수 없습니다.',
    'An order for overseas cannot be split.',
  ),
  ...rows(range(21001, 21010), 'wrong_state', ...CANCEL),
  row('-22001', 'wrong_state', ...CLAIM),
  ...rows(range(23001, 23009), 'wrong_state', ...CLAIM),
  ...rows(range(24001, 24009), 'wrong_state', ...CLAIM),
  ...rows(['-25001', '-26001', '-27001'], 'wrong_state', ...CLAIM),
  ...rows(
    [...range(28301, 28307), '-28311'],
    'refused',
    '발송지연 안내의 값이 맞지 않거나 안내할 수 없는 주문입니다.',
    'A value of the delay notice is wrong, or the order takes none.',
  ),
  row('-1001', 'refused', '방문수령 인증번호가 맞지 않습니다.', 'The visit code is wrong.', 'visitdlvend'),
  row('-1002', 'refused', '방문수령 인증번호가 맞지 않습니다.', 'The visit code is wrong.', 'visitdlvend'),
  row(
    '400',
    'quota_spent',
    '하루 상품 등록 한도(500개)를 넘었습니다. 내일 다시 시도하세요.',
    "The day's 500 new products are used up. Try again tomorrow.",
    '500개',
  ),
  row('400', 'refused', '보낸 값이 맞지 않습니다.', 'A value is wrong.', 'product'),
  row('404', 'not_found', '없는 상품이나 옵션입니다.', 'There is no such product or option.', 'product'),
  row(
    '500',
    'refused',
    '11번가가 상품을 받지 않았습니다. 원문에 나온 항목을 고치세요.',
    '11st did not take the product. Correct what the text names.',
    'product',
  ),
  row(
    '500',
    'refused',
    '상품의 다른 값이 11번가의 검사를 통과하지 못했습니다. 원문에 나온 항목을 고치세요.',
    'Another value of the product did not pass. Correct what the text names.',
    'STATUS[103]',
  ),
  row(
    '500',
    'not_found',
    '11번가에서 삭제된 상품입니다.',
    'The product was deleted at 11st.',
    '삭제된 상품은',
  ),
];

/**
 * What a code means, given the text beside it and the place it was met at; undefined for a code that nobody has
 * described.
 */
export function meaningOf(code: string, text: string, place?: string): NativeErrorFacts | undefined {
  const known = NATIVE_ERRORS.filter((each) => each.code === code);
  return (
    known.find(({ where }) => where !== undefined && text.includes(where)) ??
    known.find(({ where }) => where === undefined || where === place)
  );
}
