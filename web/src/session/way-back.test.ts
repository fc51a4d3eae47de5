import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

test.each([
  ['/orders?status=PAID', '/orders?status=PAID'],
  ['/', '/'],
  [undefined, '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/login?back=/orders', '/'],
])('after the login, %s leads to %s', (asked, way) => {
  expect(wayBack(asked)).toBe(way);
});
