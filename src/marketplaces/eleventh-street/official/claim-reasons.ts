import type { ClaimFault, ClaimKind, ClaimReason, ClaimRequester } from '../../../domain/claim.ts';

/** Why, and whose fault that is; null where the code does not say. */
export type Meaning = readonly [reason: ClaimReason, fault: ClaimFault | null];

/** Cancels that buyers registered (sheet §4.3, D:1639, D:1642). */
const BUYER_CANCELS: Readonly<Record<string, Meaning>> = {
  '00': ['payment', null],
  '04': ['late_delivery', 'seller'],
  '06': ['wrong_price_or_information', 'seller'],
  '07': ['other', 'buyer'],
  '08': ['sold_out', 'seller'],
  '09': ['changed_mind', 'buyer'],
  '10': ['changed_mind', 'buyer'],
  '11': ['changed_mind', 'buyer'],
  '12': ['other', 'buyer'],
  '13': ['other', 'seller'],
  '14': ['changed_mind', 'buyer'],
  '15': ['wrong_option', 'buyer'],
  '16': ['ordered_by_mistake', 'buyer'],
  '17': ['late_delivery', 'seller'],
  '18': ['sold_out', 'seller'],
  '19': ['payment', null],
  '20': ['other', null],
  '21': ['other', null],
  '22': ['other', null],
  '97': ['other', null],
  '98': ['gift_declined', null],
  '99': ['other', null],
  '100': ['payment', null],
  '101': ['payment', null],
};

/**
 * The same numbers mean other things where the seller registered the cancel (D:1638, D:1639). 18 is sold out in the
 * guide and a buyer's change of the option in Seller Office, so it tells no fault.
 */
const SELLER_CANCELS: Readonly<Record<string, Meaning>> = {
  ...BUYER_CANCELS,
  '06': ['late_delivery', 'seller'],
  '07': ['wrong_price_or_information', 'seller'],
  '09': ['sold_out', 'seller'],
  '18': ['other', null],
  '19': ['ordered_by_mistake', 'buyer'],
  '20': ['changed_mind', 'buyer'],
  '99': ['other', 'seller'],
};

/** Returns and exchanges, with whose responsibility the guide says they are (sheet §4.3, D:1643, D:1652). */
const SENT_BACK: Readonly<Record<string, Meaning>> = {
  '101': ['changed_mind', 'buyer'],
  '105': ['not_as_described', 'seller'],
  '108': ['wrong_item_sent', 'seller'],
  '110': ['wrong_option', 'buyer'],
  '111': ['damaged', 'seller'],
  '112': ['not_delivered', 'seller'],
  '113': ['other', 'buyer'],
  '114': ['converted', 'buyer'],
  '115': ['converted', 'seller'],
  '116': ['other', 'seller'],
  '117': ['other', 'seller'],
  '118': ['other', 'seller'],
  '119': ['other', 'buyer'],
  '121': ['other', 'buyer'],
  '122': ['other', 'seller'],
  '123': ['other', 'seller'],
  '125': ['part_missing', 'seller'],
  '126': ['sold_out', 'seller'],
  '198': ['other', 'seller'],
  '199': ['other', 'buyer'],
  '206': ['wrong_option', 'buyer'],
  '207': ['damaged', 'seller'],
  '208': ['wrong_item_sent', 'seller'],
  '209': ['sold_out', 'seller'],
  '210': ['not_as_described', 'seller'],
  '211': ['other', 'buyer'],
  '212': ['converted', 'buyer'],
  '213': ['converted', 'seller'],
  '214': ['other', 'seller'],
  '215': ['other', 'buyer'],
  '216': ['other', 'seller'],
  '217': ['sold_out', 'seller'],
  '218': ['part_missing', 'seller'],
};

/** `ordCnMnbdCd`: who registered the cancel (D:1639). */
const REGISTRARS: Readonly<Record<string, ClaimRequester>> = { '01': 'buyer', '02': 'seller' };

export function registrarOf(code: string | null): ClaimRequester | null {
  return REGISTRARS[code ?? ''] ?? null;
}

export interface Why {
  readonly reason: ClaimReason | null;
  readonly fault: ClaimFault | null;
}

/** What a reason code means for claims of a kind; nulls for codes nobody has mapped (law 11). */
export function whyOf(kind: ClaimKind, code: string | null, registrar: ClaimRequester | null): Why {
  const table = kind !== 'cancel' ? SENT_BACK : registrar === 'seller' ? SELLER_CANCELS : BUYER_CANCELS;
  const [reason, fault] = table[code ?? ''] ?? [null, null];
  return { reason, fault };
}
