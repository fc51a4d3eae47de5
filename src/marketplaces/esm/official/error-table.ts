import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

/** One row of the error table: the first row whose code and text fit names the trouble. */
export interface ErrorRow {
  readonly code: string;
  /** What the text must hold, where the code alone does not tell. */
  readonly says?: RegExp;
  /** Where the code comes up, or which text it comes with, for people. */
  readonly where?: string;
  readonly reason: TroubleReason;
  readonly waitMs?: number;
  /** True where the very same call may work some seconds later although nothing is wrong with ESM. */
  readonly later?: true;
  /** True where ESM itself cannot say whether it was done. */
  readonly maybeApplied?: true;
  readonly means: Localized;
}

const row = (
  code: string,
  reason: TroubleReason,
  [ko, en]: readonly [ko: string, en: string],
  more: Omit<Partial<ErrorRow>, 'code' | 'reason' | 'means'> = {},
): ErrorRow => ({ code, reason, means: { ko, en }, ...more });

/** Codes of orders and shipping: nearly all of them are 3000, and the text decides (sheet §5). */
const ORDERS: readonly ErrorRow[] = [
  row(
    '3000',
    'over_limit',
    ['주문 조회는 5초에 한 번만 됩니다.', 'Order lists are served once in 5 seconds.'],
    {
      says: /5초당 1회/,
      where: '5초당 1회',
      waitMs: 5_000,
    },
  ),
  row('3000', 'already_done', ['이미 주문확인된 주문입니다.', 'The order is confirmed already.'], {
    says: /이미 주문확인/,
    where: '이미 주문확인',
  }),
  row(
    '3000',
    'wrong_state',
    [
      '주문확인이 처리되는 중입니다. 잠시 후 다시 시도합니다.',
      'The confirmation is under way; it is tried again in a moment.',
    ],
    { says: /주문확인.*진행 ?중/, where: '주문확인 진행중', later: true },
  ),
  row(
    '3000',
    'not_found',
    ['주문이 없거나 다른 판매자의 주문입니다.', 'There is no such order, or it belongs to another seller.'],
    {
      says: /주문 ?(내역|정보)이? ?(가 )?없|주문을 찾을 수 없|주문번호가 존재하지 않/,
      where: '주문 내역이 없습니다',
    },
  ),
  row('3000', 'wrong_state', ['취소된 주문입니다.', 'The order is cancelled.'], {
    says: /취소된 주문/,
    where: '취소된 주문번호',
  }),
  row(
    '3000',
    'wrong_state',
    [
      '취소가 이미 완료되어 발송할 수 없습니다.',
      'The cancel was completed, so the order cannot be shipped any more.',
    ],
    { says: /취소철회/, where: '취소철회가 실패' },
  ),
  row('3000', 'wrong_state', ['이미 배송이 완료되었습니다.', 'It was delivered already.'], {
    says: /이미 배송 ?완료/,
    where: '이미 배송완료',
  }),
  row('3000', 'wrong_state', ['선물 수락을 기다리는 주문입니다.', 'The gift has not been accepted yet.'], {
    says: /선물 ?수락/,
    where: '선물수락대기',
  }),
  row(
    '3000',
    'wrong_state',
    ['지금 상태에서는 처리할 수 없는 주문입니다.', 'The order is in a state that does not allow this.'],
    {
      says: /상태가 아닙니다|상태의 주문만|할 수 없는 상태|발송 지연할 수 없|진행 ?중인 주문|이미 발송|확인 후 발송/,
      where: '가능한 상태가 아닙니다',
    },
  ),
  row(
    '3000',
    'refused',
    [
      '스마일배송(풀필먼트) 주문은 판매자가 처리할 수 없습니다.',
      'The marketplace’s own warehouse ships this.',
    ],
    { says: /3PL/, where: '3PL 주문' },
  ),
  row('3000', 'refused', ['이 택배사는 쓸 수 없습니다.', 'This carrier cannot be used here.'], {
    says: /택배사/,
    where: '지원하지 않는 택배사',
  }),
  row(
    '3000',
    'refused',
    ['송장번호가 택배사의 규칙에 맞지 않습니다.', 'The invoice number does not follow the carrier’s rules.'],
    { says: /운송장|송장/, where: '운송장번호 규칙' },
  ),
  row('3000', 'refused', ['조회 기간이 너무 깁니다.', 'The range of days is too long.'], {
    says: /이하의 범위|이내의 데이터|조회 시작일/,
    where: '조회기간 초과',
  }),
  row('3000', 'refused', ['마켓이 요청을 거절했습니다.', 'The marketplace refused this.']),
  row('2141', 'refused', [
    '값이 너무 길거나 사이트 구분이 잘못되었습니다.',
    'A value is too long, or the site is wrong.',
  ]),
  row('1100', 'not_found', ['해당하는 데이터가 없습니다.', 'There is no such data.']),
];

