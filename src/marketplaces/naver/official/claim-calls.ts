import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { Shipment } from '../../../domain/shipment.ts';
import { COURIERLESS_METHODS } from './carriers.ts';
import type { Client } from './client.ts';
import { FEE_HOLD } from './hold-reasons.ts';
import { encodeDispatch } from './writes.ts';

type OperationName = Parameters<Client['ask']>[0]['operation'];
type Body = Readonly<Record<string, unknown>>;

/** How one action is carried out. */
export interface ClaimCall {
  readonly operation: OperationName;
  /** What must have been said before, where saying it again does no harm: its own refusal is no hindrance. */
  readonly first?: OperationName;
  /** The body, null for a call without one, or nothing where the payload does not tell what the call needs. */
  readonly body: (payload: ClaimPayload, productOrderId: string, now: Date) => Body | null | undefined;
  /** What the claim is once it is done; null where only a reading can tell. */
  readonly after: { readonly state: ClaimState; readonly nativeStatus: string } | null;
}

const without = () => null;
const after = (state: ClaimState, nativeStatus: string) => ({ state, nativeStatus });

/** The call behind each action (sheet §3.4). */
export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': {
    operation: 'cancelApprove',
    body: without,
    after: after('approved', 'CANCELING'),
  },
  'cancel.reject': {
    operation: 'dispatch',
    body: ({ shipment }, productOrderId, now) =>
      shipment === null
        ? undefined
        : { dispatchProductOrders: [encodeDispatch({ ...shipment, nativeLineId: productOrderId }, now)] },
    after: after('rejected', 'CANCEL_REJECT'),
  },
  'return.approve': { operation: 'returnApprove', body: without, after: after('done', 'RETURN_DONE') },
  'return.reject': {
    operation: 'returnReject',
    body: ({ text }) => (text === null ? undefined : { rejectReturnReason: text }),
    after: after('rejected', 'RETURN_REJECT'),
  },
  'return.hold': {
    operation: 'returnHold',
    body: ({ reason, text, fee }) =>
      reason === null || text === null
        ? undefined
        : {
            holdbackClassType: reason,
            holdbackReturnDetailReason: text,
            ...(fee === null ? {} : { extraReturnFeeAmount: fee }),
          },
    after: null,
  },
  'return.charge_fee': {
    operation: 'returnHold',
    body: ({ text, fee }) =>
      text === null || fee === null
        ? undefined
        : {
            holdbackClassType: FEE_HOLD,
            holdbackReturnDetailReason: text,
            extraReturnFeeAmount: fee,
          },
    after: null,
  },
  'return.release': { operation: 'returnRelease', body: without, after: null },
  'exchange.reject': {
    operation: 'exchangeReject',
    body: ({ text }) => (text === null ? undefined : { rejectExchangeReason: text }),
    after: after('rejected', 'EXCHANGE_REJECT'),
  },
  'exchange.collect': {
    operation: 'exchangeCollect',
    body: without,
    after: after('collected', 'COLLECT_DONE'),
  },
  'exchange.ship': {
    operation: 'exchangeShip',
    // Only an approved collection lets the replacement leave, and no answer tells whether it is (sheet §4.3).
    first: 'exchangeCollect',
    body: ({ shipment }) => (shipment === null ? undefined : encodeReDelivery(shipment)),
    after: after('reshipped', 'EXCHANGE_REDELIVERING'),
  },
  'exchange.hold': {
    operation: 'exchangeHold',
    body: ({ reason, text, fee }) =>
      reason === null || text === null
        ? undefined
        : {
            holdbackClassType: reason,
            holdbackExchangeDetailReason: text,
            ...(fee === null ? {} : { extraExchangeFeeAmount: fee }),
          },
    after: null,
  },
  'exchange.release': { operation: 'exchangeRelease', body: without, after: null },
};

/** The parcel of a replacement; an empty text is not "absent" to Naver (sheet §7.25). */
function encodeReDelivery({ carrierCode, invoice }: Shipment): Body {
  if (COURIERLESS_METHODS.has(carrierCode)) return { reDeliveryMethod: carrierCode };
  const number = invoice.trim();
  return {
    reDeliveryMethod: 'DELIVERY',
    ...(carrierCode === '' ? {} : { reDeliveryCompany: carrierCode }),
    ...(number === '' ? {} : { reDeliveryTrackingNumber: number }),
  };
}
