import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { clientMessage } from '../gateway/xml.ts';

/** Plays the fault of one product failing while the rest of 11st is well: nothing is done. */
export function strikeProduct({ frame, operation }: GrantedCall, productNo: string): void {
  if (frame.strike(operation.name, 'item_failure') !== undefined)
    throw new CallRefused(clientMessage(500, '처리 중 오류가 발생했습니다.', { productNo }));
}
