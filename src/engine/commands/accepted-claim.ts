import type { AcceptedClaim } from '../../store/claims/accepted.ts';
import type { OpenClaimCommand } from '../../store/commands/command.ts';
import type { Answers } from './send.ts';

type Done = Extract<ReturnType<Answers['get']>, { readonly kind: 'done' }>;

/** What the marketplace's "done" means for the local claim. What it does not say, the next reading will. */
export function acceptedClaim({ id, claim, payload }: OpenClaimCommand, answer: Done): AcceptedClaim {
  const isTold = 'nativeStatus' in answer && !('line' in answer);
  const told = isTold ? answer : { state: null, nativeStatus: null };
  const { shipment } = payload;
  const parcel =
    shipment === null
      ? null
      : {
          carrierId: shipment.carrierId,
          nativeCarrier: shipment.carrierCode,
          invoice: shipment.invoice,
          at: shipment.shippedAt,
        };
  return {
    command: id,
    claim,
    state: told.state,
    nativeStatus: told.nativeStatus,
    becomes: 'becomes' in told ? (told.becomes ?? null) : null,
    fault: payload.kind === 'return.change_fault' ? payload.fault : null,
    fee: payload.kind === 'return.charge_fee' || payload.kind === 'return.hold' ? payload.fee : null,
    collection: payload.kind === 'return.pickup' || payload.kind === 'exchange.pickup' ? parcel : null,
    replacement: payload.kind === 'exchange.ship' ? parcel : null,
    hold:
      payload.kind === 'return.hold' || payload.kind === 'exchange.hold'
        ? { nativeReason: payload.reason, text: payload.text }
        : null,
  };
}
