import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import { asFields } from '../../kit/decode.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import type { Site, Sited } from '../site.ts';
import { NO_SHIPMENT, turnedDown } from '../turned-down.ts';
import { withCanonicalKeys } from './canonical-keys.ts';
import type { OperationName } from './operations.ts';
import { SITE_TYPES } from './queries.ts';
import { carrierNumber, shippingBody } from './shipping-body.ts';

/** Where a claim is after a call that was accepted; nulls where only a reading can tell. */
export interface After {
  readonly state: ClaimState | null;
  readonly nativeStatus: string | null;
}

/** What is asked for, as the bodies need it. */
export interface Wish {
  readonly order: Sited;
  readonly payload: ClaimPayload;
  readonly now: Date;
}

/** One action as a call. */
export interface ClaimCall {
  readonly operation: OperationName;
  /** True where the order number stands in the body alone. */
  readonly numberInBody?: true;
  /** Where the action exists at one site only. */
  readonly site?: Site;
  readonly body: (wish: Wish) => string;
  readonly after: (json: unknown) => After;
}

const becomes = (state: ClaimState | null, nativeStatus: string | null) => (): After => ({
  state,
  nativeStatus,
});

const siteBody = ({ order }: Wish, more: object = {}): string =>
  JSON.stringify({ SiteType: SITE_TYPES[order.site], ...more });

function shipmentOf(operation: OperationName, { payload }: Wish) {
  if (payload.shipment === null) throw turnedDown(operation, 'refused', NO_SHIPMENT);
  return payload.shipment;
}

const parcelBody = (operation: OperationName) => (wish: Wish) => {
  const { carrierCode, invoice } = shipmentOf(operation, wish);
  return siteBody(wish, {
    DeliveryCompCode: carrierNumber(operation, carrierCode),
    InvoiceNo: invoice,
  });
};

/** Accepted, but the money comes once the other claims of the cart are settled (sheet §5, §7.8). */
const REFUND_PENDING = /환불 ?대기|refund pending/i;

/** An approval is a refund, at once or later: the answer's text tells (sheet §3.7). */
function afterApproval(json: unknown): After {
  const message = asFields(withCanonicalKeys(json), 'answer').Message;
  const pending = typeof message === 'string' && REFUND_PENDING.test(message);
  return pending ? { state: 'collected', nativeStatus: '2' } : { state: null, nativeStatus: null };
}

const APPROVE_RETURN: ClaimCall = { operation: 'approveReturn', body: siteBody, after: afterApproval };

/** `HoldReason` of a fee that is charged on top (sheet §3.7). */
const EXTRA_FEE = 2;

/** The actions of sheet §3.6 to §3.8. */
export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': { operation: 'approveCancel', body: siteBody, after: becomes('approved', '2') },
  // Sending the order off refuses the buyer's cancel; the lists show it as withdrawn (sheet §3.5).
  'cancel.reject': {
    operation: 'shippingInfo',
    numberInBody: true,
    body: (wish) => shippingBody(wish.order.number, shipmentOf('shippingInfo', wish), wish.now),
    after: becomes(null, null),
  },
  'return.approve': APPROVE_RETURN,
  'return.complete': APPROVE_RETURN,
  'return.pickup': {
    operation: 'returnPickup',
    body: parcelBody('returnPickup'),
    after: becomes('collecting', '1'),
  },
  'return.hold': {
    operation: 'holdReturn',
    body: (wish) =>
      siteBody(wish, {
        HoldReason: Number(wish.payload.reason),
        HoldReasonDetail: wish.payload.text ?? '',
      }),
    after: becomes('on_hold', '3'),
  },
  'return.charge_fee': {
    operation: 'holdReturn',
    body: (wish) =>
      siteBody(wish, {
        HoldReason: EXTRA_FEE,
        HoldReasonDetail: wish.payload.text ?? '',
        ReturnShippingFee: wish.payload.fee,
      }),
    after: becomes('on_hold', '3'),
  },
  'exchange.pickup': {
    operation: 'exchangePickup',
    body: parcelBody('exchangePickup'),
    after: becomes('collecting', '1'),
  },
  'exchange.collect': {
    operation: 'exchangeCollected',
    body: (wish) => siteBody(wish, { PickupCompleteDate: localDay(wish.now, KST_MINUTES) }),
    after: becomes('collected', '2'),
  },
  'exchange.ship': {
    operation: 'resend',
    body: parcelBody('resend'),
    after: becomes('reshipped', '0'),
  },
  'exchange.hold': {
    operation: 'holdExchange',
    body: (wish) => siteBody(wish, { HoldReason: Number(wish.payload.reason) }),
    after: becomes('on_hold', '3'),
  },
  'exchange.release': {
    operation: 'releaseExchange',
    site: 'G',
    body: siteBody,
    // The least it can be now: a reading tells how far the goods have come.
    after: becomes('requested', '1'),
  },
};
