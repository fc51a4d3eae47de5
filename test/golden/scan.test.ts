import { describe, expect, it } from 'vitest';
import { official } from '../../src/marketplaces/coupang/official/edition.ts';
import { claim } from '../harness/snapshots.ts';
import { complaintsAbout } from './scan.ts';

const line = {
  nativeLineId: '1:2',
  packageKey: '1',
  status: 'SHIPPED',
  nativeStatus: 'DEPARTURE',
  productName: '면 양말',
  quantity: 2,
  shippableQuantity: 1,
  unitPrice: 1000,
  amount: 2000,
  discount: 500,
  sellerDiscount: 100,
  paidAmount: 1500,
  commission: null,
  parcel: { shippedAt: '2026-11-20T03:00:00.000Z' },
  deliveredAt: '2026-11-21T03:00:00.000Z',
  confirmedAt: null,
  native: { status: 'DEPARTURE' },
};
const contact = {
  orderer: { name: '김하늘' },
  receiver: { name: '이바다', safePhone: '0502-1234-5678' },
  deliveryNote: '문 앞 "1234#"',
};
const box = { key: '1', shippingFee: 0, remoteAreaFee: 0, contact, native: {} };

const complaints = (lineChange: object, orderChange: object = {}) =>
  complaintsAbout(
    [
      {
        kind: 'order',
        order: {
          orderedAt: '2026-11-20T01:00:00.000Z',
          paidAt: '2026-11-20T01:00:00.000Z',
          packages: [box],
          lines: [{ ...line, ...lineChange }],
          ...orderChange,
        },
      },
    ],
    official,
  );

describe('fixture scanner', () => {
  it('finds nothing wrong with a sound order', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ status: null })).toEqual([]);
  });

  it.each([
    ['a status of the marketplace', { status: 'DEPARTURE' }],
    ['a native word in another field', { optionText: 'FINAL_DELIVERY' }],
    ['money below zero', { unitPrice: -1 }],
    ['money with a fraction', { unitPrice: 0.5 }],
    ['a sum that does not add up', { paidAmount: 1501 }],
    ['a share above the whole', { sellerDiscount: 501 }],
    ['more to ship than was ordered', { shippableQuantity: 3 }],
    ['less than nothing to ship', { shippableQuantity: -1 }],
    ['delivery before shipping', { deliveredAt: '2026-11-20T02:00:00.000Z' }],
    ['a lost native status', { nativeStatus: '' }],
    ['a line outside all packages', { packageKey: '9' }],
    ['a name outside the contact', { optionText: '각인: 김하늘' }],
    ['a note outside the contact', { native: { message: '문 앞 "1234#"' } }],
  ])('finds %s', (_what, change) => {
    expect(complaints(change)).toHaveLength(1);
  });

  it('finds what is wrong with the whole', () => {
    expect(complaints({}, { lines: [line, line] })).toEqual(['a line id comes twice']);
    expect(complaints({}, { lines: [] })).toEqual(['an order without lines']);
    expect(complaints({}, { paidAt: '2026-11-20T00:59:59.000Z' })).toHaveLength(1);
  });

  it('looks at outcomes too', () => {
    const outcomes = [
      { kind: 'done', status: 'INSTRUCT' },
      { kind: 'refused', reason: 'NOT_FOUND_SHIPMENT_BOX' },
      { kind: 'refused', reason: 'not_found' },
      { kind: 'unknown' },
    ];
    expect(complaintsAbout(outcomes, official)).toHaveLength(2);
  });

  it.each([
    ['a kind of the marketplace', { kind: 'RETURN' }],
    ['a state that its kind does not know', { state: 'collected' }],
    ['a fault in another word', { fault: 'CUSTOMER' }],
    ['a reason in another word', { reason: 'CHANGEMIND' }],
    ['a fee with a fraction', { fee: { amount: 0.5 } }],
    ['a claim about nothing', { lines: [{ quantity: 0 }] }],
    ['an end before its beginning', { endedAt: '2026-11-19T00:00:00.000Z' }],
    [
      'an address outside the contact',
      { native: { pickup: '올림픽로 1' }, contact: { address: '올림픽로 1' } },
    ],
  ])('finds %s in a claim', (_what, change) => {
    const sound = claim();
    expect(complaintsAbout([{ kind: 'claim', claim: sound }], official)).toEqual([]);
    expect(complaintsAbout([{ kind: 'claim', claim: { ...sound, ...change } }], official)).not.toEqual([]);
  });
});
