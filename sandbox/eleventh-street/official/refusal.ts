import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { resultOrder } from '../gateway/xml.ts';

/** Refuses an action with one of 11st's codes. */
export function refuse(code: number, text: string): never {
  throw new CallRefused(resultOrder(code, text));
}

/** The answer of an action that has worked. */
export function done(text: string): WireAnswer {
  return resultOrder(0, text);
}

/** Plays the fault of one thing failing while the rest of 11st is well: the action's own code for it, and nothing done. */
export function strikeAction({ frame, operation }: GrantedCall, code: number): void {
  if (frame.strike(operation.name, 'item_failure') !== undefined)
    refuse(code, '처리 중 오류가 발생했습니다. 잠시 후 다시 시도해 주세요.');
}
