import { createHmac } from 'node:crypto';
import type { Attempt } from '../../kit/gate.ts';

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly vendorId: string;
}

/** `%y%m%dT%H%M%SZ` of the guide's sample (§2.2). */
export function datetimeOf(at: Date): string {
  return `${at.toISOString().slice(2, 19).replace(/[-:]/g, '')}Z`;
}

/**
 * Lower-case hex over date, method and uri (guide §2.2). Unlike Coupang's own interface, the uri goes in as it is
 * sent, with the `?` before its query.
 */
export function signature(secretKey: string, datetime: string, attempt: Omit<Attempt, 'now'>): string {
  const uri = attempt.query === '' ? attempt.path : `${attempt.path}?${attempt.query}`;
  return createHmac('sha256', secretKey).update(`${datetime}${attempt.method}${uri}`, 'utf8').digest('hex');
}

/** The headers every call carries, made anew for each attempt. */
export function signedHeaders(keys: Keys, attempt: Attempt): Record<string, string> {
  const datetime = datetimeOf(attempt.now);
  const proof = signature(keys.secretKey, datetime, attempt);
  return {
    Authorization: `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${datetime}, signature=${proof}`,
    'Content-Type': 'application/json;charset=UTF-8',
  };
}
