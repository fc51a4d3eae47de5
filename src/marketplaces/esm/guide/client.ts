import type { OpenAccount } from '../../kit/edition.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Site } from '../site.ts';
import { troubleIn } from './errors.ts';
import type { Keys } from './keys.ts';
import { HOST_OF, type OperationName } from './operations.ts';
import { issueTokens, tokenOf } from './token.ts';

/** One call of this edition; host, token, headers and error reading are added by the client. */
export interface Call<Answer> {
  readonly operation: Exclude<OperationName, 'token'>;
  readonly site: Site;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
  readonly body?: object;
  readonly decode: (json: unknown) => Answer;
}

export interface Client {
  ask<Answer>(call: Call<Answer>): Promise<Answer>;
  /** Proves the keys themselves, whatever token is still alive. */
  proveKeys(): Promise<void>;
}

const RENEW_BEFORE_MS = 5 * 60_000;
/** Longer than any token lives, so that one is asked for in any case. */
const ALWAYS_RENEW_MS = 24 * 3_600_000;

export function openClient(account: OpenAccount, keys: Keys): Client {
  const { gate } = account;
  const issue = () => issueTokens(account, keys);

  function send<Answer>(call: Call<Answer>, tokens: string): Promise<Answer> {
    const host = HOST_OF[call.site];
    return gate.ask({
      operation: call.operation,
      ...(host === undefined ? {} : { host }),
      ...(call.params === undefined ? {} : { params: call.params }),
      ...(call.query === undefined ? {} : { query: call.query.toString() }),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      headers: () => ({
        authorization: `Bearer ${tokenOf(tokens, call.site)}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      }),
      classify: troubleIn,
      decode: call.decode,
    });
  }

  return {
    async ask(call) {
      const tokens = await gate.tokens.current(RENEW_BEFORE_MS, issue);
      try {
        return await send(call, tokens);
      } catch (error) {
        if (!isTokenRefused(error)) throw error;
      }
      await gate.tokens.drop(tokens);
      return send(call, await gate.tokens.current(RENEW_BEFORE_MS, issue));
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

function isTokenRefused(error: unknown): boolean {
  return error instanceof MarketplaceError && error.reason === 'token_refused';
}
