import { describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../kit/gate.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import { ERROR_FACTS, troubleIn, worksLater } from './errors.ts';

const CALLER = { keyHasExpired: false, restricted: false, names: false };

function answer(status: number, body: unknown): WireAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, text, headers: {}, json: typeof body === 'string' ? undefined : body, skewMs: null };
}
const said = (ResultCode: number, Message: string, more: object = {}) =>
  answer(200, { ResultCode, Message, Data: null, ...more });
const NO_RIGHT = { status: { message: 'The user does not have right access to the api', status_code: 401 } };

const ROWS: readonly (readonly [string, WireAnswer, TroubleReason])[] = [
  ['no right', answer(401, NO_RIGHT), 'wrong_key'],
  ['no right, inside a 200', answer(200, NO_RIGHT), 'wrong_key'],
  ['too often', said(3000, '주문 조회는 5초당 1회 호출 가능합니다.'), 'over_limit'],
  ['confirmed already', said(3000, '이미 주문확인 처리된 건입니다.'), 'already_done'],
  ['confirmation under way', said(3000, '주문확인 진행중입니다. 잠시 후 다시 진행해주세요'), 'wrong_state'],
  ['no such order', said(3000, '해당 주문 내역이 없습니다.'), 'not_found'],
  ['cancelled', said(3000, '취소된 주문번호입니다.'), 'wrong_state'],
  ['refunded', said(3000, '통합 API 취소요청건 발송처리를 위한 취소철회가 실패하였습니다.'), 'wrong_state'],
  ['3PL', said(3000, '해당 주문은 3PL 주문입니다.'), 'refused'],
  ['gift', said(3000, '해당 주문은 선물수락대기 상태로 주문확인이 불가합니다.'), 'wrong_state'],
  ['carrier', said(3000, '지원하지 않는 택배사입니다.'), 'refused'],
  ['invoice', said(3000, '10013 는 CJ대한통운의 운송장번호 규칙에 어긋납니다.'), 'refused'],
  ['window', said(3000, '31일 이하의 범위만 조회 할 수 있습니다.'), 'refused'],
  ['anything else', said(3000, '메서드 또는 연산이 구현되지 않았습니다.'), 'refused'],
  ['too long', said(2141, '제휴사 주문번호의 최대길이는 30byte입니다.'), 'refused'],
  ['nothing', said(1100, '조회된 데이터가 없습니다.'), 'not_found'],
  ['refunded already', said(5800, '이미 환불된 건입니다'), 'already_done'],
  ['no return', said(5900, 'ReturnApproveFlowException$반품 정보 조회 실패'), 'wrong_state'],
  ['approved already, Gmarket', said(8668, 'ShowAlertException$이미 취소 승인 되었습니다'), 'already_done'],
  [
    'approved already, Auction',
    said(8668, '이미 취소 승인 되었습니다', { BizRuleCode: 'W8-2' }),
    'already_done',
  ],
  ['not cancellable', said(8668, '8668$취소 가능한 주문상태가 아닙니다'), 'wrong_state'],
  ['claims window', said(8668, 'ShowAlertException$조회 기간은 7일 이내로 입력 바랍니다'), 'refused'],
  ['no claim', said(99999, 'API Error - 클레임 정보가 없습니다'), 'not_found'],
  ['fast refund', said(99999, 'API Error - 빠른 환불 대상은 보류할 수 없습니다'), 'wrong_state'],
  ['no data, Auction', said(1000, '데이터 조회 실패. - 주문정보', { BizRuleCode: '' }), 'not_found'],
  ['item core', answer(200, { resultCode: 1000, message: '[GMKT] F001000 처리중', data: null }), 'too_early'],
  ['a new code', said(4711, '새 오류'), 'unexplained'],
  ['a code in a 400', answer(400, { ResultCode: 3000, Message: '해당 주문 내역이 없습니다.' }), 'not_found'],
  ['outage', answer(503, '<html></html>'), 'down'],
  ['throttle', answer(429, ''), 'over_limit'],
];

describe('error table', () => {
  it.each(ROWS)('%s', (_what, wire, reason) => {
    expect(troubleIn(wire, CALLER)?.reason).toBe(reason);
  });

  it.each([
    [{ ResultCode: 0, Message: 'Success', Data: null }],
    [{ ResultCode: 'success', Message: '', Data: {} }],
    [{ resultCode: 0, message: '[IAC] 성공 / [GMKT] 성공' }],
    [{ ResultCode: 0, Message: 'Success', BizRuleCode: '', Data: null }],
    [{ deliveryCompanies: [] }],
    [[]],
  ])('finds nothing wrong with %j', (body) => {
    expect(troubleIn(answer(200, body), CALLER)).toBeUndefined();
  });

  it('tells a key that ended, and a permission of its own, by who asks', () => {
    expect(troubleIn(answer(401, NO_RIGHT), { ...CALLER, keyHasExpired: true })?.reason).toBe('expired_key');
    expect(troubleIn(answer(401, NO_RIGHT), { ...CALLER, restricted: true })?.reason).toBe(
      'missing_permission',
    );
  });

  it('knows what may work some seconds later, and what may have happened', () => {
    const trouble = troubleIn(said(3000, '주문확인 진행중입니다. 잠시 후 다시 진행해주세요'), CALLER);
    if (trouble === undefined) throw new Error('it was an error');
    expect(worksLater(new MarketplaceError({ ...trouble, operation: 'shippingInfo' }))).toBe(true);
    expect(troubleIn(said(8000, '처리결과 실패'), CALLER)?.maybeApplied).toBe(true);
  });

  it('tells every code once for each place it comes up in', () => {
    const places = ERROR_FACTS.map(({ code, where = '' }) => `${code} ${where}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
