import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { guideError } from '../gateway/guide-answers.ts';

/** Plays the fault of one thing failing while the rest of 11st is well: an error, and nothing done. */
export function failItem({ frame, operation }: GrantedCall): void {
  if (frame.strike(operation.name, 'item_failure') !== undefined)
    throw new CallRefused(guideError(500, 'INTERNAL_ERROR', '처리 중 오류가 발생했습니다'));
}
