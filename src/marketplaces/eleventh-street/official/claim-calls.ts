import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { Shipment } from '../../../domain/shipment.ts';
import type { ClaimTarget } from '../../kit/shop.ts';
import { claimNumberOf } from './claim-id.ts';
import type { ClaimBecomes } from './claim-outcome.ts';
import { shipmentParams } from './delivery-methods.ts';
import type { OperationName } from './operations.ts';
import { pathText } from './path-text.ts';
import { dayOnWire, minuteOnWire } from './values.ts';

type Params = Readonly<Record<string, string>>;

/** The call behind an action on a claim. */
export interface ClaimCall {
  readonly operation: OperationName;
  readonly params: Params;
  readonly becomes: ClaimBecomes;
}

type CallOf = (target: ClaimTarget, deliveryNo: string) => ClaimCall;

const cancelOf = ({ claim }: ClaimTarget): Params => {
  const { seq, nativeLineId } = claimNumberOf(claim.nativeClaimId);
  return { ordPrdCnSeq: seq, ordNo: claim.nativeOrderId, ordPrdSeq: nativeLineId };
};

const sentBackOf = ({ claim }: ClaimTarget): Params => {
  const { seq, nativeLineId } = claimNumberOf(claim.nativeClaimId);
  return { clmReqSeq: seq, ordNo: claim.nativeOrderId, ordPrdSeq: nativeLineId };
};

const wordsOf = ({ payload }: ClaimTarget): Params => ({
  reason: neededFrom(payload, 'reason'),
  text: pathText(payload.text),
});

const shippingOf = ({ payload }: ClaimTarget): { readonly shipment: Shipment; readonly params: Params } => {
  const { shipment } = payload;
  if (shipment === null) throw new RangeError(`${payload.kind} needs a shipment`);
  return { shipment, params: shipmentParams(shipment) };
};

function neededFrom(payload: ClaimPayload, name: 'reason'): string {
  const value = payload[name];
  if (value === null) throw new RangeError(`${payload.kind} needs a ${name}`);
  return value;
}

const HELD: ReadonlySet<string> = new Set(['104']);

/** Sheet §3.6 to §3.8. What is not here is not offered, and `unsupported` says why. */
export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, CallOf>>> = {
  'cancel.approve': (target) => ({
    operation: 'approveCancel',
    params: cancelOf(target),
    becomes: { state: 'done', nativeStatus: '02' },
  }),
  'cancel.reject': (target) => {
    const { shipment, params } = shippingOf(target);
    const sent = { ...cancelOf(target), ...params, sendDt: dayOnWire(new Date(shipment.shippedAt)) };
    const becomes: ClaimBecomes = { state: 'rejected', nativeStatus: null };
    return target.payload.reason === null
      ? { operation: 'rejectCancel', params: sent, becomes }
      : { operation: 'rejectCancelForReason', params: { ...sent, ...wordsOf(target) }, becomes };
  },
  'return.approve': (target) => ({
    operation: 'approveReturn',
    params: sentBackOf(target),
    becomes: { state: 'done', nativeStatus: '106' },
  }),
  'return.reject': (target) => ({
    operation: 'rejectReturn',
    params: { ...sentBackOf(target), ...wordsOf(target) },
    becomes: { state: 'rejected', nativeStatus: '107' },
  }),
  // A return that is on hold already is held a second time by holding its completion (sheet §3.7).
  'return.hold': (target) => {
    const again = HELD.has(target.claim.nativeStatus);
    return {
      operation: again ? 'holdReturnCompletion' : 'holdReturn',
      params: { ...sentBackOf(target), ...wordsOf(target) },
      becomes: { state: 'on_hold', nativeStatus: again ? '109' : '104' },
    };
  },
  'return.pickup': (target, dlvNo) => {
    const { shipment, params } = shippingOf(target);
    const { clmReqSeq = '' } = sentBackOf(target);
    return {
      operation: 'returnInvoice',
      params: { ...params, sendDt: minuteOnWire(new Date(shipment.shippedAt)), dlvNo, clmReqSeq },
      becomes: { state: 'collecting', nativeStatus: target.claim.nativeStatus },
    };
  },
  'exchange.ship': (target) => ({
    operation: 'shipExchange',
    params: { ...sentBackOf(target), ...shippingOf(target).params },
    becomes: { state: 'reshipped', nativeStatus: '221' },
  }),
  'exchange.reject': (target) => ({
    operation: 'rejectExchange',
    params: { ...sentBackOf(target), ...wordsOf(target) },
    becomes: { state: 'rejected', nativeStatus: '232' },
  }),
};