/** Codes of claims (sheet §5). Gmarket and Auction use the same code in different ways. */
const CLAIMS: readonly ErrorRow[] = [
  row(
    '5800',
    'already_done',
    ['이미 수거완료되었거나 환불된 반품입니다.', 'The return was taken in or refunded already.'],
    { where: '반품승인' },
  ),
  row('5900', 'wrong_state', ['반품 요청이 없는 주문입니다.', 'The order is under no return.'], {
    where: '반품승인',
  }),
  row(
    '8668',
    'already_done',
    ['이미 승인되었거나 완료된 클레임입니다.', 'The claim is approved or done already.'],
    {
      says: /이미 (취소 )?(승인|완료|처리|취소 승인)/,
      where: '이미 승인·완료',
    },
  ),
  row('8668', 'refused', ['택배사와 송장번호를 확인하세요.', 'Check the carrier and the invoice number.'], {
    says: /송장번호/,
    where: '유효한 송장번호가 아닙니다',
  }),
  row(
    '8668',
    'refused',
    ['반품 추가 배송비는 1,000원 이상이어야 합니다.', 'The extra fee must be 1,000 won or more.'],
    {
      says: /1,?000원/,
      where: '1,000원 이상',
    },
  ),
  row('8668', 'refused', ['조회 기간은 7일을 넘을 수 없습니다.', 'Claims are listed for less than 7 days.'], {
    says: /7일 이내/,
    where: '조회 기간',
  }),
  row('8668', 'wrong_state', [
    '지금 상태에서는 처리할 수 없는 클레임입니다.',
    'The claim is in a state that does not allow this.',
  ]),
  row('99999', 'not_found', ['주문이나 클레임이 없습니다.', 'There is no such order or claim.'], {
    says: /정보가 없/,
    where: '주문·클레임정보가 없습니다',
  }),
  row(
    '99999',
    'wrong_state',
    ['빠른환불 대상이라 보류할 수 없습니다.', 'A fast refund cannot be put on hold.'],
    {
      says: /빠른 ?환불/,
      where: '빠른환불',
    },
  ),
  row('99999', 'refused', ['택배사나 날짜를 확인하세요.', 'Check the carrier and the date.']),
  row('1000', 'not_found', ['해당하는 데이터가 없습니다.', 'There is no such data.'], {
    says: /데이터 조회 ?(실패|없음)|문의.*없|주문번호가 존재하지 않/,
    where: '옥션 클레임, 문의',
  }),
  row('1000', 'not_found', ['카테고리가 없습니다.', 'There is no such category.'], {
    says: /카테고리 코드가 없/,
    where: '카테고리 코드가 없습니다',
  }),
  row('1000', 'refused', ['입력값을 확인하세요.', 'A value is not valid.'], { where: '상품' }),
  row('2000', 'refused', ['파라미터가 유효하지 않습니다.', 'A parameter is not valid.'], {
    where: '옥션 클레임',
  }),
  row(
    '8000',
    'unexplained',
    [
      '처리에 실패했습니다. 클레임을 다시 읽어 확인합니다.',
      'Carrying it out failed; the claim is read again to see.',
    ],
    { where: '옥션 클레임', maybeApplied: true },
  ),
];

