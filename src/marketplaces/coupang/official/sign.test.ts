import { describe, expect, it } from 'vitest';
import { signature, signedDate, signedHeaders } from './sign.ts';

const accessKey = '12345678-abcd-4ef0-9876-0123456789ab';
const secretKey = '0123456789abcdef0123456789abcdef01234567';
const now = new Date('2026-11-21T01:02:03.999Z');

describe('CEA signature', () => {
  it.each([
    {
      method: 'GET',
      path: '/v2/providers/openapi/apis/api/v5/vendors/A00012345/ordersheets',
      query: 'createdAtFrom=2026-11-20%2B09:00&createdAtTo=2026-11-21%2B09:00&status=ACCEPT&maxPerPage=50',
      expected: 'd8b96059883a70da0b137a1557818fee146969eb189bfd41fd4e3bf504c2a4a4',
    },
    {
      method: 'PUT',
      path: '/v2/providers/openapi/apis/api/v4/vendors/A00012345/ordersheets/acknowledgement',
      query: '',
      expected: '95ae6c717fe43265d3266dad01795d6752a6a832525057846e9b880ee22cbafb',
    },
    {
      method: 'PUT',
      path: '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items/70071284034/prices/19900',
      query: 'forceSalePriceUpdate=true',
      expected: '1b2075f59d5f9c7ece23b5abeecf8b49b202ed6184f5069da7f64355bb300ae4',
    },
  ])('matches the vector of sheet §1 for $method $path', ({ expected, ...attempt }) => {
    expect(signature(secretKey, signedDate(now), attempt)).toBe(expected);
  });

  it('goes out in the header form of the sheet, dated by the attempt', () => {
    const headers = signedHeaders(
      { accessKey, secretKey, vendorId: 'A00012345' },
      { method: 'GET', path: '/v2/x', query: '', now },
    );
    expect(headers.Authorization).toMatch(
      /^CEA algorithm=HmacSHA256, access-key=12345678-abcd-4ef0-9876-0123456789ab, signed-date=261121T010203Z, signature=[0-9a-f]{64}$/,
    );
    expect(headers['X-Requested-By']).toBe('A00012345');
  });
});
