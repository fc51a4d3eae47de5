import type { OpenAccount } from '../../kit/edition.ts';
import type { Attempt } from '../../kit/gate.ts';
import { troubleIn } from './errors.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { type Keys, signedHeaders } from './sign.ts';

export interface CoupangCall<Answer> {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
  /** Whether an HTTP 200 tells of each item by itself, so that the code around it does not count. */
  readonly tellsEach?: (json: unknown) => boolean;
  readonly decode: (json: unknown) => Answer;
}

/** Asks Coupang as one account: signs every attempt anew and names what is wrong with an answer. */
export type Ask = <Answer>(call: CoupangCall<Answer>) => Promise<Answer>;

/** The gateway gives up after 3 s unless asked to wait (sheet §1); our own time-outs are longer than this. */
const PATIENCE = { 'X-EXTENDED-TIMEOUT': '30000' };

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, keys: Keys): Ask {
  return (call) => {
    let attempts = 0;
    // Too many calls that ask to wait are throttled (sheet §2), so only repeats do, and writes, where an
    // answer that is cut off leaves us not knowing what happened.
    const patient = () => OPERATIONS[call.operation].intent !== 'read' || ++attempts > 1;
    const { tellsEach, ...ofGate } = call;
    return gate.ask({
      ...ofGate,
      params: { vendorId: keys.vendorId, ...call.params },
      headers: (attempt: Attempt) => ({
        ...signedHeaders(keys, attempt),
        ...(patient() ? PATIENCE : {}),
      }),
      classify: (answer) =>
        answer.status === 200 && tellsEach?.(answer.json) === true
          ? undefined
          : troubleIn(answer, keyExpiresAt !== null && keyExpiresAt <= clock()),
    });
  };
}
