import type { OpenAccount } from '../../kit/edition.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { classify } from './errors.ts';
import type { OperationName } from './operations.ts';
import { issueToken } from './token.ts';

/** One call of this edition; token, headers and error reading are added by the client. */
export interface Call<Answer> {
  readonly operation: Exclude<OperationName, 'token'>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
  readonly decode: (json: unknown) => Answer;
}

export interface Client {
  ask<Answer>(call: Call<Answer>): Promise<Answer>;
  /** Proves the keys themselves, whatever token is still alive. */
  proveKeys(): Promise<void>;
}

/** Naver hands out a new token only when the old one has less than 30 minutes left (sheet §1.3). */
const RENEW_BEFORE_MS = 29 * 60_000;
/** Longer than any token lives, so that one is asked for in any case. */
const ALWAYS_RENEW_MS = 24 * 3_600_000;

export function openClient(account: OpenAccount): Client {
  const { gate } = account;
  const issue = () => issueToken(account);

  function send<Answer>(call: Call<Answer>, token: string): Promise<Answer> {
    return gate.ask({
      operation: call.operation,
      ...(call.params === undefined ? {} : { params: call.params }),
      ...(call.query === undefined ? {} : { query: call.query.toString() }),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      headers: () => ({
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      }),
      classify,
      decode: call.decode,
    });
  }

  return {
    async ask(call) {
      const token = await gate.tokens.current(RENEW_BEFORE_MS, issue);
      try {
        return await send(call, token);
      } catch (error) {
        if (!isTokenRefused(error)) throw error;
      }
      await gate.tokens.drop(token);
      const fresh = await gate.tokens.current(RENEW_BEFORE_MS, issue);
      try {
        return await send(call, fresh);
      } catch (error) {
        if (!isTokenRefused(error)) throw error;
        // The gateway answers a call of an API group that was not ticked as if the token were bad (sheet §1.2).
        throw new MarketplaceError({ ...error.trouble, reason: 'missing_permission', cause: error });
      }
    },
    async proveKeys() {
      let failure: unknown;
      await gate.tokens.current(ALWAYS_RENEW_MS, async () => {
        try {
          return await issue();
        } catch (error) {
          failure = error;
          throw error;
        }
      });
      // The shelf goes on with a token that is still alive, but here the keys are asked about.
      if (failure !== undefined) throw failure;
    },
  };
}

function isTokenRefused(error: unknown): error is MarketplaceError {
  return error instanceof MarketplaceError && error.reason === 'token_refused';
}
