import { describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../kit/gate.ts';
import type { TroubleReason } from '../../kit/trouble.ts';
import { troubleIn } from './errors.ts';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): WireAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, text, headers, json: typeof body === 'string' ? undefined : body, skewMs: -420_000 };
}

const gateway = (message: string) => ({ code: 'ERROR', message, transactionId: '5f0d7f52' });
const rows: readonly (readonly [string, number, unknown, TroubleReason])[] = [
  ['an old signature', 401, gateway('Specified signature is expired.'), 'clock_skew'],
  ['an old signature, older gateway', 403, gateway('Specified signature is expired.'), 'clock_skew'],
  ['a wrong secret', 401, gateway('Invalid signature'), 'wrong_key'],
  ['an unknown key', 401, gateway('Request is not authorized.'), 'wrong_key'],
  ['a malformed header', 401, gateway('HMAC format is invalid.'), 'wrong_key'],
  ['a foreign address', 403, gateway('[FORBIDDEN] Not allowed IP 1.2.3.4'), 'ip_not_allowed'],
  ['a foreign address', 403, gateway('Your ip address 1.2.3.4 is not allowed'), 'ip_not_allowed'],
  ['another 403', 403, gateway('Forbidden'), 'missing_permission'],
  ['the edge', 403, '<HTML><TITLE>Access Denied</TITLE></HTML>', 'edge_block'],
  ['a redirect', 302, '', 'account_blocked'],
  ['a vendor id that is nobody', 404, '', 'wrong_shop'],
  ['a vendor id that is nobody', 404, gateway('No exactly matching API specification'), 'wrong_shop'],
  ['a vendor id that is nobody', 400, { code: 400, message: 'Invalid vendor ID' }, 'wrong_shop'],
  ['a cancelled order', 400, { code: 400, message: '해당 주문이 취소 또는 반품 되었습니다.' }, 'not_found'],
  ['a bad number', 400, { code: '400', message: '유효하지 않은 주문번호 입니다.' }, 'not_found'],
  ['a bad window', 400, { code: 400, message: 'endTime-startTime range should less than31.' }, 'refused'],
  ['a late change', 400, { code: 400, message: '배송상태를 변경할 수 없습니다.' }, 'wrong_state'],
  ['a failure in 200', 200, { code: 'ERROR', message: '가격변경에 실패했습니다.' }, 'refused'],
  [
    'an option nobody has',
    400,
    { code: 'ERROR', message: '재고 변경에 실패했습니다. [vendorItemId 70071284034 not found]' },
    'not_found',
  ],
  [
    'a deleted option, in 200',
    200,
    {
      code: 'ERROR',
      message: '가격변경에 실패했습니다. [옵션ID[70071284034] : 삭제된 상품은 변경이 불가능합니다.]',
    },
    'not_found',
  ],
  ['a 400 in 200', 200, { code: 400, message: 'Invalid vendor ID' }, 'wrong_shop'],
  ['a failure two envelopes deep', 200, { code: '200', data: { code: 'ERROR', message: 'x' } }, 'refused'],
  ['too many calls', 429, '', 'over_limit'],
  ['a retired call', 410, gateway('expired'), 'wrong_endpoint'],
  ['a fault', 500, gateway('[INTERNAL_SERVER_ERROR]'), 'down'],
  ['a fault', 502, '', 'down'],
  ['a slow back end', 504, gateway('Request timed out, if the situation continues'), 'timeout'],
  ['a slow back end', 524, gateway('connection timed out: x'), 'timeout'],
  ['something new', 418, '', 'unexplained'],
];

describe('error table', () => {
  it.each(rows)('%s (%i)', (_what, status, body, reason) => {
    expect(troubleIn(answer(status, body), false)?.reason).toBe(reason);
  });

  it.each([
    [{ code: 200, message: 'OK', data: [] }],
    [{ code: '200', message: 'OK', data: { responseCode: 1 } }],
    [{ code: 'SUCCESS', message: '', data: [] }],
    [{ code: '200', data: { code: 'SUCCESS', message: '', data: true } }],
    [[]],
    [{ content: [], pagination: {} }],
  ])('finds nothing wrong with envelope %#', (body) => {
    expect(troubleIn(answer(200, body), false)).toBeUndefined();
  });

  it('tells an expired key from a wrong one by the day the seller gave us', () => {
    expect(troubleIn(answer(401, gateway('Invalid signature')), true)?.reason).toBe('expired_key');
    expect(troubleIn(answer(401, gateway('Specified signature is expired.')), true)?.reason).toBe(
      'clock_skew',
    );
  });

  it('tells how far the clocks are apart, and how long to stay away', () => {
    expect(troubleIn(answer(401, gateway('Specified signature is expired.')), false)?.skewMs).toBe(-420_000);
    expect(troubleIn(answer(403, '<html>Access Denied'), false)?.waitMs).toBe(600_000);
    expect(troubleIn(answer(429, '', { 'retry-after': '90' }), false)?.waitMs).toBe(90_000);
  });
});
