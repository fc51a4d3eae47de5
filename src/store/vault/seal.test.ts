import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKeyring } from './keyring.ts';
import { keyedDigest, open, seal } from './seal.ts';

describe('sealed texts', () => {
  const key = createSecretKey(randomBytes(32));

  test('open again at their place', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, place) => {
        const plain = Buffer.from(bytes);
        expect(open(key, seal(key, plain, place), place).equals(plain)).toBe(true);
      }),
    );
  });

  test('do not open with any byte flipped', () => {
    const sealed = seal(key, Buffer.from('secret_key'), 'credentials|1|2');
    for (let at = 0; at < sealed.length; at++) {
      const bent = Buffer.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(() => open(key, bent, 'credentials|1|2')).toThrow(/does not open/);
    }
  });

  test('do not open in another row, with another key, or cut', () => {
    const sealed = seal(key, Buffer.from('secret_key'), 'credentials|1|2');
    expect(() => open(key, sealed, 'credentials|1|3')).toThrow(/does not open/);
    expect(() => open(createSecretKey(randomBytes(32)), sealed, 'credentials|1|2')).toThrow(/does not open/);
    expect(() => open(key, sealed.subarray(0, 20), 'credentials|1|2')).toThrow(/cut/);
  });

  test('a digest depends on key, purpose and text', () => {
    const digest = keyedDigest(key, 'contact', 'a').toString('hex');
    expect(keyedDigest(key, 'contact', 'a').toString('hex')).toBe(digest);
    expect(keyedDigest(key, 'contact', 'b').toString('hex')).not.toBe(digest);
    expect(keyedDigest(key, 'search', 'a').toString('hex')).not.toBe(digest);
    expect(keyedDigest(createSecretKey(randomBytes(32)), 'contact', 'a').toString('hex')).not.toBe(digest);
  });
});

describe('a keyring', () => {
  const text = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

  test('wraps with the newest key and finds the older ones', () => {
    const ring = parseKeyring(`${text('2')},${text('1')}`);
    expect(ring.newest.id).toBe('2');
    expect(ring.find('1').id).toBe('1');
    expect(() => ring.find('3')).toThrow(/missing/);
  });

  test('refuses what is not a key', () => {
    for (const wrong of ['', '1', '1:abc', ':AAAA', `${text('1')},${text('1')}`]) {
      expect(() => parseKeyring(wrong)).toThrow();
    }
  });
});
