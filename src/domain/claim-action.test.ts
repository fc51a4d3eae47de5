import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_KINDS, CLAIM_STATES } from './claim.ts';
import {
  type ActionPath,
  CLAIM_ACTIONS,
  type ClaimNow,
  type ClaimPayload,
  claimEffect,
  kindOfAction,
} from './claim-action.ts';

const payload = (parts: Partial<ClaimPayload>): ClaimPayload => ({
  kind: 'return.approve',
  text: null,
  reason: null,
  shipment: null,
  fee: null,
  fault: null,
  ...parts,
});

const now = (parts: Partial<ClaimNow>): ClaimNow => ({
  kind: 'return',
  state: 'collected',
  fault: null,
  fee: null,
  collectionInvoice: null,
  replacementInvoice: null,
  ...parts,
});

const APPROVE: ActionPath = { from: ['requested', 'collected'], leadsTo: ['done'] };
const PARCEL = {
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: '640012345678',
  shippedAt: '2026-11-20T05:00:00.000Z',
};

describe('what a reading says of an act on a claim', () => {
  test.each([
    ['done', 'applied'],
    ['collected', 'not_applied'],
    ['withdrawn', 'overtaken'],
    ['rejected', 'overtaken'],
    ['collecting', 'overtaken'],
  ] as const)('an approved return that stands at %s is %s', (state, effect) => {
    expect(claimEffect(payload({}), APPROVE, now({ state }))).toBe(effect);
  });

  test('a state on the way to the end counts as applied, a claim turned down does not', () => {
    const hold: ActionPath = { from: ['requested'], leadsTo: ['on_hold'] };
    expect(claimEffect(payload({ kind: 'return.hold' }), hold, now({ state: 'refunded' }))).toBe('applied');
    expect(claimEffect(payload({ kind: 'return.hold' }), hold, now({ state: 'withdrawn' }))).toBe(
      'overtaken',
    );
  });

  test('where an act leads to where the claim stood, only a move tells', () => {
    const hold: ActionPath = { from: ['collected', 'on_hold'], leadsTo: ['on_hold'] };
    const held = now({ state: 'on_hold' });
    const asked = (stateBefore: 'collected' | 'on_hold') => payload({ kind: 'return.hold', stateBefore });
    expect(claimEffect(asked('collected'), hold, held)).toBe('applied');
    expect(claimEffect(asked('on_hold'), hold, held)).toBe('unclear');
  });

  test('a cancel that was refused for being late has become a return', () => {
    const late: ActionPath = { from: ['requested'], leadsTo: ['requested'], becomes: 'return' };
    const refuse = payload({ kind: 'cancel.reject', shipment: PARCEL });
    expect(claimEffect(refuse, late, now({ kind: 'return', state: 'requested' }))).toBe('applied');
    expect(claimEffect(refuse, late, now({ kind: 'exchange', state: 'requested' }))).toBe('overtaken');
  });

  test('what an act sets is looked for itself', () => {
    const pickup: ActionPath = { from: ['requested'], leadsTo: ['collecting'] };
    const send = payload({ kind: 'return.pickup', shipment: PARCEL });
    expect(claimEffect(send, pickup, now({ state: 'requested', collectionInvoice: PARCEL.invoice }))).toBe(
      'applied',
    );
    expect(claimEffect(send, pickup, now({ state: 'requested', collectionInvoice: '1' }))).toBe(
      'not_applied',
    );
  });

  test('nothing is ever sent again to a claim that is not where the act begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLAIM_ACTIONS),
        fc.constantFrom(...CLAIM_KINDS),
        fc.constantFrom(null, ...CLAIM_STATES),
        fc.uniqueArray(fc.constantFrom(...CLAIM_STATES), { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom(...CLAIM_STATES), { minLength: 1 }),
        (kind, claimKind, state, from, leadsTo) => {
          const effect = claimEffect(payload({ kind }), { from, leadsTo }, now({ kind: claimKind, state }));
          if (effect === 'not_applied' || effect === 'unclear') {
            expect(claimKind).toBe(kindOfAction(kind));
            expect(from).toContain(state);
          }
        },
      ),
    );
  });
});
