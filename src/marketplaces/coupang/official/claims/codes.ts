import type { ClaimFault, ClaimReason } from '../../../../domain/claim.ts';

/** `faultByType` of receipts and `faultType` of exchanges (sheet §3.4); WMS is Coupang's own warehouse. */
const FAULTS: Readonly<Record<string, ClaimFault>> = {
  COUPANG: 'marketplace',
  WMS: 'marketplace',
  VENDOR: 'seller',
  CUSTOMER: 'buyer',
};

/** Null for `GENERAL`, which blames nobody, and for what nobody has mapped. */
export function faultOf(native: string | null): ClaimFault | null {
  return native !== null && Object.hasOwn(FAULTS, native) ? (FAULTS[native] ?? null) : null;
}

/**
 * Reason codes of sheet §4.4 whose name leaves no doubt. DIFFERENTOPT, REORDER and SHIPBOXOK are left as they are:
 * the sheet does not say what they mean.
 */
export const REASONS: Readonly<Record<string, ClaimReason>> = {
  CHANGEMIND: 'changed_mind',
  CHEAPER: 'found_cheaper',
  WRONGOPT: 'wrong_option',
  OTHERS: 'other',
  DELIVERYLATER: 'late_delivery',
  LATEDELIVERED: 'late_delivery',
  WRONGADDRESS: 'wrong_address',
  DELIVERYSTOP: 'not_delivered',
  CARRIERLOST: 'not_delivered',
  LOST: 'not_delivered',
  PARTIALMISS: 'part_missing',
  COMPOMISS: 'part_missing',
  DAMAGED: 'damaged',
  BOTHDAMAGED: 'damaged',
  DEFECT: 'defective',
  INACCURATE: 'not_as_described',
  WRONGDELIVERY: 'wrong_item_sent',
  WRONGSIZECOL: 'wrong_item_sent',
  // seller-operations §7
  OOSSELLER: 'sold_out',
};

export function reasonOf(native: string | null): ClaimReason | null {
  return native !== null && Object.hasOwn(REASONS, native) ? (REASONS[native] ?? null) : null;
}

/** Puts what was written about a claim together, each text once. */
export function textsTogether(texts: readonly (string | null)[]): string | null {
  const said = new Set(texts.filter((text) => text !== null));
  return said.size === 0 ? null : [...said].join(' / ');
}
