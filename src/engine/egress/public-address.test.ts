import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrivateHost, isPublicAddress } from './public-address.ts';
import { addressFault } from './user-address.ts';

/** Each network with how many of its first bits are fixed. */
const CLOSED_V4 = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0000200, 24],
  [0xc0586300, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xc6336400, 24],
  [0xcb007100, 24],
  [0xe0000000, 4],
  [0xf0000000, 4],
] as const;

const closedV4 = fc
  .tuple(fc.constantFrom(...CLOSED_V4), fc.nat(0xffffffff))
  .map(([[network, prefix], noise]) => (network | (noise & (0xffffffff >>> prefix))) >>> 0);
const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
const hexPair = (value: number) => `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;

/** An IPv4 address as people and attackers write it. */
const spelled = fc.tuple(closedV4, fc.integer({ min: 0, max: 6 })).map(([value, way]) => {
  const [a, b, c, d] = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  return (
    [
      dotted(value),
      String(value),
      `0x${value.toString(16)}`,
      `0${value.toString(8)}`,
      `0x${(a ?? 0).toString(16)}.0${(b ?? 0).toString(8)}.${c}.${d}`,
      `${a}.${value & 0xffffff}`,
      `[::ffff:${dotted(value)}]`,
    ][way] ?? ''
  );
});

const CLOSED_V6 = [
  '::',
  '::1',
  '64:ff9b::808:808',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '4000::1',
  '::7f00:1',
];

describe('public addresses', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '211.249.220.24',
    '192.0.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([...CLOSED_V6, '168.63.129.16', '255.255.255.255', '', 'localhost', '1.2.3', '10.0.0.1 '])(
    '%s is none',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  test('no address of a closed network is one, also inside an IPv6 address', () => {
    fc.assert(
      fc.property(closedV4, (value) => {
        expect(isPublicAddress(dotted(value))).toBe(false);
        expect(isPublicAddress(`::ffff:${dotted(value)}`)).toBe(false);
        expect(isPublicAddress(`::ffff:${hexPair(value)}`)).toBe(false);
        expect(isPublicAddress(`2002:${hexPair(value)}::1`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${hexPair(value)}`)).toBe(false);
      }),
    );
  });

  test('no spelling of one gets through a URL', () => {
    fc.assert(
      fc.property(spelled, fc.constantFrom('', '.', ':443', ':8443'), (host, end) => {
        if (host.startsWith('[') && end === '.') return;
        const url = new URL(`https://${host}${end}/hook`);
        expect(isPrivateHost(url.hostname)).toBe(true);
        expect(addressFault(url, false)).toBe('private_address');
        expect(addressFault(url, true)).toBeNull();
      }),
    );
  });
});

describe('an address that somebody typed', () => {
  const faults = (text: string) => [addressFault(new URL(text), false), addressFault(new URL(text), true)];

  test.each([
    ['https://hooks.seller.co.kr/x?key=1', [null, null]],
    ['https://hooks.seller.co.kr:8443', [null, null]],
    ['https://8.8.8.8', [null, null]],
    ['http://hooks.seller.co.kr', ['bad_address', 'bad_address']],
    ['ftp://hooks.seller.co.kr', ['bad_address', 'bad_address']],
    ['https://user:pass@hooks.seller.co.kr', ['bad_address', 'bad_address']],
    ['https://user@127.0.0.1', ['bad_address', 'bad_address']],
    ['https://hooks.seller.co.kr:25', ['bad_port', 'bad_port']],
    ['https://hooks.seller.co.kr:22', ['bad_port', 'bad_port']],
    ['http://127.0.0.1:4000', ['private_address', null]],
    ['http://localhost', ['private_address', null]],
    ['https://printer.local', ['private_address', null]],
    ['https://metadata.google.internal', ['private_address', null]],
  ])('%s', (text, expected) => expect(faults(text)).toEqual(expected));
});
