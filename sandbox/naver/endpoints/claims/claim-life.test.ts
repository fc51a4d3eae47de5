import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../frame/json.ts';
import type { ClaimTruth } from '../../control/claim-truth.ts';
import { openGuideShop } from '../../guide/test-guide.ts';
import { GUIDE_CLAIM_STATUSES, GUIDE_ORDER_STATUSES } from '../../orders/guide-status.ts';
import { dispatchItem, ORDERS, type TestShop } from '../../test-shop.ts';

/** Sheet §4.3; the call of edition `guide` to approve a return starts its collection. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  CANCEL_REQUEST: ['CANCELING', 'CANCEL_DONE', 'CANCEL_REJECT'],
  CANCELING: ['CANCEL_DONE'],
  RETURN_REQUEST: ['COLLECTING', 'COLLECT_DONE', 'RETURN_DONE', 'RETURN_REJECT'],
  EXCHANGE_REQUEST: ['COLLECTING', 'COLLECT_DONE', 'EXCHANGE_REJECT'],
  COLLECTING: ['COLLECT_DONE', 'RETURN_DONE', 'RETURN_REJECT', 'EXCHANGE_REJECT'],
  COLLECT_DONE: ['RETURN_DONE', 'RETURN_REJECT', 'EXCHANGE_REDELIVERING', 'EXCHANGE_REJECT'],
  EXCHANGE_REDELIVERING: ['EXCHANGE_DONE'],
};

const PARCEL = { deliveryCompanyCode: 'CJGLS' };
const ACTS = ['withdraw', 'collect', 'deliver', 'confirm', 'redeliver'] as const;
const OFFICIAL: Readonly<Record<string, unknown>> = {
  'cancel/request': { cancelReason: 'SOLD_OUT', cancelQuantity: 1 },
  'cancel/approve': {},
  'return/request': { returnReason: 'BROKEN', collectDeliveryMethod: 'RETURN_INDIVIDUAL', returnQuantity: 1 },
  'return/approve': {},
  'return/reject': { rejectReturnReason: '사유' },
  'return/holdback': { holdbackClassType: 'ETC', holdbackReturnDetailReason: '사유' },
  'return/holdback/release': {},
  'exchange/collect/approve': {},
  'exchange/dispatch': {
    reDeliveryMethod: 'DELIVERY',
    reDeliveryCompany: 'CJGLS',
    reDeliveryTrackingNumber: '690012340000',
  },
  'exchange/holdback': { holdbackClassType: 'ETC', holdbackExchangeDetailReason: '사유' },
  'exchange/holdback/release': {},
  'exchange/reject': { rejectExchangeReason: '사유' },
};
const GUIDE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cancel/approve': {},
  'cancel/reject': { rejectReason: '사유' },
  'return/approve': {},
  'return/reject': { rejectReason: '사유' },
  'return/collect': {},
  'return/complete': {},
  'return/withhold': { returnShippingCharge: 1_000, claimType: 'BUYER_FAULT' },
  'return/change-claim-reason': { claimReasonType: 'DELIVERY_FAULT' },
  'exchange/approve': {},
  'exchange/reject': { rejectReason: '사유' },
  'exchange/ship': { ...PARCEL, trackingNumber: '690012340000' },
};

type Step =
  | { readonly kind: 'ask'; readonly claim: string; readonly quantity: number }
  | { readonly kind: 'act'; readonly act: (typeof ACTS)[number] }
  | { readonly kind: 'official' | 'guide'; readonly path: string }
  | { readonly kind: 'confirm' | 'dispatch' }
  | { readonly kind: 'tick'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    claim: fc.constantFrom('cancel', 'return', 'exchange'),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...ACTS) }),
  fc.record({ kind: fc.constant('official' as const), path: fc.constantFrom(...Object.keys(OFFICIAL)) }),
  fc.record({ kind: fc.constant('guide' as const), path: fc.constantFrom(...Object.keys(GUIDE)) }),
  fc.record({ kind: fc.constantFrom('confirm', 'dispatch') }),
  fc.record({ kind: fc.constant('tick' as const), minutes: fc.integer({ min: 0, max: 4_000 }) }),
);

function take(shop: ReturnType<typeof openGuideShop>, next: Step, order: string, line: string): void {
  switch (next.kind) {
    case 'ask':
      tryTo(shop, 'story.claim', { order, kind: next.claim, quantity: next.quantity });
      return;
    case 'act':
      tryTo(shop, `story.${next.act}`, { order });
      return;
    case 'official':
      shop.post(`${ORDERS}/product-orders/${line}/claim/${next.path}`, OFFICIAL[next.path]);
      return;
    case 'guide':
      shop.write(next.path, line, GUIDE[next.path]);
      return;
    case 'confirm':
      shop.post(`${ORDERS}/product-orders/confirm`, { productOrderIds: [line] });
      return;
    case 'dispatch':
      shop.post(`${ORDERS}/product-orders/dispatch`, { dispatchProductOrders: [dispatchItem(shop, line)] });
      return;
    case 'tick':
      shop.passMinutes(next.minutes);
      shop.market.tick(shop.frame);
  }
}

function tryTo(shop: TestShop, act: string, body: unknown): void {
  try {
    shop.act(act, body);
  } catch {
    // A buyer cannot always do what the dice say.
  }
}

function isClaimTruth(value: unknown): value is ClaimTruth {
  return isObject(value) && 'claimStatus' in value;
}

/** Steps that are taken within one act, such as a request that is granted at once, show only their end. */
function mayBecome(from: string, to: string): boolean {
  return from === to || (NEXT[from] ?? []).some((next) => mayBecome(next, to));
}

describe('a claim', () => {
  it('goes only where the sheet lets it, in either edition, and takes exactly its goods', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('official', 'guide'),
        fc.array(step, { maxLength: 50 }),
        (edition, steps) => {
          const shop = openGuideShop({ edition });
          const { order, line } = shop.sell({ quantity: 3 });
          const claims = () => (shop.market.claims?.('test', order) ?? []).filter(isClaimTruth);
          let before = new Map<string, ClaimTruth>();
          for (const next of steps) {
            shop.clock.advance(1_000);
            take(shop, next, order, line);
            const after = new Map(claims().map((claim) => [claim.claimId, claim]));
            for (const [id, claim] of before) {
              const now = after.get(id);
              expect(now !== undefined && mayBecome(claim.claimStatus, now.claimStatus)).toBe(true);
              const wasHeldOfficially = claim.isHeld && next.kind === 'official';
              if (wasHeldOfficially) expect(now?.claimStatus).not.toMatch(/^RETURN_DONE$|REDELIVERING$/);
            }
            before = after;

            const [truth] = shop.truth();
            const gone = [...after.values()]
              .filter(({ claimStatus }) => claimStatus === 'CANCEL_DONE' || claimStatus === 'RETURN_DONE')
              .reduce((sum, { quantity }) => sum + quantity, 0);
            expect(truth?.remainQuantity).toBe(3 - gone);
            const told = shop.line(line);
            expect(GUIDE_ORDER_STATUSES).toContain(told.orderStatus);
            const newest = [...after.values()].at(-1);
            if (newest !== undefined) {
              const known: readonly unknown[] = Object.values(GUIDE_CLAIM_STATUSES).flat();
              expect(known).toContain(told.claimStatus);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
