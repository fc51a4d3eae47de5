import type { OpenAccount } from '../../kit/edition.ts';
import type { Site } from '../site.ts';
import { troubleIn } from './errors.ts';
import type { Keys } from './keys.ts';
import { NAMED, type OperationName, RESTRICTED } from './operations.ts';
import { signedHeaders } from './sign.ts';

export interface EsmCall<Answer> {
  readonly operation: OperationName;
  /** Whose order or list it is; calls about products are those of all their sites. */
  readonly site: Site | readonly Site[];
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly decode: (json: unknown) => Answer;
}

/** Asks ESM as one account: signs every attempt anew for the site or sites and names what is wrong with an answer. */
export type Ask = <Answer>(call: EsmCall<Answer>) => Promise<Answer>;

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, keys: Keys): Ask {
  return ({ site, ...call }) =>
    gate.ask({
      ...call,
      headers: ({ now }) => signedHeaders(keys, typeof site === 'string' ? [site] : site, now),
      classify: (answer) =>
        troubleIn(answer, {
          keyHasExpired: keyExpiresAt !== null && keyExpiresAt <= clock(),
          restricted: RESTRICTED.has(call.operation),
          names: NAMED.has(call.operation),
        }),
    });
}
