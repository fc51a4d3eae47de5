import { createHmac } from 'node:crypto';
import type { Site } from '../site.ts';
import type { Keys } from './keys.ts';

/** What a token says (sheet §1). `iat` is optional there and a number of seconds. */
export interface Claims {
  readonly iss: string;
  readonly sub: 'sell';
  readonly aud: 'sa.esmplus.com';
  readonly iat?: number;
  readonly ssi: string;
}

/** The issuer that works for everybody, where a seller calls for himself (sheet §1). */
const ISSUER = 'www.esmplus.com';

/** Signs a token: HS256 with the secret's raw bytes, which look like Base64 and are not to be decoded (sheet §1). */
export function signedToken({ masterId, secretKey }: Omit<Keys, 'sellerIds'>, claims: Claims): string {
  const header = part({ alg: 'HS256', typ: 'JWT', kid: masterId });
  const input = `${header}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secretKey).update(input, 'utf8').digest('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}

/**
 * The headers of one call. A token that names both sites is needed to create goods only; with one for a single site
 * limits and errors stay apart (sheet §1).
 */
export function signedHeaders(keys: Keys, sites: readonly Site[], now: Date): Record<string, string> {
  const token = signedToken(keys, {
    iss: ISSUER,
    sub: 'sell',
    aud: 'sa.esmplus.com',
    iat: Math.floor(now.getTime() / 1000),
    ssi: sites
      .toSorted()
      .map((site) => `${site}:${keys.sellerIds[site] ?? ''}`)
      .join(','),
  });
  return {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    Accept: 'application/json',
  };
}
