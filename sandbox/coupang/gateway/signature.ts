import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WireRequest } from '../../frame/marketplace.ts';

const LIFETIME_MS = 5 * 60_000;
const HEADER =
  /^CEA algorithm=HmacSHA256, access-key=(?<accessKey>[^,\s]+), signed-date=(?<signedDate>\d{6}T\d{6}Z), signature=(?<signature>[0-9a-f]{64})$/;

/** The parts of a request that its signature covers. */
export type SignedParts = Pick<WireRequest, 'method' | 'path' | 'query'>;

/** What an `Authorization: CEA …` header claims. */
export interface Credentials {
  readonly accessKey: string;
  readonly signedDate: string;
  readonly signature: string;
}

/** Reads an `Authorization` header; undefined if it does not have the exact form of the CEA scheme (sheet §1). */
export function readAuthorization(header: string): Credentials | undefined {
  const { accessKey, signedDate, signature } = HEADER.exec(header)?.groups ?? {};
  if (accessKey === undefined || signedDate === undefined || signature === undefined) return undefined;
  return { accessKey, signedDate, signature };
}

/** The instant of a `yyMMdd'T'HHmmss'Z'` date; NaN if there is no such instant. */
export function readSignedDate(signedDate: string): number {
  const [, date = '', time = ''] = /^(\d{6})T(\d{6})Z$/.exec(signedDate) ?? [];
  const pairs = (text: string, separator: string) => text.match(/../g)?.join(separator) ?? '';
  return Date.parse(`20${pairs(date, '-')}T${pairs(time, ':')}Z`);
}

/** Whether a signature with this date is still, or already, valid: the caller's clock may be wrong in both directions. */
export function isCurrent(signedDate: string, now: number): boolean {
  return Math.abs(now - readSignedDate(signedDate)) <= LIFETIME_MS;
}

/** The signature of a request: HMAC-SHA256 over date, method, path and query, without separators and without the body. */
export function signatureOf(
  secretKey: string,
  signedDate: string,
  { method, path, query }: SignedParts,
): string {
  return createHmac('sha256', secretKey).update(`${signedDate}${method}${path}${query}`).digest('hex');
}

/** Whether the credentials were made with this secret key for exactly this request. */
export function isSignedBy(
  secretKey: string,
  { signedDate, signature }: Credentials,
  request: SignedParts,
): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(secretKey, signedDate, request)));
}
