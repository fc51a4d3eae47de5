import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { Shipment } from '../../../domain/shipment.ts';
import { FAULT_CODES } from './claim-reasons.ts';
import type { Client } from './client.ts';

/** How one action is carried out. */
export interface ClaimCall {
  readonly operation: Parameters<Client['ask']>[0]['operation'];
  /** The body beside the ids, or nothing where the payload does not tell what the call needs. */
  readonly body: (payload: ClaimPayload) => Readonly<Record<string, unknown>> | undefined;
  /** What the claim is once it is done; null where only a reading can tell. */
  readonly after: { readonly state: ClaimState; readonly nativeStatus: string } | null;
}

const nothingElse = () => ({});
const after = (state: ClaimState, nativeStatus: string) => ({ state, nativeStatus });
const rejection = ({ text }: ClaimPayload) => (text === null ? undefined : { rejectReason: text });

/** The call behind each action, with the guide's own sentence where the seller writes none (guide §1.5–1.7). */
export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': {
    operation: 'cancelApprove',
    body: ({ text }) => ({ cancelReason: text ?? '고객 요청에 의한 취소 승인' }),
    after: after('done', 'CANCELED'),
  },
  'cancel.reject': {
    operation: 'cancelReject',
    body: rejection,
    after: after('rejected', 'CANCEL_REJECTED'),
  },
  'return.approve': {
    operation: 'returnApprove',
    body: ({ text }) => ({ returnReason: text ?? '반품 승인 처리' }),
    after: after('approved', 'RETURN_APPROVED'),
  },
  'return.reject': {
    operation: 'returnReject',
    body: rejection,
    after: after('rejected', 'RETURN_REJECTED'),
  },
  'return.collect': {
    operation: 'returnCollect',
    body: nothingElse,
    after: after('collected', 'RETURN_COLLECTED'),
  },
  'return.complete': {
    operation: 'returnComplete',
    body: nothingElse,
    after: after('done', 'RETURN_COMPLETED'),
  },
  'return.charge_fee': {
    operation: 'returnWithhold',
    body: ({ fee, fault }) => {
      const claimType = fault === null ? undefined : FAULT_CODES[fault];
      return fee === null || claimType === undefined ? undefined : { returnShippingCharge: fee, claimType };
    },
    after: after('on_hold', 'RETURN_WITHHELD'),
  },
  'return.change_fault': {
    operation: 'returnChangeReason',
    body: ({ fault, text, shipment }) => {
      const claimReasonType = fault === null ? undefined : FAULT_CODES[fault];
      if (claimReasonType === undefined || text === null) return undefined;
      return { claimReasonType, claimReasonDetail: text, ...collectionOf(shipment) };
    },
    after: null,
  },
  'exchange.approve': {
    operation: 'exchangeApprove',
    body: nothingElse,
    after: after('approved', 'EXCHANGE_APPROVED'),
  },
  'exchange.reject': {
    operation: 'exchangeReject',
    body: rejection,
    after: after('rejected', 'EXCHANGE_REJECTED'),
  },
  'exchange.ship': {
    operation: 'exchangeShip',
    body: ({ shipment }) =>
      shipment === null
        ? undefined
        : { deliveryCompanyCode: shipment.carrierCode, trackingNumber: shipment.invoice.trim() },
    after: after('reshipped', 'EXCHANGE_SHIPPED'),
  },
};

/** The parcel in which the goods come back, where the seller knows it (guide §1.6.7). */
function collectionOf(shipment: Shipment | null) {
  return shipment === null
    ? {}
    : { collectDeliveryCompanyCode: shipment.carrierCode, collectTrackingNumber: shipment.invoice.trim() };
}
