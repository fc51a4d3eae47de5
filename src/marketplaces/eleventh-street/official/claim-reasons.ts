import type { ClaimFault, ClaimKind, ClaimReason } from '../../../domain/claim.ts';

/** Why, and whose fault that is; null where the code does not say. */
export type Meaning = readonly [reason: ClaimReason, fault: ClaimFault | null];

/** Cancels by buyers (sheet §4.3, D:1642). Who answers for them is told by `ordCnMnbdCd`. */
const BUYER_CANCELS: Readonly<Record<string, ClaimReason>> = {
  '00': 'payment',
  '04': 'late_delivery',
  '06': 'wrong_price_or_information',
  '07': 'other',
  '08': 'sold_out',
  '09': 'changed_mind',
  '10': 'changed_mind',
  '11': 'changed_mind',
  '12': 'other',
  '13': 'other',
  '14': 'changed_mind',
  '15': 'wrong_option',
  '16': 'ordered_by_mistake',
  '17': 'late_delivery',
  '18': 'sold_out',
  '19': 'payment',
  '20': 'other',
  '21': 'other',
  '22': 'other',
  '97': 'other',
  '98': 'gift_declined',
  '99': 'other',
  '100': 'payment',
  '101': 'payment',
};

/** The same numbers mean other things where the seller answers for the cancel (sheet §4.3, D:1638). */
const SELLER_CANCELS: Readonly<Record<string, ClaimReason>> = {
  ...BUYER_CANCELS,
  '06': 'late_delivery',
  '07': 'wrong_price_or_information',
  '09': 'sold_out',
};

/** Returns and exchanges (sheet §4.3, D:1643). */
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
  '117': ['other', null],
  '118': ['other', null],
  '119': ['other', null],
  '121': ['other', 'buyer'],
  '122': ['other', 'seller'],
  '123': ['other', 'seller'],
  '125': ['part_missing', 'seller'],
  '126': ['sold_out', 'seller'],
  '198': ['other', null],
  '199': ['other', null],
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

const FAULTS: Readonly<Record<string, ClaimFault>> = { '01': 'buyer', '02': 'seller' };

export interface Why {
  readonly reason: ClaimReason | null;
  readonly fault: ClaimFault | null;
}

/** What a reason code means for claims of a kind; nulls for codes nobody has mapped (law 11). */
export function whyOf(kind: ClaimKind, code: string | null, answersFor: string | null): Why {
  const told = FAULTS[answersFor ?? ''] ?? null;
  if (code === null) return { reason: null, fault: told };
  if (kind === 'cancel') {
    const table = told === 'seller' ? SELLER_CANCELS : BUYER_CANCELS;
    return { reason: table[code] ?? null, fault: told };
  }
  const [reason, fault] = SENT_BACK[code] ?? [null, null];
  return { reason, fault };
}
