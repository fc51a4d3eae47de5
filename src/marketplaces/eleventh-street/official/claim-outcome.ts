import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimOutcome, ClaimTarget } from '../../kit/shop.ts';
import type { Failure } from '../outcomes.ts';
import { failureIn, type Result } from './result.ts';

/** What a claim is once 11st has taken an action; nulls where only a reading can tell. */
export interface ClaimBecomes {
  readonly state: ClaimState | null;
  readonly nativeStatus: string | null;
}

export function claimOutcome({ item }: ClaimTarget, result: Result, becomes: ClaimBecomes): ClaimOutcome {
  const failure = failureIn(result, 1);
  return failure === undefined ? { kind: 'done', item, ...becomes } : { ...failure, item };
}

export function claimFailed({ item }: ClaimTarget, failure: Failure): ClaimOutcome {
  return { ...failure, item };
}
