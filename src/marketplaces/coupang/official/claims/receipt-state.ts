import type { ClaimKind, ClaimState } from '../../../../domain/claim.ts';

/** What a receipt says of where it has come to (sheet §3.4). */
export interface ReceiptFacts {
  readonly receiptType: 'RETURN' | 'CANCEL';
  readonly receiptStatus: string;
  readonly releaseStopStatus: string | null;
  /** `releaseStatus` of its items: Y shipped, N not, S stopped, A already shipped. */
  readonly releases: readonly string[];
  readonly preRefund: boolean;
  readonly hasPickupInvoice: boolean;
}

export interface ReceiptPlace {
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
}

const STOPPED = '처리(출고중지)';

/**
 * What a receipt is and where it stands (sheet §4.2). A request to stop a shipment is a cancel until the seller
 * answers that the goods are gone; then the same receipt goes on as a return.
 */
export function placeOf(facts: ReceiptFacts): ReceiptPlace {
  const { receiptStatus, releases } = facts;
  if (facts.receiptType === 'CANCEL') return { kind: 'cancel', state: 'done' };
  switch (receiptStatus) {
    case 'RELEASE_STOP_UNCHECKED':
      return { kind: 'cancel', state: 'requested' };
    case 'RETURNS_UNCHECKED':
      // Goods that did not leave can still be stopped.
      if (releases.includes('N')) return { kind: 'cancel', state: 'requested' };
      return open(facts, facts.hasPickupInvoice ? 'collecting' : 'requested');
    case 'VENDOR_WAREHOUSE_CONFIRM':
      return open(facts, 'collected');
    case 'REQUEST_COUPANG_CHECK':
      return open(facts, 'on_hold');
    case 'RETURNS_COMPLETED':
      return { kind: wasStopped(facts) ? 'cancel' : 'return', state: 'done' };
    default:
      return { kind: wasStopped(facts) || releases.includes('N') ? 'cancel' : 'return', state: null };
  }
}

function wasStopped({ releaseStopStatus, releases }: ReceiptFacts): boolean {
  return releaseStopStatus === STOPPED || releases.includes('S');
}

/** A buyer whose money went back before the goods did. */
function open({ preRefund }: ReceiptFacts, state: ClaimState): ReceiptPlace {
  return { kind: 'return', state: preRefund ? 'refunded' : state };
}
