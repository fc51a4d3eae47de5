import type { ClaimState } from '../../../../domain/claim.ts';

export interface ExchangeFacts {
  readonly exchangeStatus: string;
  readonly collectStatus: string | null;
  readonly hasPickupInvoice: boolean;
  readonly hasNewInvoice: boolean;
}

/** Pickup is under way, or the goods are back and the seller has not said so yet (sheet §3.5). */
const COLLECTING: ReadonlySet<string> = new Set([
  'CompleteDirection',
  'Delivering',
  'Collecting',
  'CompleteCollect',
]);

/** Where an exchange stands (sheet §4.3), or null for a status nobody has mapped. */
export function stateOfExchange(facts: ExchangeFacts): ClaimState | null {
  switch (facts.exchangeStatus) {
    case 'RECEIPT':
      return facts.hasPickupInvoice || COLLECTING.has(facts.collectStatus ?? '') ? 'collecting' : 'requested';
    case 'PROGRESS':
      return facts.hasNewInvoice ? 'reshipped' : 'collected';
    case 'SUCCESS':
      return 'done';
    case 'REJECT':
      return 'rejected';
    case 'CANCEL':
      return 'withdrawn';
    default:
      return null;
  }
}
