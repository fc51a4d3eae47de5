import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFields, listAt, UnreadableError } from '../../kit/decode.ts';
import { decodeBox } from './decode-box.ts';
import { decodePage } from './decode-page.ts';
import { decodeResults } from './decode-results.ts';
import { decodeRow, wholeReads } from './snapshot.ts';
import { sampleBox } from './test-sample.ts';

const SAMPLE = sampleBox();
const [ITEM] = listAt(SAMPLE, 'orderItems').map((item) => asFields(item, 'item'));

/** The sample with any one field, of the box or of its item, replaced by anything. */
const spoiled = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.keys(SAMPLE)), fc.jsonValue())
    .map(([name, value]) => ({ ...SAMPLE, [name]: value })),
  fc
    .tuple(fc.constantFrom(...Object.keys(ITEM ?? {})), fc.jsonValue())
    .map(([name, value]) => ({ ...SAMPLE, orderItems: [{ ...ITEM, [name]: value }] })),
);

function outcomeOf(decode: () => unknown): 'read' | 'unreadable' {
  try {
    decode();
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableError) return 'unreadable';
    throw error;
  }
}

describe('decoding', () => {
  it('reads anything, or says that it is unreadable', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void outcomeOf(() => decodeBox(json))));
    fc.assert(
      fc.property(spoiled, (box) => void outcomeOf(() => decodeBox(box))),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => void outcomeOf(() => decodePage(json))));
    fc.assert(fc.property(fc.jsonValue(), (json) => void outcomeOf(() => decodeResults(json))));
  });

  it('keeps amounts and quantities possible, whatever one field says', () => {
    fc.assert(
      fc.property(spoiled, (row) => {
        const read = decodeRow(row);
        for (const line of read.ok ? read.box.lines : []) {
          expect(line.paidAmount + line.discount).toBe(line.amount);
          expect(line.paidAmount).toBeGreaterThanOrEqual(0);
          expect(line.shippableQuantity).toBeGreaterThanOrEqual(0);
          expect(line.shippableQuantity).toBeLessThanOrEqual(line.quantity);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never guesses an amount in another currency or with a fraction', () => {
    const priced = (orderPrice: unknown) => ({ ...SAMPLE, orderItems: [{ ...ITEM, orderPrice }] });
    expect(outcomeOf(() => decodeBox(priced({ currencyCode: 'KRW', units: 1, nanos: 0 })))).toBe('read');
    expect(outcomeOf(() => decodeBox(priced({ currencyCode: 'TWD', units: 1, nanos: 0 })))).toBe(
      'unreadable',
    );
    expect(outcomeOf(() => decodeBox(priced({ currencyCode: 'KRW', units: 1, nanos: 5 })))).toBe(
      'unreadable',
    );
    expect(outcomeOf(() => decodeBox(priced(-1)))).toBe('unreadable');
  });

  it('sets a box aside that has one item twice', () => {
    expect(outcomeOf(() => decodeBox({ ...SAMPLE, orderItems: [ITEM, ITEM] }))).toBe('unreadable');
  });

  it('does not call an order whole when one of its boxes is unreadable', () => {
    const broken = { ...SAMPLE, shipmentBoxId: '642538971006401430', orderItems: [] };
    const reads = wholeReads([SAMPLE, broken].map(decodeRow));
    expect(reads.map((read) => (read.kind === 'order' ? read.order.complete : read.kind))).toEqual([
      false,
      'unreadable',
    ]);
  });

  it('gives a box that is listed twice once', () => {
    const [read] = wholeReads([SAMPLE, SAMPLE].map(decodeRow));
    expect(read?.kind === 'order' && read.order.packages.length).toBe(1);
  });
});
