import type { OrderStatus } from '../../../domain/status.ts';
import type { LineTarget, Outcome } from '../../kit/shop.ts';
import type { Failure } from '../outcomes.ts';
import { failureIn, type Result } from './result.ts';
import type { LineStatus } from './statuses.ts';

/** What a line becomes by an action that 11st has taken. */
export interface Becomes {
  readonly status: OrderStatus;
  readonly nativeStatus: LineStatus;
  readonly readAgain: boolean;
}

/** One answer for each target of a call: the call as a whole went well, or none of it can be relied on. */
export function outcomesOf(
  targets: readonly LineTarget[],
  result: Result,
  { expected, becomes }: { readonly expected: number | null; readonly becomes: Becomes },
): readonly Outcome[] {
  const failure = failureIn(result, expected);
  return targets.map((target) =>
    failure === undefined ? { kind: 'done', line: target.line, ...becomes } : failed(target, failure),
  );
}

export function failed({ line }: LineTarget, failure: Failure): Outcome {
  return { ...failure, line };
}
