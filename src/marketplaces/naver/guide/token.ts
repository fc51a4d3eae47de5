import { asFields, integerAt, textAt, UnreadableError } from '../../kit/decode.ts';
import type { OpenAccount } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { SharedToken } from '../../kit/shared-token.ts';
import type { Trouble } from '../../kit/trouble.ts';
import { classify } from './errors.ts';

/** The form of a token request: id and secret as they are (guide §1.2). */
export function tokenBody({ client_id = '', client_secret = '' }: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ client_id, client_secret, grant_type: 'client_credentials' }).toString();
}

export function decodeToken(json: unknown, askedAt: Date): SharedToken {
  const fields = asFields(json, 'token');
  const seconds = integerAt(fields, 'expires_in');
  if (seconds <= 0) throw new UnreadableError('expires_in', 'a life time', seconds);
  return { value: textAt(fields, 'access_token'), expiresAt: new Date(askedAt.getTime() + seconds * 1_000) };
}

/** There is no token yet that could be refused, so it is the key. */
export function classifyToken(
  answer: WireAnswer,
  keyHasExpired: boolean,
): Omit<Trouble, 'operation'> | undefined {
  const trouble = classify(answer);
  if (trouble?.reason !== 'token_refused') return trouble;
  return { ...trouble, reason: keyHasExpired ? 'expired_key' : 'wrong_key' };
}

/** Asks for a token. There is no refresh token: a new one is asked for in the same way (guide §1.2). */
export async function issueToken(account: OpenAccount): Promise<SharedToken> {
  const askedAt = account.clock();
  const keyHasExpired = account.keyExpiresAt !== null && account.keyExpiresAt <= askedAt;
  return account.gate.ask({
    operation: 'token',
    body: tokenBody(account.credentials),
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }),
    classify: (answer) => classifyToken(answer, keyHasExpired),
    decode: (json) => decodeToken(json, askedAt),
  });
}
