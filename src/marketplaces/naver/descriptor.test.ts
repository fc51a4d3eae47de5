import { describe, expect, it } from 'vitest';
import { naver } from './descriptor.ts';

function accepts(name: string, value: string): boolean {
  const field = naver.credentials.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`no credential ${name}`);
  return field.schema.safeParse(value).success;
}

describe('the credentials of Naver', () => {
  it('take a secret as Naver gives it, spaces around it or not', () => {
    expect(accepts('client_secret', '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe')).toBe(true);
    expect(accepts('client_secret', ' $2a$10$abcdefghijklmnopqrstuv\n')).toBe(true);
  });

  it.each([
    '',
    'N7kQ1xZb3T9mWc5RyE2hPe',
    'a$04$N7kQ1xZb3T9mWc5RyE2hPe',
    '$2a$04$N7kQ1xZb3T9mWc5RyE2h',
    '$2a$31$N7kQ1xZb3T9mWc5RyE2hPe',
  ])('refuse the secret %j', (secret) => {
    expect(accepts('client_secret', secret)).toBe(false);
  });

  it('refuse an id that bcrypt would cut', () => {
    expect(accepts('client_id', '7dMvteboKNHwyRremLXXXX')).toBe(true);
    expect(accepts('client_id', 'a'.repeat(59))).toBe(false);
    expect(accepts('client_id', '')).toBe(false);
  });

  it('say what to bring and where it stands, in Korean and English', () => {
    for (const { label, where } of naver.credentials) {
      for (const text of [label.ko, label.en, where.ko, where.en]) expect(text).not.toBe('');
    }
    expect(naver.credentials.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'client_id',
      'client_secret',
    ]);
  });
});
