import { expect, test } from 'vitest';
import { signedHeaders, signedToken } from './sign.ts';

const KEYS = { masterId: 'hubmaster01', secretKey: 'TESTSECRET-0123456789abcdef' };

test('tokens are those of the sheet, byte for byte (§1, test vectors)', () => {
  expect(
    signedToken(KEYS, {
      iss: 'hub.example.com',
      sub: 'sell',
      aud: 'sa.esmplus.com',
      iat: 1795219200,
      ssi: 'A:hubauction,G:hubgmkt',
    }),
  ).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imh1Ym1hc3RlcjAxIn0.eyJpc3MiOiJodWIuZXhhbXBsZS5jb20iLCJzdWIiOiJzZWxsIiwiYXVkIjoic2EuZXNtcGx1cy5jb20iLCJpYXQiOjE3OTUyMTkyMDAsInNzaSI6IkE6aHViYXVjdGlvbixHOmh1Ymdta3QifQ.vYM6Xhp3ZB9TZQCq5ekjmBJZlJE4kGZguQX5gjjhkXU',
  );
  expect(
    signedToken(KEYS, { iss: 'hub.example.com', sub: 'sell', aud: 'sa.esmplus.com', ssi: 'G:hubgmkt' }),
  ).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imh1Ym1hc3RlcjAxIn0.eyJpc3MiOiJodWIuZXhhbXBsZS5jb20iLCJzdWIiOiJzZWxsIiwiYXVkIjoic2EuZXNtcGx1cy5jb20iLCJzc2kiOiJHOmh1Ymdta3QifQ.T9vySmC7PdvSwL_jGyYt9VItG_J2NtqMhwPHDBgRPHw',
  );
});

test('a call names one site only', () => {
  const keys = { ...KEYS, sellerIds: { G: 'hubgmkt', A: 'hubauction' } };
  const { Authorization = '' } = signedHeaders(keys, ['A'], new Date('2026-11-21T00:00:00.999Z'));
  const [, payload = ''] = Authorization.replace('Bearer ', '').split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).toEqual({
    iss: 'www.esmplus.com',
    sub: 'sell',
    aud: 'sa.esmplus.com',
    iat: 1795219200,
    ssi: 'A:hubauction',
  });
});
