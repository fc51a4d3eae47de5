import { hash } from 'bcryptjs';
import { asFields, integerAt, textAt, UnreadableError } from '../../kit/decode.ts';
import type { OpenAccount } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { SharedToken } from '../../kit/shared-token.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';
import { classify, errorBody } from './errors.ts';

/** Naver takes no time stamp from the future but any of the last 5 minutes, so a fast clock is allowed for (sheet §1.4). */
const CLOCK_ALLOWANCE_MS = 3_000;

/** A field that Naver calls invalid in a token request, and what that tells the seller. */
const BLAMED_FIELDS: readonly (readonly [field: string, reason: TroubleReason])[] = [
  ['timestamp', 'clock_skew'],
  ['client_secret_sign', 'wrong_key'],
  ['client_id', 'wrong_key'],
  ['account_id', 'wrong_shop'],
];

/** Signs a token request: bcrypt of id and time with the secret as the salt, then Base64 (sheet §1.4). */
export async function clientSecretSign(
  clientId: string,
  clientSecret: string,
  timestamp: number,
): Promise<string> {
  return Buffer.from(await hash(`${clientId}_${timestamp}`, clientSecret)).toString('base64');
}

/**
 * The body of a token request. Nothing may be added, left out or put into the query: a request outside the
 * standard throttles the whole application to one call an hour (sheet §1.3).
 */
export async function tokenBody(
  credentials: Readonly<Record<string, string>>,
  timestamp: number,
): Promise<string> {
  const { client_id = '', client_secret = '', account_id = '' } = credentials;
  return new URLSearchParams({
    client_id,
    timestamp: String(timestamp),
    client_secret_sign: await clientSecretSign(client_id, client_secret, timestamp),
    grant_type: 'client_credentials',
    ...(account_id === '' ? { type: 'SELF' } : { type: 'SELLER', account_id }),
  }).toString();
}

export function decodeToken(json: unknown, askedAt: Date): SharedToken {
  const fields = asFields(json, 'token');
  const seconds = integerAt(fields, 'expires_in');
  if (seconds <= 0) throw new UnreadableError('expires_in', 'a life time', seconds);
  return { value: textAt(fields, 'access_token'), expiresAt: new Date(askedAt.getTime() + seconds * 1_000) };
}

/** Why a token was not given. Token errors name the field at fault; the rest is the gateway's (sheet §5.2). */
export function classifyToken(
  answer: WireAnswer,
  keyHasExpired: boolean,
): Omit<Trouble, 'operation'> | undefined {
  const trouble = classify(answer);
  if (trouble === undefined) return undefined;
  const reason = tokenReason(answer, trouble.reason);
  return {
    ...trouble,
    reason: reason === 'wrong_key' && keyHasExpired ? 'expired_key' : reason,
    ...(reason === 'clock_skew' && answer.skewMs !== null ? { skewMs: answer.skewMs } : {}),
  };
}

function tokenReason(answer: WireAnswer, general: TroubleReason): TroubleReason {
  const { code, inputs } = errorBody(answer);
  const blamed = BLAMED_FIELDS.find(([field]) => inputs.some((input) => input.includes(field)));
  if (blamed !== undefined) return blamed[1];
  if (general === 'token_refused') return 'wrong_key';
  // A secret that a shell or a settings file has mangled shows as a bare 403 (sheet §1.4).
  return answer.status === 403 && !code?.startsWith('GW.') ? 'wrong_key' : general;
}

/** Asks for a token. Only the shelf may call this, so that all processes together ask once. */
export async function issueToken(account: OpenAccount): Promise<SharedToken> {
  const askedAt = account.clock();
  const keyHasExpired = account.keyExpiresAt !== null && account.keyExpiresAt <= askedAt;
  return account.gate.ask({
    operation: 'token',
    body: await tokenBody(account.credentials, askedAt.getTime() - CLOCK_ALLOWANCE_MS),
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }),
    classify: (answer) => classifyToken(answer, keyHasExpired),
    decode: (json) => decodeToken(json, askedAt),
  });
}
