import { createHash } from 'node:crypto';

export interface Token {
  readonly text: string;
  readonly expiresAt: number;
}

/** The tokens one application was given. */
export interface TokenShelf {
  issue(now: number): Token;
  /** Undefined if the text was never one of these tokens. */
  stateOf(text: string, now: number): 'valid' | 'expired' | undefined;
  expireAll(): void;
}

interface TokenTerms {
  readonly edition: string;
  readonly lifeMs: number;
  /** While the current token has this much left, it is given out again. */
  readonly reuseAboveMs: number;
}

/** An empty shelf for tokens on these terms. */
export function createTokenShelf(
  { edition, lifeMs, reuseAboveMs }: TokenTerms,
  credentials: () => string,
): TokenShelf {
  const expiries = new Map<string, number>();
  let current: Token | undefined;
  return {
    issue(now) {
      if (current !== undefined && current.expiresAt - now >= reuseAboveMs) return current;
      current = { text: tokenText(`${edition} ${credentials()}`, expiries.size), expiresAt: now + lifeMs };
      expiries.set(current.text, current.expiresAt);
      return current;
    },
    stateOf(text, now) {
      const expiresAt = expiries.get(text);
      if (expiresAt === undefined) return undefined;
      return expiresAt > now ? 'valid' : 'expired';
    },
    expireAll() {
      for (const text of expiries.keys()) expiries.set(text, Number.NEGATIVE_INFINITY);
      current = undefined;
    },
  };
}

/** A token nobody can guess without the secret, and the same again for the same turn, so that a diary can be relived. */
function tokenText(credentials: string, turn: number): string {
  return createHash('sha256').update(`${credentials} ${turn}`).digest('base64url');
}
