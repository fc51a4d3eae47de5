import type { DelayReason, OrderCommandKind } from '../../domain/command.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { NativeReason, Penalty, Unsupported } from '../../marketplaces/kit/edition.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

/** Something a seller wants done with an order, before it is known whether it can be. */
export type Wish =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'ship' | 'change_invoice';
      readonly carrier: string;
      readonly invoice: string;
      readonly shippedAt: Date;
    }
  | { readonly kind: 'delay'; readonly shipBy: Date; readonly reason: DelayReason; readonly text: string }
  | { readonly kind: 'split'; readonly parts: readonly WishedPart[]; readonly shippedAt: Date }
  | { readonly kind: 'hold'; readonly text: string }
  | { readonly kind: 'release' }
  | {
      readonly kind: 'cancel';
      /** One of the codes the edition lists. */
      readonly reason: string;
      readonly text: string;
      /** How many of one line; null is all that is left. */
      readonly quantity: number | null;
      /** The seller has seen what it costs. */
      readonly penaltyAccepted: boolean;
    };

export interface WishedPart {
  readonly quantity: number;
  readonly carrier: string;
  readonly invoice: string;
}

/** Why nothing can be done about a wish for an order. */
export type Declined =
  | { readonly code: 'order_not_found' }
  | { readonly code: 'line_not_found'; readonly line: number }
  | { readonly code: 'account_disconnected' }
  | { readonly code: 'not_offered'; readonly platform: string; readonly unsupported: Unsupported | null }
  | {
      readonly code: 'carrier_unknown';
      readonly carrier: string;
      readonly platform: string;
      readonly choices: readonly { readonly id: string; readonly name: Localized; readonly code: string }[];
    }
  | { readonly code: 'nothing_to_do'; readonly kind: OrderCommandKind; readonly statuses: readonly string[] }
  | { readonly code: 'reason_unknown'; readonly platform: string; readonly reasons: readonly NativeReason[] }
  | {
      readonly code: 'penalty_not_accepted';
      readonly platform: string;
      readonly penalties: readonly Penalty[];
    }
  | { readonly code: 'one_line_only'; readonly kind: OrderCommandKind }
  | { readonly code: 'quantity_wrong'; readonly left: number }
  | { readonly code: 'cancel_requested' }
  | { readonly code: 'locked'; readonly because: string };

/** Who wishes, why, and how urgently; a wish without a lane is a click. */
export interface WishedBy {
  readonly actor: string;
  readonly cause: string;
  readonly lane?: Lane;
  readonly plan?: number;
}
