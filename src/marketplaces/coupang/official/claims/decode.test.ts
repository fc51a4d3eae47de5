import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimSnapshot, hasState } from '../../../../domain/claim.ts';
import { UnreadableError } from '../../../kit/decode.ts';
import { faultOf, REASONS, reasonOf } from './codes.ts';
import { decodeExchange } from './decode-exchange.ts';
import { decodeReceipt } from './decode-receipt.ts';
import { placeOf } from './receipt-state.ts';
import { EXCHANGE, RECEIPT } from './test-samples.ts';

function readOf(decode: () => ClaimSnapshot): ClaimSnapshot | 'unreadable' {
  try {
    return decode();
  } catch (error) {
    if (error instanceof UnreadableError) return 'unreadable';
    throw error;
  }
}

const spoiled = (sample: object) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(sample)), fc.jsonValue())
    .map(([name, value]) => ({ ...sample, [name]: value }));

const PERSONAL = ['김하늘', '0502-1234-5678', '올림픽로', '101동'];

describe('receipts', () => {
  it('are read, or said to be unreadable, whatever comes', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readOf(() => decodeReceipt(json))));
    fc.assert(
      fc.property(spoiled(RECEIPT), (row) => {
        const read = readOf(() => decodeReceipt(row));
        expect(read === 'unreadable' || read.state === null || hasState(read.kind, read.state)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('stand in a state their kind knows, in any mixture of what they say', () => {
    const facts = fc.record({
      receiptType: fc.constantFrom('RETURN' as const, 'CANCEL' as const),
      receiptStatus: fc.constantFrom(
        'RELEASE_STOP_UNCHECKED',
        'RETURNS_UNCHECKED',
        'VENDOR_WAREHOUSE_CONFIRM',
        'REQUEST_COUPANG_CHECK',
        'RETURNS_COMPLETED',
      ),
      releaseStopStatus: fc.constantFrom(null, '미처리', '처리(이미출고)', '처리(출고중지)', '비대상'),
      releases: fc.array(fc.constantFrom('Y', 'N', 'S', 'A')),
      preRefund: fc.boolean(),
      hasPickupInvoice: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (told) => {
        const { kind, state } = placeOf(told);
        expect(state !== null && hasState(kind, state)).toBe(true);
        if (told.receiptType === 'CANCEL') expect([kind, state]).toEqual(['cancel', 'done']);
      }),
    );
  });

  it('keep people out of everything but the contact', () => {
    const { contact, ...rest } = decodeReceipt(RECEIPT);
    expect(contact?.receiver.name).toBe('김하늘');
    for (const word of PERSONAL) expect(JSON.stringify(rest)).not.toContain(word);
  });

  it.each([
    [5000, 'seller'],
    [-5000, 'buyer'],
  ] as const)('a charge of %d is paid by the %s, in v4 and in v6', (units, paidBy) => {
    const RETURN = { ...RECEIPT, receiptStatus: 'VENDOR_WAREHOUSE_CONFIRM' };
    for (const returnShippingCharge of [units, { currencyCode: 'KRW', units, nanos: 0 }]) {
      expect(decodeReceipt({ ...RETURN, returnShippingCharge }).fee).toMatchObject({ amount: 5000, paidBy });
    }
  });
});

describe('exchanges', () => {
  it('are read, or said to be unreadable, whatever comes', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readOf(() => decodeExchange(json).claim)));
    fc.assert(
      fc.property(spoiled(EXCHANGE), (row) => {
        const read = readOf(() => decodeExchange(row).claim);
        expect(read === 'unreadable' || read.state === null || hasState('exchange', read.state)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keep people out of everything but the contact', () => {
    const { contact, ...rest } = decodeExchange(EXCHANGE).claim;
    expect(contact?.address).toBe('서울특별시 송파구 올림픽로 1');
    for (const word of PERSONAL) expect(JSON.stringify(rest)).not.toContain(word);
  });
});

describe('codes', () => {
  it('are mapped by the sheet and never guessed', () => {
    expect(faultOf('VENDOR')).toBe('seller');
    expect(faultOf('GENERAL')).toBeNull();
    expect(reasonOf('OOSSELLER')).toBe('sold_out');
    fc.assert(
      fc.property(fc.string(), (code) => {
        if (!Object.hasOwn(REASONS, code)) expect(reasonOf(code)).toBeNull();
      }),
    );
    expect(reasonOf('toString')).toBeNull();
    expect(faultOf('constructor')).toBeNull();
  });
});
