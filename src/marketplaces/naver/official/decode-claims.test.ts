import { describe, expect, it } from 'vitest';
import { hasState } from '../../../domain/claim.ts';
import { CLAIM_REASON_CODES } from './claim-reasons.ts';
import { CLAIM_STATUSES, claimStateOf } from './claim-states.ts';
import { decodeClaims } from './decode-claims.ts';

const LINE = {
  orderId: '2026112012345671',
  productOrderId: '2026112098765431',
  itemId: '40123456789',
  claimType: 'RETURN',
  claimId: '2026112100000021',
  dispatchedAt: null,
};

const RETURN = {
  claimId: '2026112100000021',
  claimStatus: 'COLLECT_DONE',
  claimRequestDate: '2026-11-18T09:00:00.000+09:00',
  returnReason: 'BROKEN',
  returnDetailedReason: '지퍼 불량',
  requestQuantity: 1,
  requestChannel: '구매회원',
  collectDeliveryMethod: 'RETURN_DESIGNATED',
  collectDeliveryCompany: 'CJGLS',
  collectTrackingNumber: '690099998888',
  collectCompletedDate: '2026-11-20T14:00:00.000+09:00',
  collectAddress: { name: '김수령', tel1: '01087654321', zipCode: '06236', baseAddress: '테헤란로 1' },
  claimDeliveryFeeDemandAmount: 3000,
};

function claimOf(element: Readonly<Record<string, unknown>>, line = LINE) {
  const [read] = decodeClaims(element, line);
  if (read?.kind !== 'claim') throw new Error(`no claim but ${JSON.stringify(read)}`);
  return read.claim;
}

describe('decodeClaims', () => {
  it('reads a return as the sheet shows it, with the address apart', () => {
    const claim = claimOf({ currentClaim: { return: RETURN } });
    expect(claim).toMatchObject({
      nativeClaimId: '2026112100000021',
      kind: 'return',
      state: 'collected',
      nativeStatus: 'COLLECT_DONE',
      requestedAt: '2026-11-18T00:00:00.000Z',
      requestedBy: 'buyer',
      fault: 'seller',
      reason: 'damaged',
      lines: [{ nativeLineId: '2026112098765431', nativeItemId: '40123456789', quantity: 1 }],
      fee: { amount: 3000, paidBy: 'buyer' },
      collection: { by: 'marketplace', nativeCarrier: 'CJGLS', invoice: '690099998888' },
      hold: null,
      endedAt: null,
      contact: { receiver: { name: '김수령', phone: '01087654321' }, address: '테헤란로 1' },
    });
    expect(JSON.stringify(claim.native)).not.toContain('김수령');
  });

  it('holds a claim only while it is under way', () => {
    const held = { ...RETURN, holdbackStatus: 'HOLDBACK', holdbackReason: 'RETURN_DELIVERYFEE' };
    expect(claimOf({ currentClaim: { return: held } })).toMatchObject({
      state: 'on_hold',
      nativeStatus: 'COLLECT_DONE/HOLDBACK',
      hold: { nativeReason: 'RETURN_DELIVERYFEE' },
    });
    const over = { ...held, claimStatus: 'RETURN_DONE' };
    expect(claimOf({ currentClaim: { return: over } })).toMatchObject({ state: 'done', hold: null });
    const released = { ...held, holdbackStatus: 'RELEASED' };
    expect(claimOf({ currentClaim: { return: released } }).state).toBe('collected');
  });

  it('gives the claim under way, the exchange before it and those that are over, each once', () => {
    const exchange = { ...RETURN, claimId: '31', claimStatus: 'EXCHANGE_REDELIVERING' };
    const over = {
      claimType: 'CANCEL',
      claimId: '11',
      claimStatus: 'CANCEL_DONE',
      claimRequestDate: '2026-11-17T09:00:00.000+09:00',
      claimRequestReason: 'INTENT_CHANGED',
      claimRequestDetailContent: '다른 색',
      claimCompleteOperationDate: '2026-11-17T09:10:00.000+09:00',
      requestQuantity: 1,
    };
    const reads = decodeClaims(
      {
        currentClaim: { return: RETURN },
        beforeClaim: { exchange },
        completedClaims: [over, { ...over, claimType: 'RETURN', claimId: RETURN.claimId }],
      },
      LINE,
    );
    expect(reads.map((read) => read.kind === 'claim' && [read.claim.kind, read.claim.state])).toEqual([
      ['return', 'collected'],
      ['exchange', 'reshipped'],
      ['cancel', 'done'],
    ]);
    expect(reads[2]).toMatchObject({
      claim: { reason: 'changed_mind', reasonText: '다른 색', endedAt: '2026-11-17T00:10:00.000Z' },
    });
  });

  it('sets aside what it cannot read and goes on', () => {
    const reads = decodeClaims(
      {
        currentClaim: { return: { ...RETURN, claimRequestDate: 'soon' } },
        completedClaims: [
          { claimType: 'MYSTERY', claimId: '9' },
          { claimType: 'PURCHASE_DECISION_HOLDBACK', claimId: '8' },
        ],
      },
      LINE,
    );
    expect(reads.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable']);
    expect(reads[0]).toMatchObject({ nativeOrderId: LINE.orderId });
  });

  it('keeps a status and a reason nobody has mapped', () => {
    const odd = { ...RETURN, claimStatus: 'RETURN_ODD', returnReason: 'WHO_KNOWS' };
    expect(claimOf({ currentClaim: { return: odd } })).toMatchObject({
      state: null,
      nativeStatus: 'RETURN_ODD',
      reason: null,
      fault: null,
      nativeReason: 'WHO_KNOWS',
    });
  });

  it('tells who bears the fee', () => {
    const paidBy = (support: number, amount = 3000) =>
      claimOf({
        currentClaim: {
          return: {
            ...RETURN,
            claimDeliveryFeeDemandAmount: amount,
            claimDeliveryFeeSupportAmount: support,
          },
        },
      }).fee?.paidBy;
    expect([paidBy(0), paidBy(3000), paidBy(1000), paidBy(0, 0)]).toEqual([
      'buyer',
      'marketplace',
      'shared',
      null,
    ]);
  });
});

describe('claimStateOf', () => {
  it('knows only states that claims of the kind have', () => {
    for (const kind of ['cancel', 'return', 'exchange'] as const) {
      for (const state of Object.values(CLAIM_STATUSES[kind])) expect(hasState(kind, state)).toBe(true);
    }
  });

  it.each([
    [null, null, 'withdrawn'],
    ['2026-11-20T03:00:00.000Z', null, 'rejected'],
    ['2026-11-20T03:00:00.000Z', '2026-11-20T03:00:05.000Z', 'rejected'],
    ['2026-11-20T04:00:00.000Z', '2026-11-20T03:00:05.000Z', 'withdrawn'],
  ])('takes a cancel that ended with a dispatch at %s, and at %s, as %s', (dispatchedAt, endedAt, state) => {
    const facts = { kind: 'cancel', claimStatus: 'CANCEL_REJECT', holdbackStatus: null } as const;
    expect(claimStateOf({ ...facts, dispatchedAt, endedAt }).state).toBe(state);
  });
});

it('has all 34 claim reasons', () => {
  expect(Object.keys(CLAIM_REASON_CODES)).toHaveLength(34);
});
