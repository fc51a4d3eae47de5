import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES } from './claim.ts';
import { ORDER_STATUSES } from './status.ts';
import { type Held, heldForLine, heldForPromise, type LineFacts, NOTHING_HELD } from './stock.ts';

const BEGAN = new Date('2026-11-10T00:00:00Z');
const LINE: LineFacts = {
  status: 'PAID',
  told: 'PAID',
  quantity: 3,
  shippable: 3,
  canceled: 0,
  inCancel: 0,
  inParcels: null,
  leftAt: new Date('2026-11-20T00:00:00Z'),
};
const held = (line: Partial<LineFacts>, known: Held | null = null, perUnit = 2) =>
  heldForLine({ ...LINE, ...line }, { perUnit, known, countsFrom: BEGAN });
const shipped = { status: 'SHIPPED', told: 'SHIPPED' } as const;

describe('what is held for an order line', () => {
  it.each([
    ['open lines are kept', {}, null, { reserved: 6, shipped: 0 }],
    ['what has left is sold', shipped, { reserved: 6, shipped: 0 }, { reserved: 0, shipped: 6 }],
    ['what left unseen is sold too', shipped, null, { reserved: 0, shipped: 6 }],
    [
      'but not what left before the ledger began',
      { ...shipped, leftAt: new Date('2026-11-09T00:00:00Z') },
      null,
      NOTHING_HELD,
    ],
    [
      'a cancel that is only asked for keeps it',
      { status: 'CANCEL_REQUESTED', inCancel: 3, shippable: 0 },
      { reserved: 6, shipped: 0 },
      { reserved: 6, shipped: 0 },
    ],
    ['a cancel lets it go', { status: 'CANCELED', canceled: 3 }, { reserved: 6, shipped: 0 }, NOTHING_HELD],
    [
      'a part that is cancelled is let go',
      { canceled: 1 },
      { reserved: 6, shipped: 0 },
      { reserved: 4, shipped: 0 },
    ],
    ['also where only what is left to ship tells', { shippable: 2 }, null, { reserved: 4, shipped: 0 }],
    ['a held line has none to ship and is kept', { shippable: 0 }, null, { reserved: 6, shipped: 0 }],
    [
      'a cancel of what has left brings nothing back',
      { status: 'CANCELED', told: 'SHIPPED', canceled: 3 },
      { reserved: 0, shipped: 6 },
      { reserved: 0, shipped: 6 },
    ],
    [
      'nor does a return',
      { status: 'RETURNED', told: 'DELIVERED' },
      { reserved: 0, shipped: 6 },
      { reserved: 0, shipped: 6 },
    ],
    ['a shipment that was taken back does', {}, { reserved: 0, shipped: 6 }, { reserved: 6, shipped: 0 }],
    ['parts that left are sold, the rest is kept', { inParcels: 1 }, null, { reserved: 4, shipped: 2 }],
    [
      'what nobody can read stays as it was',
      { status: null },
      { reserved: 6, shipped: 0 },
      { reserved: 6, shipped: 0 },
    ],
  ] as const)('%s', (_meaning, line, known, wanted) => {
    expect(held(line, known)).toEqual(wanted);
  });

  it('is nothing while nobody has counted', () => {
    expect(heldForLine(LINE, { perUnit: 2, known: null, countsFrom: null })).toEqual(NOTHING_HELD);
  });

  const lines = fc.record({
    status: fc.constantFrom(null, ...ORDER_STATUSES),
    told: fc.constantFrom(null, ...ORDER_STATUSES),
    quantity: fc.integer({ min: 1, max: 9 }),
    shippable: fc.integer({ min: 0, max: 9 }),
    canceled: fc.integer({ min: 0, max: 12 }),
    inCancel: fc.integer({ min: 0, max: 12 }),
    inParcels: fc.option(fc.integer({ min: 0, max: 9 })),
    leftAt: fc.constantFrom(LINE.leftAt, new Date(0)),
  });

  it('is the same when it is told again, and never more than was sold', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (told, perUnit) => {
        let known: Held | null = null;
        let most = 0;
        for (const line of told) {
          most = Math.max(most, line.quantity * perUnit);
          const once: Held = heldForLine(line, { perUnit, known, countsFrom: BEGAN });
          expect(once.reserved).toBeGreaterThanOrEqual(0);
          expect(once.shipped).toBeGreaterThanOrEqual(0);
          expect(once.reserved + once.shipped).toBeLessThanOrEqual(most);
          // Nothing that was never held is written down, so what the ledger knows of it stays unknown.
          known = once.reserved + once.shipped === 0 && known === null ? null : once;
          expect(heldForLine(line, { perUnit, known, countsFrom: BEGAN })).toEqual(once);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is held for an exchange', () => {
  it('ends as its claim does, whatever was seen on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, ...CLAIM_STATES)), (states) => {
        const hold = (state: (typeof CLAIM_STATES)[number] | null, known: Held | null) =>
          heldForPromise(
            { kind: 'exchange', state, quantity: 1, leftAt: LINE.leftAt },
            { perUnit: 2, known, countsFrom: BEGAN },
          );
        let known: Held | null = null;
        for (const state of states) known = hold(state, known);
        expect(hold('done', known)).toEqual({ reserved: 0, shipped: 2 });
        const sent = states.includes('reshipped') || states.includes('done');
        expect(hold('rejected', known)).toEqual({ reserved: 0, shipped: sent ? 2 : 0 });
        expect(hold('approved', known)).toEqual(
          sent ? { reserved: 0, shipped: 2 } : { reserved: 2, shipped: 0 },
        );
      }),
    );
  });

  it('is nothing more once the claim is another one', () => {
    const claim = { kind: 'return', state: 'approved', quantity: 1, leftAt: LINE.leftAt } as const;
    const known = { reserved: 2, shipped: 0 };
    expect(heldForPromise(claim, { perUnit: 2, known, countsFrom: BEGAN })).toEqual(NOTHING_HELD);
  });
});