/** Codes of goods, settlement and alerts (sheet §5). */
const OTHERS: readonly ErrorRow[] = [
  row(
    '414',
    'refused',
    ['오늘과 미래의 정산은 조회할 수 없습니다.', 'Settlement is not told for today or the future.'],
    {
      where: '정산',
    },
  ),
  row('20', 'refused', ['값이 올바르지 않습니다.', 'A value is wrong.'], { where: '긴급알리미' }),
  row('100', 'already_done', ['이미 처리되었습니다.', 'It is handled already.'], { where: '긴급알리미' }),
  row(
    'F001000',
    'too_early',
    ['상품이 만들어지는 중입니다. 잠시 후 다시 시도하세요.', 'Too soon after the item was made.'],
    {
      where: '상품',
      later: true,
    },
  ),
  row('A001000', 'refused', ['발송정책이나 배송정책 번호를 확인하세요.', 'A policy number is wrong.'], {
    where: '상품',
  }),
  row('Z001000', 'refused', ['상품이 저장되지 않았습니다.', 'The item was not stored.'], { where: '상품' }),
];

/** `BizRuleCode` of Auction's claim calls (sheet §5): finer than the 8668 it comes with. */
const BIZ_RULES: readonly ErrorRow[] = [
  row('W8-1', 'wrong_state', ['취소할 수 있는 상태가 아닙니다.', 'It cannot be cancelled in this state.']),
  row('W8-2', 'already_done', ['이미 취소 승인되었습니다.', 'The cancel is approved already.']),
  row('W13-2', 'wrong_state', [
    '빠른환불 건은 교환으로 바꿀 수 없습니다.',
    'A fast refund cannot become an exchange.',
  ]),
  row('W13-5', 'refused', ['택배사와 송장번호를 확인하세요.', 'Check the carrier and the invoice number.']),
  row('W14-2', 'already_done', ['이미 완료되었습니다.', 'It is completed already.']),
  row('W18-1', 'already_done', ['이미 처리되었습니다.', 'It is handled already.']),
  row('W18-3', 'wrong_state', [
    '처리할 수 없는 상태입니다.',
    'The claim is in a state that does not allow this.',
  ]),
  row('W19-1', 'refused', [
    '같은 사유로 다시 보류할 수 없습니다.',
    'It is on hold for the same reason already.',
  ]),
  row('W20-1', 'wrong_state', [
    '교환 보류를 할 수 없는 상태입니다.',
    'The exchange cannot be held in this state.',
  ]),
  row('W20-2', 'wrong_state', [
    '반품 보류를 할 수 없는 상태입니다.',
    'The return cannot be held in this state.',
  ]),
  row('W20-3', 'wrong_state', [
    '수거가 끝난 뒤에 보류할 수 있습니다.',
    'It can be held once the pick-up has ended.',
  ]),
  row('W20-4', 'refused', [
    '추가 배송비는 1,000원 이상이어야 합니다.',
    'The extra fee must be 1,000 won or more.',
  ]),
  row('W20-5', 'refused', [
    '추가 배송비가 상품금액보다 큽니다.',
    'The extra fee is more than the goods cost.',
  ]),
  row('W20-6', 'wrong_state', [
    '빠른환불 대상이라 보류할 수 없습니다.',
    'A fast refund cannot be put on hold.',
  ]),
  row('W22-2', 'refused', [
    '스타배송 주문은 수거지시를 할 수 없습니다.',
    'Star-delivery orders have no pick-up of yours.',
  ]),
  row('W22-3', 'wrong_state', [
    '반품이나 교환 중인 주문이 아닙니다.',
    'The order is under no return or exchange.',
  ]),
  row('W22-4', 'wrong_state', ['철회된 클레임입니다.', 'The claim was withdrawn.']),
  row('W22-5', 'refused', ['택배로 보낸 주문이 아닙니다.', 'The goods were not sent as a parcel.']),
  row('W22-6', 'refused', ['송장번호가 유효하지 않습니다.', 'The invoice number is not valid.']),
  row('W28-1', 'wrong_state', [
    '구매자가 이미 취소를 요청했습니다. 취소를 승인하세요.',
    'The buyer asked for a cancel: approve that.',
  ]),
];

/** Every code of sheet §5 that comes inside a body. */
export const ERROR_ROWS: readonly ErrorRow[] = [...BIZ_RULES, ...ORDERS, ...CLAIMS, ...OTHERS];
