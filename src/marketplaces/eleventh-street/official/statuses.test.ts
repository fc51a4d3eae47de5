import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_KINDS, hasState } from '../../../domain/claim.ts';
import { isOrderStatus } from '../../../domain/status.ts';
import { whyOf } from './claim-reasons.ts';
import { CLAIM_STATES, claimState } from './claim-states.ts';
import { LINE_STATUSES, lineStatus } from './statuses.ts';

const NO_DATES = { shippedAt: null, deliveredAt: null, confirmedAt: null };
const AT = '2026-11-20T00:00:00.000Z';

describe('line statuses', () => {
  it('map every code of the sheet and no other', () => {
    for (const [code, status] of Object.entries(LINE_STATUSES)) {
      if (code !== '601') expect(lineStatus(code, NO_DATES)).toBe(status);
    }
    fc.assert(
      fc.property(fc.string(), (code) => {
        fc.pre(!Object.hasOwn(LINE_STATUSES, code));
        expect(lineStatus(code, NO_DATES)).toBeNull();
      }),
    );
  });

  it('tell behind a return or exchange where the parcel stands', () => {
    expect(lineStatus('601', NO_DATES)).toBeNull();
    expect(lineStatus('601', { ...NO_DATES, shippedAt: AT })).toBe('DELIVERING');
    expect(lineStatus('601', { ...NO_DATES, shippedAt: AT, deliveredAt: AT })).toBe('DELIVERED');
    expect(lineStatus('601', { shippedAt: AT, deliveredAt: AT, confirmedAt: AT })).toBe('CONFIRMED');
  });

  it('hold only unified words', () => {
    for (const status of Object.values(LINE_STATUSES)) {
      expect(status === null || isOrderStatus(status)).toBe(true);
    }
  });
});

describe('claim states', () => {
  it('are states that claims of the kind know', () => {
    for (const kind of CLAIM_KINDS) {
      for (const state of Object.values(CLAIM_STATES[kind])) {
        expect(state === null || hasState(kind, state)).toBe(true);
      }
    }
  });

  it('tell a replacement on its way from one that has arrived by the list it stands in', () => {
    const on = (stage: 'open' | 'done') => claimState('exchange', '221', { stage, collecting: false });
    expect(on('open')).toBe('reshipped');
    expect(on('done')).toBe('done');
  });

  it('tell a return with an invoice as on its way back, but not one on hold', () => {
    const open = { stage: 'open', collecting: true } as const;
    expect(claimState('return', '105', open)).toBe('collecting');
    expect(claimState('return', '104', open)).toBe('on_hold');
    expect(claimState('return', '105', { ...open, collecting: false })).toBe('requested');
  });

  it('guess at no code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLAIM_KINDS), fc.string(), (kind, code) => {
        fc.pre(!Object.hasOwn(CLAIM_STATES[kind], code));
        expect(claimState(kind, code, { stage: 'open', collecting: true })).toBeNull();
      }),
    );
  });
});

describe('claim reasons', () => {
  it('read the same number by who answers for it', () => {
    expect(whyOf('cancel', '06', 'buyer')).toEqual({ reason: 'wrong_price_or_information', fault: 'seller' });
    expect(whyOf('cancel', '06', 'seller')).toEqual({ reason: 'late_delivery', fault: 'seller' });
  });

  it('carry the fault in the codes of returns and exchanges', () => {
    expect(whyOf('return', '110', null)).toEqual({ reason: 'wrong_option', fault: 'buyer' });
    expect(whyOf('exchange', '207', null)).toEqual({ reason: 'damaged', fault: 'seller' });
    expect(whyOf('return', '999', null)).toEqual({ reason: null, fault: null });
  });
});
