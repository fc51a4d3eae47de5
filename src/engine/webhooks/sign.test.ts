import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signatureHeaders } from './sign.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('fedcba9876543210fedcba9876543210').toString('base64')}`;
const MESSAGE = {
  id: 'evt_12_18c4f0a1b2c',
  sentAt: new Date('2026-11-21T03:04:05.678Z'),
  body: '{"type":"order.created","data":{"name":"양말"}}',
};

test('signs as the specification says: HMAC-SHA256 over id.timestamp.payload with the decoded secret', () => {
  const headers = signatureHeaders(MESSAGE, [SECRET]);
  // Written from the text of the specification, apart from the code under test.
  const key = Buffer.from(SECRET.replace('whsec_', ''), 'base64');
  const seconds = Math.trunc(Date.UTC(2026, 10, 21, 3, 4, 5) / 1000);
  const signed = Buffer.concat([Buffer.from(`${MESSAGE.id}.${seconds}.`), Buffer.from(MESSAGE.body, 'utf8')]);
  const mac = createHmac('sha256', key);
  mac.update(signed);
  expect(headers).toEqual({
    'webhook-id': MESSAGE.id,
    'webhook-timestamp': '1795230245',
    'webhook-signature': `v1,${mac.digest('base64')}`,
  });
  expect(String(seconds)).toBe('1795230245');
});

test("gives the specification's own example", () => {
  // standard-webhooks/standard-webhooks, libraries' shared test vector.
  const headers = signatureHeaders(
    {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      sentAt: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    },
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('signs with every secret during a change, apart by a space', () => {
  const both = signatureHeaders(MESSAGE, [SECRET, OTHER])['webhook-signature']?.split(' ');
  expect(both).toEqual([
    signatureHeaders(MESSAGE, [SECRET])['webhook-signature'],
    signatureHeaders(MESSAGE, [OTHER])['webhook-signature'],
  ]);
});
