import type { OpenAccount } from '../../kit/edition.ts';
import type { Site } from '../site.ts';
import { troubleIn } from './errors.ts';
import type { Keys } from './keys.ts';
import { type OperationName, RESTRICTED } from './operations.ts';
import { signedHeaders } from './sign.ts';

export interface EsmCall<Answer> {
  readonly operation: OperationName;
  /** Whose order or list it is. */
  readonly site: Site;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly decode: (json: unknown) => Answer;
}

/** Asks ESM as one account: signs every attempt anew for the one site and names what is wrong with an answer. */
export type Ask = <Answer>(call: EsmCall<Answer>) => Promise<Answer>;

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, keys: Keys): Ask {
  return ({ site, ...call }) =>
    gate.ask({
      ...call,
      headers: ({ now }) => signedHeaders(keys, site, now),
      classify: (answer) =>
        troubleIn(answer, {
          keyHasExpired: keyExpiresAt !== null && keyExpiresAt <= clock(),
          restricted: RESTRICTED.has(call.operation),
        }),
    });
}
