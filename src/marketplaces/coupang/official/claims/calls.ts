import type { ClaimKind, ClaimState } from '../../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../../domain/claim-action.ts';
import {
  asFields,
  type Fields,
  optionalFieldsAt,
  optionalIdAt,
  optionalTextAt,
} from '../../../kit/decode.ts';
import { BigNumeral, writeLossless } from '../../../kit/lossless.ts';
import type { ClaimRef } from '../../../kit/shop.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { OperationName } from '../operations.ts';
import type { NewBox } from './decode-exchange.ts';
import { nativeNumber } from './ids.ts';

/** What one action sends about one claim. */
export interface ClaimCall {
  readonly operation: OperationName;
  readonly params: Readonly<Record<string, string>>;
  readonly body: string;
  readonly after: After;
}

/** What the claim is once the call was taken; null where only a reading can tell. */
export interface After {
  readonly state: ClaimState | null;
  readonly nativeStatus: string | null;
  readonly becomes?: ClaimKind;
}

const ONLY_A_READING_TELLS: After = { state: null, nativeStatus: null };

/** What a call must know beyond the claim: how many goods a receipt is about, which boxes an exchange opened. */
export interface CallFacts {
  readonly vendorId: string;
  readonly cancelCount: number;
  readonly newBoxes: readonly NewBox[];
}

/** The call for an action, or undefined for one that Coupang does not have (sheet §3.3-3.5). */
export function callOf(
  action: ClaimAction,
  claim: ClaimRef,
  payload: ClaimPayload,
  { vendorId, cancelCount, newBoxes }: CallFacts,
): ClaimCall | undefined {
  const number = nativeNumber(claim.nativeClaimId);
  const id = new BigNumeral(number);
  const ofReceipt = (operation: OperationName, more: object, after: After): ClaimCall => ({
    operation,
    params: { receiptId: number },
    body: writeLossless({ vendorId, receiptId: id, ...more }),
    after,
  });
  const ofExchange = (operation: OperationName, body: unknown, after: After): ClaimCall => ({
    operation,
    params: { exchangeId: number },
    body: writeLossless(body),
    after,
  });
  const pickup = (returnExchangeDeliveryType: 'RETURN' | 'EXCHANGE', after: After): ClaimCall => ({
    operation: 'pickupInvoice',
    params: {},
    body: writeLossless({ returnExchangeDeliveryType, receiptId: id, ...parcelOf(payload) }),
    after,
  });
  switch (action) {
    case 'cancel.approve':
      return ofReceipt(
        'stoppedShipment',
        { cancelCount },
        { state: 'done', nativeStatus: 'RETURNS_COMPLETED' },
      );
    case 'cancel.reject':
      return ofReceipt('completedShipment', parcelOf(payload), {
        state: 'requested',
        nativeStatus: 'RETURNS_UNCHECKED',
        becomes: 'return',
      });
    case 'return.pickup':
      return pickup('RETURN', ONLY_A_READING_TELLS);
    case 'return.collect':
      // Fast-refund goods are completed by the same call.
      return ofReceipt('receiveReturn', {}, ONLY_A_READING_TELLS);
    case 'return.complete':
      return ofReceipt(
        'approveReturn',
        { cancelCount },
        { state: 'done', nativeStatus: 'RETURNS_COMPLETED' },
      );
    case 'exchange.pickup':
      return pickup('EXCHANGE', { state: 'collecting', nativeStatus: 'RECEIPT' });
    case 'exchange.collect':
      return ofExchange(
        'receiveExchange',
        { exchangeId: id, vendorId },
        { state: 'collected', nativeStatus: 'PROGRESS' },
      );
    case 'exchange.reject':
      return ofExchange(
        'rejectExchange',
        { exchangeId: id, vendorId, exchangeRejectCode: payload.reason },
        // Whether a withdrawal that the seller reports shows as REJECT or as CANCEL is not stated.
        payload.reason === 'WITHDRAW' ? ONLY_A_READING_TELLS : { state: 'rejected', nativeStatus: 'REJECT' },
      );
    case 'exchange.ship':
      return ofExchange(
        'shipExchange',
        newBoxes.map(({ shipmentBoxId }) => ({
          exchangeId: id,
          vendorId,
          shipmentBoxId: new BigNumeral(shipmentBoxId),
          goodsDeliveryCode: payload.shipment?.carrierCode,
          invoiceNumber: payload.shipment?.invoice,
        })),
        { state: 'reshipped', nativeStatus: 'PROGRESS' },
      );
    default:
      return undefined;
  }
}

function parcelOf({ kind, shipment }: ClaimPayload): object {
  if (shipment === null) throw new MarketplaceError({ reason: 'refused', operation: kind });
  return { deliveryCompanyCode: shipment.carrierCode, invoiceNumber: shipment.invoice };
}

/** What the answer of a claim's call says: failures come as HTTP 200 (sheet §5). */
export interface Verdict {
  readonly failed: boolean;
  readonly code: string;
  readonly text: string;
}

/** `data` holds the result where there is one; receiveConfirmation and approval may answer without (sheet §3.4). */
export function decodeVerdict(json: unknown): Verdict {
  const answer = asFields(json, 'answer');
  const data: Fields =
    typeof answer.data === 'object' ? (optionalFieldsAt(answer, 'data') ?? answer) : answer;
  const code = optionalIdAt(data, 'resultCode') ?? 'SUCCESS';
  return {
    failed: code !== 'SUCCESS',
    code,
    text: optionalTextAt(data, 'resultMessage') ?? optionalTextAt(answer, 'message') ?? '',
  };
}
