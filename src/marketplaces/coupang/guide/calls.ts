import type { OpenAccount } from '../../kit/edition.ts';
import type { Attempt } from '../../kit/gate.ts';
import { troubleIn } from './errors.ts';
import type { OperationName } from './operations.ts';
import { type Keys, signedHeaders } from './sign.ts';

export interface GuideCall<Answer> {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
  readonly decode: (json: unknown) => Answer;
}

/** Asks as one account. */
export type Ask = <Answer>(call: GuideCall<Answer>) => Promise<Answer>;

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, keys: Keys): Ask {
  return (call) =>
    gate.ask({
      ...call,
      headers: (attempt: Attempt) => signedHeaders(keys, attempt),
      classify: (answer) => troubleIn(answer, keyExpiresAt !== null && keyExpiresAt <= clock()),
    });
}
