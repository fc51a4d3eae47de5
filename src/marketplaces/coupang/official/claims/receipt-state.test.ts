import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHaveMoved } from '../../../../domain/claim.ts';
import { placeOf, type ReceiptFacts } from './receipt-state.ts';

const FACTS: ReceiptFacts = {
  receiptType: 'RETURN',
  receiptStatus: 'RETURNS_UNCHECKED',
  releaseStopStatus: '비대상',
  releases: ['Y'],
  preRefund: false,
  hasPickupInvoice: false,
};
const STATUSES = [
  'RELEASE_STOP_UNCHECKED',
  'RETURNS_UNCHECKED',
  'VENDOR_WAREHOUSE_CONFIRM',
  'REQUEST_COUPANG_CHECK',
  'RETURNS_COMPLETED',
];

/** Sheet §4.2, row by row. */
const ROWS: readonly (readonly [string, Partial<ReceiptFacts>, string])[] = [
  ['a cancel before the order was acknowledged', { receiptType: 'CANCEL' }, 'cancel done'],
  [
    'a shipment to be stopped',
    { receiptStatus: 'RELEASE_STOP_UNCHECKED', releaseStopStatus: '미처리', releases: ['N'] },
    'cancel requested',
  ],
  ['goods that have not left and can still be stopped', { releases: ['N'] }, 'cancel requested'],
  ['goods of which some have not left', { releases: ['Y', 'N'] }, 'cancel requested'],
  ['goods that had left', { releases: ['A'], releaseStopStatus: '처리(이미출고)' }, 'return requested'],
  ['a return', {}, 'return requested'],
  ['a return on its way back', { hasPickupInvoice: true }, 'return collecting'],
  ['a return that was paid back at once', { preRefund: true, hasPickupInvoice: true }, 'return refunded'],
  ['goods that came back', { receiptStatus: 'VENDOR_WAREHOUSE_CONFIRM' }, 'return collected'],
  [
    'goods that came back after the refund',
    { receiptStatus: 'VENDOR_WAREHOUSE_CONFIRM', preRefund: true },
    'return refunded',
  ],
  ['a return in dispute', { receiptStatus: 'REQUEST_COUPANG_CHECK' }, 'return on_hold'],
  ['a return that is over', { receiptStatus: 'RETURNS_COMPLETED' }, 'return done'],
  [
    'a shipment that was stopped, by its word',
    { receiptStatus: 'RETURNS_COMPLETED', releaseStopStatus: '처리(출고중지)' },
    'cancel done',
  ],
  [
    'a shipment that was stopped, by its items',
    { receiptStatus: 'RETURNS_COMPLETED', releases: ['S'] },
    'cancel done',
  ],
];

/** What Coupang tells of one receipt from its beginning to its end (sheet §4.2, the flow below the table). */
const life: fc.Arbitrary<readonly ReceiptFacts[]> = fc
  .record({
    begins: fc.constantFrom('stop', 'return'),
    stopped: fc.boolean(),
    picksUp: fc.boolean(),
    disputed: fc.boolean(),
    refundedFrom: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ begins, stopped, picksUp, disputed, refundedFrom }) => {
    const toStop = { receiptStatus: 'RELEASE_STOP_UNCHECKED', releaseStopStatus: '미처리', releases: ['N'] };
    if (begins === 'stop' && stopped) {
      const over = {
        receiptStatus: 'RETURNS_COMPLETED',
        releaseStopStatus: '처리(출고중지)',
        releases: ['S'],
      };
      return [toStop, over].map((told) => ({ ...FACTS, ...told }));
    }
    const gone = begins === 'stop' ? { releaseStopStatus: '처리(이미출고)', releases: ['A'] } : {};
    const way: readonly Partial<ReceiptFacts>[] = [
      ...(begins === 'stop' ? [toStop] : []),
      gone,
      ...(picksUp ? [{ ...gone, hasPickupInvoice: true }] : []),
      { ...gone, hasPickupInvoice: picksUp, receiptStatus: 'VENDOR_WAREHOUSE_CONFIRM' },
      ...(disputed ? [{ ...gone, hasPickupInvoice: picksUp, receiptStatus: 'REQUEST_COUPANG_CHECK' }] : []),
      { ...gone, hasPickupInvoice: picksUp, receiptStatus: 'RETURNS_COMPLETED' },
    ];
    return way.map((told, nth) => ({ ...FACTS, ...told, preRefund: nth >= refundedFrom }));
  });

describe('where a receipt stands', () => {
  it.each(ROWS)('%s', (_what, told, place) => {
    const { kind, state } = placeOf({ ...FACTS, ...told });
    expect(`${kind} ${state}`).toBe(place);
  });

  it('goes only ways that claims go, from its beginning to its end, and turns from a cancel into a return once', () => {
    fc.assert(
      fc.property(life, (told) => {
        const places = told.map(placeOf);
        expect(places.at(-1)?.state).toBe('done');
        for (const [nth, { kind, state }] of places.entries()) {
          const before = places[nth - 1];
          if (state === null) throw new Error('a state of the sheet was not mapped');
          if (before === undefined || before.state === null || before.state === state) continue;
          if (before.kind !== kind)
            expect([before.kind, before.state, kind]).toEqual(['cancel', 'requested', 'return']);
          else expect([state, mayHaveMoved(kind, before.state, state)]).toEqual([state, true]);
        }
      }),
    );
  });

  it('is never guessed from a status that the sheet does not name', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom('Y', 'N', 'S', 'A')), (receiptStatus, releases) => {
        fc.pre(!STATUSES.includes(receiptStatus));
        expect(placeOf({ ...FACTS, receiptStatus, releases }).state).toBeNull();
      }),
    );
  });
});
