import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { datetimeOf, signature, signedHeaders } from './sign.ts';

const SECRET = '0123456789abcdef0123456789abcdef01234567';
const PATH = '/v2/providers/seller-api/apis/api/v1/orders';
const hmac = (message: string) => createHmac('sha256', SECRET).update(message).digest('hex');

describe('the signature of the guide', () => {
  it('covers date, method and uri, with the question mark of its query', () => {
    const date = '261121T010203Z';
    expect(
      signature(SECRET, date, { method: 'GET', path: PATH, query: 'vendorId=A00012345&status=ACCEPT' }),
    ).toBe(hmac(`261121T010203ZGET${PATH}?vendorId=A00012345&status=ACCEPT`));
    expect(signature(SECRET, date, { method: 'PATCH', path: `${PATH}/1/cancel`, query: '' })).toBe(
      hmac(`261121T010203ZPATCH${PATH}/1/cancel`),
    );
  });

  it('goes out as the sample prints it', () => {
    const now = new Date('2026-01-02T03:04:05.678Z');
    expect(datetimeOf(now)).toBe('260102T030405Z');
    const keys = { accessKey: 'access', secretKey: SECRET, vendorId: 'A00012345' };
    const attempt = { method: 'GET', path: PATH, query: '', now };
    expect(signedHeaders(keys, attempt)).toEqual({
      Authorization: `CEA algorithm=HmacSHA256, access-key=access, signed-date=260102T030405Z, signature=${hmac(`260102T030405ZGET${PATH}`)}`,
      'Content-Type': 'application/json;charset=UTF-8',
    });
  });
});
