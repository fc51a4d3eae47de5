import { describe, expect, it } from 'vitest';
import { baseAddress } from './base-address.ts';

const open = baseAddress(true);
const strict = baseAddress(false);

describe('the address of an account', () => {
  it.each([
    ['https://gateway.seller.co.kr', 'https://gateway.seller.co.kr'],
    ['https://gateway.seller.co.kr/coupang/', 'https://gateway.seller.co.kr/coupang'],
    ['https://8.8.8.8:8443/x', 'https://8.8.8.8:8443/x'],
    ['https://[2606:4700::1111]', 'https://[2606:4700::1111]'],
    ['https://[::ffff:8.8.8.8]', 'https://[::ffff:808:808]'],
  ])('may be public: %s', (text, address) => {
    expect(strict.parse(text)).toBe(address);
    expect(open.parse(text)).toBe(address);
  });

  it.each([
    'https://localhost',
    'http://localhost:4010/coupang',
    'https://LOCALHOST.',
    'https://shop.localhost',
    'https://printer.local',
    'https://db.internal',
    'https://intranet',
    'http://127.0.0.1:4010',
    'https://127.1',
    'https://0x7f.1',
    'https://2130706433',
    'https://0177.0.0.1',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.31.0.1',
    'https://192.168.0.10',
    'https://169.254.169.254',
    'https://100.64.0.1',
    'https://[::1]',
    'https://[::]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:10.0.0.1]',
    'https://[fe80::1]',
    'https://[fd00::1]',
    'https://[2002:7f00:1::]',
    'https://[64:ff9b::7f00:1]',
  ])('may be private only where that is allowed: %s', (text) => {
    expect(codesOf(strict.safeParse(text))).toEqual(['private_address']);
    expect(open.safeParse(text).success).toBe(true);
  });

  it.each([
    'http://gateway.seller.co.kr',
    'ftp://127.0.0.1',
    'https://user:pass@gateway.seller.co.kr',
    'https://gateway.seller.co.kr/?a=1',
    'https://gateway.seller.co.kr/#x',
    'gateway.seller.co.kr',
    'https://',
    'javascript:alert(1)',
    '',
  ])('is never: %s', (text) => {
    expect(codesOf(open.safeParse(text))).toEqual(['bad_address']);
    expect(strict.safeParse(text).success).toBe(false);
  });
});

function codesOf(result: ReturnType<typeof strict.safeParse>): unknown[] {
  return (result.error?.issues ?? []).map((issue) =>
    issue.code === 'custom' ? issue.params?.own?.code : issue.code,
  );
}
