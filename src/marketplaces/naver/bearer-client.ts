import type { OpenAccount } from '../kit/edition.ts';
import type { WireAnswer } from '../kit/gate.ts';
import type { SharedToken } from '../kit/shared-token.ts';
import { MarketplaceError, type Trouble, type TroubleReason } from '../kit/trouble.ts';

/** One call of an edition; token, headers and error reading are added by the client. */
export interface BearerCall<Name extends string, Answer> {
  readonly operation: Name;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
  /** A body that is not JSON, with its media type. */
  readonly raw?: { readonly type: string; readonly bytes: Uint8Array };
  readonly decode: (json: unknown) => Answer;
}

export interface BearerClient<Name extends string> {
  ask<Answer>(call: BearerCall<Name, Answer>): Promise<Answer>;
  /** Proves the keys themselves, whatever token is still alive. */
  proveKeys(): Promise<void>;
}

export interface BearerSettings {
  readonly issue: () => Promise<SharedToken>;
  readonly classify: (answer: WireAnswer) => Omit<Trouble, 'operation'> | undefined;
  /** A token that lives no longer than this is replaced before it is used. */
  readonly renewBeforeMs: number;
  /** What it means when a token that was only just issued is refused as well. */
  readonly refusedTwice: TroubleReason;
}

/** Longer than any token lives, so that one is asked for in any case. */
const ALWAYS_RENEW_MS = 24 * 3_600_000;

/** Opens a client that works with one token for all processes, and replaces a refused one once. */
export function openBearerClient<Name extends string>(
  { gate }: OpenAccount,
  { issue, classify, renewBeforeMs, refusedTwice }: BearerSettings,
): BearerClient<Name> {
  function send<Answer>(call: BearerCall<Name, Answer>, token: string): Promise<Answer> {
    const body = bodyOf(call);
    return gate.ask({
      operation: call.operation,
      ...(call.params === undefined ? {} : { params: call.params }),
      ...(call.query === undefined ? {} : { query: call.query.toString() }),
      ...(body === undefined ? {} : { body: body.bytes }),
      headers: () => ({
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': body.type }),
      }),
      classify,
      decode: call.decode,
    });
  }

  return {
    async ask(call) {
      const token = await gate.tokens.current(renewBeforeMs, issue);
      try {
        return await send(call, token);
      } catch (error) {
        if (!isTokenRefused(error)) throw error;
      }
      await gate.tokens.drop(token);
      const fresh = await gate.tokens.current(renewBeforeMs, issue);
      try {
        return await send(call, fresh);
      } catch (error) {
        if (!isTokenRefused(error)) throw error;
        throw new MarketplaceError({ ...error.trouble, reason: refusedTwice, cause: error });
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

function bodyOf({ body, raw }: Pick<BearerCall<string, unknown>, 'body' | 'raw'>) {
  if (raw !== undefined) return raw;
  return body === undefined ? undefined : { type: 'application/json', bytes: JSON.stringify(body) };
}

function isTokenRefused(error: unknown): error is MarketplaceError {
  return error instanceof MarketplaceError && error.reason === 'token_refused';
}
