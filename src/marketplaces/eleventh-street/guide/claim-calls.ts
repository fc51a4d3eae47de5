import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { OperationName } from './operations.ts';
import { parcelOf } from './writes.ts';

/** The call behind an action on a claim (guide §3.5 to §3.7). */
export interface ClaimCall {
  readonly operation: OperationName;
  readonly body?: (payload: ClaimPayload) => string;
  readonly state: ClaimState;
  readonly nativeStatus: string;
}

const refusing = ({ reason, text }: ClaimPayload): string =>
  JSON.stringify({ rjtRsnCd: reason ?? '', rjtRsnDtl: text ?? '' });

const approving = ({ text }: ClaimPayload): string => JSON.stringify({ aprvRsnDtl: text ?? '' });

function shipping({ kind, shipment }: ClaimPayload): string {
  if (shipment === null) throw new RangeError(`${kind} needs a shipment`);
  return JSON.stringify(parcelOf(shipment));
}

export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': { operation: 'approveCancel', state: 'done', nativeStatus: '502' },
  'cancel.reject': { operation: 'rejectCancel', body: refusing, state: 'rejected', nativeStatus: '509' },
  'return.approve': { operation: 'approveReturn', body: approving, state: 'approved', nativeStatus: '602' },
  'return.reject': { operation: 'rejectReturn', body: refusing, state: 'rejected', nativeStatus: '609' },
  'return.collect': { operation: 'collectReturn', state: 'collected', nativeStatus: '604' },
  'return.complete': { operation: 'completeReturn', state: 'done', nativeStatus: '603' },
  'exchange.approve': { operation: 'approveExchange', state: 'approved', nativeStatus: '702' },
  'exchange.reject': { operation: 'rejectExchange', body: refusing, state: 'rejected', nativeStatus: '709' },
  'exchange.ship': { operation: 'shipExchange', body: shipping, state: 'reshipped', nativeStatus: '705' },
};
