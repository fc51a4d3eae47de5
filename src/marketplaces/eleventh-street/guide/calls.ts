import type { OpenAccount } from '../../kit/edition.ts';
import { troubleIn } from './errors.ts';
import type { OperationName } from './operations.ts';

export interface GuideCall<Answer> {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
  readonly decode: (json: unknown) => Answer;
}

/** Asks a gateway of the guide as one account. */
export type Ask = <Answer>(call: GuideCall<Answer>) => Promise<Answer>;

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, apiKey: string): Ask {
  return (call) =>
    gate.ask({
      ...call,
      headers: () => ({ openapikey: apiKey, 'Content-Type': 'application/json' }),
      classify: (answer) => troubleIn(answer, keyExpiresAt !== null && keyExpiresAt <= clock()),
    });
}
