import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_KINDS, CLAIM_STATES, isClosedClaim } from './claim.ts';
import { dueOf, SOON_MS, type TimedClaim, type Timer, urgencyOf } from './deadline.ts';

const ANSWER_IN_A_DAY: Timer = {
  kind: 'cancel',
  in: ['requested'],
  must: 'answer',
  from: 'requested',
  within: { hours: 24 },
};

const claim = (parts: Partial<TimedClaim>): TimedClaim => ({
  kind: 'cancel',
  state: 'requested',
  requestedAt: '2026-11-20T01:00:00.000Z',
  collectedAt: null,
  decidesAt: null,
  ...parts,
});

describe('the deadline of a claim', () => {
  test('is the end of the clock that runs', () => {
    expect(dueOf(claim({}), [ANSWER_IN_A_DAY])).toEqual({
      at: new Date('2026-11-21T01:00:00.000Z'),
      for: 'answer',
    });
  });

  test('is the marketplace’s own moment where that is sooner', () => {
    const decidesAt = '2026-11-20T05:00:00.000Z';
    expect(dueOf(claim({ decidesAt }), [ANSWER_IN_A_DAY])?.at).toEqual(new Date(decidesAt));
  });

  test('by law the money goes back three business days after the goods', () => {
    const due = dueOf(
      claim({ kind: 'return', state: 'collected', collectedAt: '2026-11-20T01:00:00.000Z' }),
      [],
    );
    expect(due).toEqual({ at: new Date('2026-11-25T14:59:59.000Z'), for: 'refund' });
  });

  test('there is none for a claim that is over, whatever clocks there are', () => {
    const anyClaim = fc.record({
      kind: fc.constantFrom(...CLAIM_KINDS),
      state: fc.constantFrom(...CLAIM_STATES),
      requestedAt: fc.constant('2026-11-20T01:00:00.000Z'),
      collectedAt: fc.constantFrom(null, '2026-11-20T01:00:00.000Z'),
      decidesAt: fc.constantFrom(null, '2026-11-22T01:00:00.000Z'),
    });
    fc.assert(
      fc.property(anyClaim, (one) => {
        const due = dueOf(one, [ANSWER_IN_A_DAY]);
        if (isClosedClaim(one.state)) expect(due).toBeNull();
        if (!isClosedClaim(one.state) && one.decidesAt !== null) expect(due).not.toBeNull();
      }),
    );
  });
});

test.each([
  [-1, 'overdue'],
  [SOON_MS, 'soon'],
  [SOON_MS + 1, 'today'],
  [24 * 3_600_000, 'later'],
])('%d ms ahead is %s', (ahead, urgency) => {
  const now = new Date('2026-11-22T00:00:00Z');
  const endOfToday = new Date('2026-11-22T14:59:59Z');
  expect(urgencyOf(new Date(now.getTime() + ahead), now, endOfToday)).toBe(urgency);
});
