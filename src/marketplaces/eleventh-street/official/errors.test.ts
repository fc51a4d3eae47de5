import { describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../kit/gate.ts';
import type { TroubleReason } from '../../kit/trouble.ts';
import { troubleIn } from './errors.ts';
import { meaningOf, NATIVE_ERRORS } from './native-errors.ts';
import { failureIn } from './result.ts';

function answer(status: number, json: unknown, headers: Record<string, string> = {}): WireAnswer {
  return { status, json, text: '<x>', headers, skewMs: null };
}

const list = (result_code: string, result_text: string) => ({ orders: { result_code, result_text } });
const NO_USER = '주문/클레임 조회 오류 MSG : OpenAPI Key 에 해당하는 유저가 없습니다.';

const bad: readonly (readonly [string, number, unknown, TroubleReason])[] = [
  [
    'an address that is not registered',
    500,
    { AuthMessage: { resultCode: '-500', resultMessage: '[IP]인증된 IP가 아닙니다.' } },
    'ip_not_allowed',
  ],
  [
    'a path that is not there',
    500,
    { AuthMessage: { resultCode: '-997', resultMessage: '등록되지 않은 API' } },
    'wrong_endpoint',
  ],
  ['a bad key on a list', 200, list('-1', NO_USER), 'wrong_key'],
  ['a bad key on addresses', 200, { inOutAddresss: { result_message: NO_USER } }, 'wrong_key'],
  ['a bad key on an action', 200, { ResultOrder: { result_code: '-1', result_text: NO_USER } }, 'wrong_key'],
  ['maintenance', 200, list('-1000', '점검 중입니다.'), 'down'],
  ['a window too long', 200, list('-3105', '7일'), 'refused'],
  ['too many numbers', 200, list('-28003', '100'), 'refused'],
  ['a business error', 200, list('-1', '알 수 없는 판매자'), 'refused'],
  ['a code nobody knows', 200, list('-99999', '?'), 'unexplained'],
  ['too many calls', 429, undefined, 'over_limit'],
  ['overload', 503, undefined, 'down'],
  ['a slow back end', 504, undefined, 'timeout'],
  ['a fault', 500, undefined, 'down'],
];

describe('error table', () => {
  it.each(bad)('%s (%i)', (_what, status, json, reason) => {
    expect(troubleIn(answer(status, json), false)?.reason).toBe(reason);
  });

  it('knows an empty list in each of its forms', () => {
    expect(troubleIn(answer(200, list('0', '조회된 결과가 없습니다.')), false)).toBeUndefined();
    expect(troubleIn(answer(200, list('-1', '해당 건이 없습니다.')), false)).toBeUndefined();
    expect(troubleIn(answer(200, { orders: '' }), false)).toBeUndefined();
  });

  it('leaves what an action says of its target to the one who asked', () => {
    const refused = { ResultOrder: { result_code: '-3310', result_text: '취소 요청' } };
    expect(troubleIn(answer(200, refused), false)).toBeUndefined();
  });

  it('leaves what a product call says of its product to the one who asked, whatever the status', () => {
    const refused = { ClientMessage: { resultCode: '500', message: '상품등록실패 : 상품명' } };
    for (const status of [200, 400, 404, 500])
      expect(troubleIn(answer(status, refused), false)).toBeUndefined();
    expect(troubleIn(answer(503, refused), false)?.reason).toBe('down');
    const noUser = { ClientMessage: { resultCode: '500', message: NO_USER } };
    expect(troubleIn(answer(200, noUser), false)?.reason).toBe('wrong_key');
    const resting = { ClientMessage: { resultCode: '-1000', message: '서버 점검중입니다.' } };
    expect(troubleIn(answer(200, resting), false)?.reason).toBe('down');
  });

  it('calls a key that reached its end expired, and never leaves it open whether a refused call was done', () => {
    expect(troubleIn(answer(200, list('-1', NO_USER)), true)).toMatchObject({
      reason: 'expired_key',
      maybeApplied: false,
    });
    const ip = { AuthMessage: { resultCode: '-500', resultMessage: '[IP]인증된 IP가 아닙니다.' } };
    expect(troubleIn(answer(500, ip), false)?.maybeApplied).toBe(false);
  });

  it('waits as long as it is told, else five seconds', () => {
    expect(troubleIn(answer(429, undefined, { 'retry-after': '12' }), false)?.waitMs).toBe(12_000);
    expect(troubleIn(answer(429, undefined), false)?.waitMs).toBe(5_000);
  });
});

describe('results of actions', () => {
  it('are taken only where the count is the expected one', () => {
    const two = { code: '0', text: '전체 2건이 정상적으로 발송처리가 되었습니다.' };
    expect(failureIn(two, 2)).toBeUndefined();
    expect(failureIn(two, 3)).toMatchObject({ kind: 'unknown' });
    expect(failureIn(two, null)).toBeUndefined();
    expect(failureIn({ code: '0', text: '정상 처리' }, 2)).toBeUndefined();
  });

  it('tell done already from failed, and internal faults from both', () => {
    const of = (code: string, text = '') => failureIn({ code, text }, 1);
    expect(of('-3308')).toMatchObject({ kind: 'refused', reason: 'already_done' });
    expect(of('-3309')).toMatchObject({ reason: 'already_done' });
    expect(of('-3313')).toMatchObject({ reason: 'wrong_state' });
    expect(of('-3310')).toMatchObject({ reason: 'wrong_state' });
    expect(of('-3206')).toMatchObject({ reason: 'already_done' });
    expect(of('-3311')).toMatchObject({ kind: 'unknown' });
    expect(of('-3207')).toMatchObject({ kind: 'unknown' });
    expect(of('-1', '이미 취소된 주문입니다.')).toMatchObject({ reason: 'already_done' });
    expect(of('-424242')).toMatchObject({ reason: 'refused' });
  });

  it('mean a product of its own where a product call gives them', () => {
    expect(meaningOf('400', '상품 등록은 1일 500개 까지만 가능합니다.', 'product')?.reason).toBe(
      'quota_spent',
    );
    expect(meaningOf('400', '잘못된 요청입니다.', 'product')?.reason).toBe('refused');
    expect(meaningOf('404', '해당 상품/재고 번호 없음.', 'product')?.reason).toBe('not_found');
    expect(meaningOf('500', '삭제된 상품은 수정할 수 없습니다.', 'product')?.reason).toBe('not_found');
    expect(meaningOf('500', '무엇', 'product')?.reason).toBe('refused');
    expect(meaningOf('500', '무엇')).toBeUndefined();
  });

  it('are described once for each code and place', () => {
    const keys = NATIVE_ERRORS.map(({ code, where }) => `${code} ${where ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(meaningOf('toString', '')).toBeUndefined();
  });
});
