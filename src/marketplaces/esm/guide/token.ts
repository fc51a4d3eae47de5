import { asFields, integerAt, textAt, UnreadableError } from '../../kit/decode.ts';
import type { OpenAccount } from '../../kit/edition.ts';
import type { SharedToken } from '../../kit/shared-token.ts';
import type { Site } from '../site.ts';
import { troubleIn } from './errors.ts';
import type { Keys } from './keys.ts';
import { HOST_OF } from './operations.ts';

/** The body of a token request (guide 4.2). */
export function tokenBody({ clientId, clientSecret }: Keys): string {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  }).toString();
}

export function decodeToken(json: unknown, askedAt: Date): SharedToken {
  const fields = asFields(json, 'token');
  const seconds = integerAt(fields, 'expires_in');
  if (seconds <= 0) throw new UnreadableError('expires_in', 'a life time', seconds);
  return { value: textAt(fields, 'access_token'), expiresAt: new Date(askedAt.getTime() + seconds * 1000) };
}

/**
 * Asks each site's host for a token. An account has one place for tokens, so they lie there together, under the site
 * each is for, and last as long as the first of them to end.
 */
export async function issueTokens(account: OpenAccount, keys: Keys): Promise<SharedToken> {
  const tokens: Partial<Record<Site, string>> = {};
  let expiresAt: Date | undefined;
  for (const site of keys.sites) {
    const token = await issueToken(account, keys, site);
    tokens[site] = token.value;
    if (expiresAt === undefined || token.expiresAt < expiresAt) expiresAt = token.expiresAt;
  }
  return { value: JSON.stringify(tokens), expiresAt: expiresAt ?? account.clock() };
}

/** The token of one site out of what `issueTokens` put together. */
export function tokenOf(together: string, site: Site): string {
  return textAt(asFields(JSON.parse(together), 'tokens'), site);
}

function issueToken(
  { gate, clock, keyExpiresAt }: OpenAccount,
  keys: Keys,
  site: Site,
): Promise<SharedToken> {
  const askedAt = clock();
  const host = HOST_OF[site];
  return gate.ask({
    operation: 'token',
    ...(host === undefined ? {} : { host }),
    body: tokenBody(keys),
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }),
    classify: (answer) => {
      const trouble = troubleIn(answer);
      if (trouble?.reason !== 'token_refused') return trouble;
      // No token was sent: the keys themselves are refused.
      const hasExpired = keyExpiresAt !== null && keyExpiresAt <= askedAt;
      return { ...trouble, reason: hasExpired ? 'expired_key' : 'wrong_key' };
    },
    decode: (json) => decodeToken(json, askedAt),
  });
}
