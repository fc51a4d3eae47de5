import { describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../kit/gate.ts';
import { classify } from './errors.ts';

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, headers, text: JSON.stringify(body), json: body, skewMs: null };
}

describe('classify', () => {
  it('lets every success through to be decoded, also one under a quota', () => {
    expect(classify(answer(200, { code: '4000' }))).toBeUndefined();
    expect(classify(answer(200, {}, { 'gncp-gw-quota-period': 'HOURS' }))).toBeUndefined();
  });

  it.each([
    [401, { code: 'GW.AUTHN', message: 'm' }, 'token_refused'],
    [403, { code: 'GW.AUTHZ', message: 'm' }, 'missing_permission'],
    [403, { code: 'GW.IP_NOT_ALLOWED', message: 'm' }, 'ip_not_allowed'],
    [404, { code: 'GW.NOT_FOUND', message: 'm' }, 'wrong_endpoint'],
    [429, { code: 'GW.RATE_LIMIT', message: 'm' }, 'over_limit'],
    [429, { code: 'GW.QUOTA_LIMIT', message: 'm' }, 'penalty'],
    [504, { code: 'GW.TIMEOUT.01', message: 'm' }, 'timeout'],
    [503, { code: 'GW.BLOCK', message: 'm' }, 'down'],
    [500, { code: 'GW.INTERNAL_SERVER_ERROR', message: 'm' }, 'down'],
    [400, { code: '104139', message: 'm' }, 'refused'],
    [400, { code: 4000, message: 'm' }, 'refused'],
    [400, { code: '100001', message: 'm' }, 'not_found'],
    [400, { code: '101009', message: 'm' }, 'wrong_shop'],
    [500, { code: '9999', message: 'm' }, 'down'],
    [400, { code: '123456', message: 'm' }, 'refused'],
    [404, { code: 'NOT_FOUND', message: 'm' }, 'not_found'],
    [403, '<html>', 'edge_block'],
    [404, '<html>', 'wrong_endpoint'],
    [408, '', 'timeout'],
    [429, '', 'over_limit'],
    [502, '<html>', 'down'],
    [302, '', 'wrong_endpoint'],
    [400, { code: 'constructor', message: 'm' }, 'refused'],
    [400, null, 'refused'],
    [400, [1], 'refused'],
  ])('%i %j is %s', (status, body, reason) => {
    expect(classify(answer(status, body))?.reason).toBe(reason);
  });

  it('knows that an order code with a 500 was not carried out, and that a bare 500 may have been', () => {
    expect(classify(answer(500, { code: '104121', message: 'm' }))?.maybeApplied).toBe(false);
    expect(classify(answer(500, { code: '9999', message: 'm' }))?.maybeApplied).toBeUndefined();
    expect(classify(answer(400, { code: '9999', message: 'm' }))).toMatchObject({
      reason: 'unexplained',
      maybeApplied: true,
    });
  });

  it('sees the penalty in the headers alone, and how long it keeps us away', () => {
    const punished = answer(
      429,
      { code: 'GW.RATE_LIMIT', message: 'm' },
      { 'gncp-gw-quota-period': 'HOURS' },
    );
    expect(classify(punished)).toMatchObject({ reason: 'penalty', waitMs: 3_600_000 });
  });
});
