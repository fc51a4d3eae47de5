import type { GrantedCall } from '../gateway/call.ts';
import { refuseGuide } from '../gateway/guide-answers.ts';

/** Plays the fault of one thing failing while the rest of 11st is well: an error, and nothing done. */
export function failItem({ frame, operation }: GrantedCall): void {
  if (frame.strike(operation.name, 'item_failure') !== undefined)
    refuseGuide('INVALID_STATE', '처리할 수 없는 상태입니다');
}
