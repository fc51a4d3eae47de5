import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHaveMoved } from '../../../../domain/claim.ts';
import { type ExchangeFacts, stateOfExchange } from './exchange-state.ts';

const FACTS: ExchangeFacts = {
  exchangeStatus: 'RECEIPT',
  collectStatus: 'BeforeDirection',
  hasPickupInvoice: false,
  hasNewInvoice: false,
};

/** Sheet §4.3 with the pickup of §3.5. */
const ROWS: readonly (readonly [Partial<ExchangeFacts>, string])[] = [
  [{}, 'requested'],
  [{ collectStatus: null }, 'requested'],
  [{ collectStatus: 'Fail' }, 'requested'],
  [{ hasPickupInvoice: true }, 'collecting'],
  [{ collectStatus: 'CompleteDirection' }, 'collecting'],
  [{ collectStatus: 'Delivering' }, 'collecting'],
  [{ collectStatus: 'Collecting' }, 'collecting'],
  // The goods are back; the seller has not said so.
  [{ collectStatus: 'CompleteCollect' }, 'collecting'],
  [{ exchangeStatus: 'PROGRESS', collectStatus: 'CompleteCollect' }, 'collected'],
  [{ exchangeStatus: 'PROGRESS', hasNewInvoice: true }, 'reshipped'],
  [{ exchangeStatus: 'SUCCESS', hasNewInvoice: true }, 'done'],
  [{ exchangeStatus: 'REJECT' }, 'rejected'],
  [{ exchangeStatus: 'CANCEL' }, 'withdrawn'],
];

describe('where an exchange stands', () => {
  it.each(ROWS)('%j is %s', (told, state) => {
    expect(stateOfExchange({ ...FACTS, ...told })).toBe(state);
  });

  it('goes only ways that exchanges go, whenever it is looked at', () => {
    const way = ROWS.slice(0, 11).map(([told]) => stateOfExchange({ ...FACTS, ...told }));
    const ends = ROWS.slice(10).map(([told]) => stateOfExchange({ ...FACTS, ...told }));
    fc.assert(
      fc.property(fc.subarray(way), fc.constantFrom(...ends), (seen, end) => {
        const told = end === 'done' ? [...seen, end] : [...seen.filter((one) => one === 'requested'), end];
        for (const [nth, state] of told.entries()) {
          const before = told[nth - 1];
          if (before === undefined || before === state) continue;
          if (before === null || state === null) throw new Error('a state of the sheet was not mapped');
          expect([before, state, mayHaveMoved('exchange', before, state)]).toEqual([before, state, true]);
        }
      }),
    );
  });

  it('is never guessed from a status that the sheet does not name', () => {
    const known = ROWS.map(([{ exchangeStatus = 'RECEIPT' }]) => exchangeStatus);
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (exchangeStatus, hasNewInvoice) => {
        fc.pre(!known.includes(exchangeStatus));
        expect(stateOfExchange({ ...FACTS, exchangeStatus, hasNewInvoice })).toBeNull();
      }),
    );
  });
});
