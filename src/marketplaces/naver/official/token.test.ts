import { describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../kit/gate.ts';
import { classifyToken, clientSecretSign, decodeToken, tokenBody } from './token.ts';

describe('client_secret_sign', () => {
  it.each([
    {
      id: 'aaaabbbbcccc',
      secret: '$2a$10$abcdefghijklmnopqrstuv',
      at: 1643961623299,
      sign: 'JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy',
    },
    {
      id: 'hubTestAppId0000000001',
      secret: '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe',
      at: 1795219200123,
      sign: 'JDJhJDA0JE43a1ExeFpiM1Q5bVdjNVJ5RTJoUGV5RVR5NzBMc00xWUpyYmdKbkVreEtGakpOTDVJVE1x',
    },
  ])('gives the sheet’s vector for $id', async ({ id, secret, at, sign }) => {
    expect(await clientSecretSign(id, secret, at)).toBe(sign);
  });
});

const KEYS = { client_id: 'hubTestAppId0000000001', client_secret: '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe' };

describe('tokenBody', () => {
  it('asks for the own store without account_id, whatever else is stored', async () => {
    const body = await tokenBody({ ...KEYS, account_id: '', refresh_token: 'x' }, 1795219200123);
    expect(body).toBe(
      'client_id=hubTestAppId0000000001&timestamp=1795219200123&client_secret_sign=' +
        'JDJhJDA0JE43a1ExeFpiM1Q5bVdjNVJ5RTJoUGV5RVR5NzBMc00xWUpyYmdKbkVreEtGakpOTDVJVE1x' +
        '&grant_type=client_credentials&type=SELF',
    );
  });

  it('names the seller for a solution', async () => {
    const body = await tokenBody({ ...KEYS, account_id: 'ncp_1' }, 1795219200123);
    expect(body).toMatch(/&type=SELLER&account_id=ncp_1$/);
  });
});

describe('decodeToken', () => {
  const askedAt = new Date('2026-11-21T00:00:00Z');

  it('counts the life of a token from the moment it was asked for', () => {
    expect(decodeToken({ access_token: 't', expires_in: 10799, token_type: 'Bearer' }, askedAt)).toEqual({
      value: 't',
      expiresAt: new Date('2026-11-21T02:59:59Z'),
    });
  });

  it.each([
    {},
    { access_token: 't' },
    { access_token: '', expires_in: 1 },
    { access_token: 't', expires_in: 0 },
  ])('refuses %j', (json) => {
    expect(() => decodeToken(json, askedAt)).toThrow('expected');
  });
});

describe('classifyToken', () => {
  const answer = (status: number, body: unknown, skewMs: number | null = null): WireAnswer => ({
    status,
    headers: {},
    text: JSON.stringify(body),
    json: body,
    skewMs,
  });
  const naming = (name: string) => ({ code: 'BAD_REQUEST', message: '…', invalidInputs: [{ name }] });

  it.each([
    [400, naming('client_id'), 'wrong_key'],
    [403, naming('client_secret_sign'), 'wrong_key'],
    [400, naming('timestamp'), 'clock_skew'],
    [400, naming('account_id'), 'wrong_shop'],
    [400, naming('type'), 'refused'],
    [400, { code: 'BAD_REQUEST', message: '…', invalidInputs: [{}] }, 'refused'],
    [403, { code: 'FORBIDDEN', message: '…' }, 'wrong_key'],
    [403, '<html>', 'wrong_key'],
    [401, { code: 'GW.AUTHN', message: '…' }, 'wrong_key'],
    [403, { code: 'GW.IP_NOT_ALLOWED', message: '…' }, 'ip_not_allowed'],
    [403, { code: 'GW.AUTHZ', message: '…' }, 'missing_permission'],
    [404, { code: 'GW.NOT_FOUND', message: '…' }, 'wrong_endpoint'],
    [429, { code: 'GW.RATE_LIMIT', message: '…' }, 'over_limit'],
    [429, { code: 'GW.QUOTA_LIMIT', message: '…' }, 'penalty'],
    [504, { code: 'GW.TIMEOUT', message: '…' }, 'timeout'],
    [503, { code: 'GW.PROXY.01', message: '…' }, 'down'],
    [500, 'oops', 'down'],
  ])('%i %j is %s', (status, body, reason) => {
    expect(classifyToken(answer(status, body), false)?.reason).toBe(reason);
  });

  it('tells an old key from a wrong one, and how far the clock is off', () => {
    expect(classifyToken(answer(403, naming('client_id')), true)?.reason).toBe('expired_key');
    expect(classifyToken(answer(400, naming('timestamp'), 600_000), true)).toMatchObject({
      reason: 'clock_skew',
      skewMs: 600_000,
    });
    expect(classifyToken(answer(200, {}), true)).toBeUndefined();
  });
});
