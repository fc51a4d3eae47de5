import { createHmac } from 'node:crypto';
import type { Attempt } from '../../kit/gate.ts';

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly vendorId: string;
}

/** UTC with a two-digit year, `261121T010203Z` (sheet §1). */
export function signedDate(at: Date): string {
  return `${at.toISOString().slice(2, 19).replace(/[-:]/g, '')}Z`;
}

/** Lower-case hex of the CEA signature. The query goes in without `?`, the body not at all (sheet §1). */
export function signature(secretKey: string, date: string, attempt: Omit<Attempt, 'now'>): string {
  const message = `${date}${attempt.method}${attempt.path}${attempt.query}`;
  return createHmac('sha256', secretKey).update(message, 'utf8').digest('hex');
}

/** The headers every Coupang call carries. A signature lives 5 minutes, so each attempt needs its own. */
export function signedHeaders(keys: Keys, attempt: Attempt): Record<string, string> {
  const date = signedDate(attempt.now);
  const proof = signature(keys.secretKey, date, attempt);
  return {
    Authorization: `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${date}, signature=${proof}`,
    'Content-Type': 'application/json;charset=UTF-8',
    'X-Requested-By': keys.vendorId,
  };
}
