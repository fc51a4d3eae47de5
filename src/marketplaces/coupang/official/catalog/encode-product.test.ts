import { describe, expect, it } from 'vitest';
import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { encodeProduct, type Ground } from './encode-product.ts';
import { DRAFT, GROUND, META, rowsIn } from './test-samples.ts';

const encoded = (draft: Partial<ListingDraft>, ground: Partial<Ground> = {}): Fields =>
  encodeProduct({ ...DRAFT, ...draft }, { ...GROUND, ...ground });

const delivered = (terms: Partial<ListingDraft['delivery']>) =>
  encoded({ delivery: { ...DRAFT.delivery, ...terms } });

describe('a new product', () => {
  it.each([
    [
      { fee: 0 },
      { deliveryChargeType: 'FREE', deliveryCharge: 0, freeShipOverAmount: 0, deliveryChargeOnReturn: 2_500 },
    ],
    [{ fee: 3_000 }, { deliveryChargeType: 'NOT_FREE', deliveryCharge: 3_000, deliveryChargeOnReturn: 0 }],
    [
      { fee: 3_000, freeFrom: 30_000 },
      { deliveryChargeType: 'CONDITIONAL_FREE', freeShipOverAmount: 30_000, deliveryChargeOnReturn: 2_500 },
    ],
    [
      { type: 'DIRECT' as const, carrierId: null },
      { deliveryMethod: 'VENDOR_DIRECT', deliveryCompanyCode: 'DIRECT' },
    ],
  ])('is delivered as %j says', (terms, fields) => {
    expect(delivered(terms)).toMatchObject(fields);
  });

  it('leaves from the first place in use and reaches islands only where that place tells what they cost', () => {
    expect(encoded({})).toMatchObject({ outboundShippingPlaceCode: 74_010, remoteAreaDeliverable: 'N' });
  });

  it('is for grown-ups, and without tax, where the draft says so', () => {
    const [item] = rowsIn(encoded({ minorsMayBuy: false, tax: 'exempt' }), 'items');
    expect(item).toMatchObject({ adultOnly: 'ADULT_ONLY', taxType: 'FREE' });
  });

  it('names certificates by the types of its category', () => {
    const certifications = [{ kind: '어린이제품 안전인증', number: 'CB061R1234', agency: null }];
    expect(rowsIn(encoded({ certifications }), 'items')[0]).toMatchObject({
      certifications: [{ certificationType: 'KC_CHILDREN', certificationCode: 'CB061R1234' }],
    });
  });

  const strict = {
    ...META,
    certifications: META.certifications.map((one) => ({ ...one, isRequired: true })),
  };
  const papers = { ...META, documents: [{ name: '영업신고증', isRequired: true }] };
  const noOther = { ...META, notices: [{ name: '의류', details: [] }] };
  it.each<[string, Partial<ListingDraft>, Partial<Ground>, string]>([
    ['tax', { tax: 'zero_rated' }, {}, 'tax'],
    ['images', { images: [] }, {}, 'images'],
    ['a return fee', { delivery: { ...DRAFT.delivery, returnFee: null } }, {}, 'delivery.returnFee'],
    [
      'a carrier it knows',
      { delivery: { ...DRAFT.delivery, carrierId: 'nobody' } },
      {},
      'delivery.carrierId',
    ],
    ['a place in use', { places: { ship_from: '74001' } }, {}, 'places.ship_from'],
    ['a return center', {}, { places: { ...GROUND.places, returns: [] } }, 'places.return_to'],
    ['a category', { nativeCategoryId: '양말' }, {}, 'nativeCategoryId'],
    ['a login', {}, { seller: { vendorId: 'A00012345', wingId: undefined } }, 'wing_id'],
    ['a notice', { notice: null }, {}, 'notice'],
    ['the facts of the notice', { notice: { kind: '기타 재화', facts: {} } }, {}, 'notice.facts'],
    ['a kind of notice', { notice: { kind: '가구', facts: {} } }, { meta: noOther }, 'notice.kind'],
    ['a certificate', {}, { meta: strict }, 'certifications'],
    [
      'a known certificate',
      { certifications: [{ kind: 'CE', number: '1', agency: null }] },
      {},
      'certifications',
    ],
    ['papers', {}, { meta: papers }, 'documents'],
  ])('is refused for want of %s, and told which field it is', (_what, draft, ground, field) => {
    expect(() => encoded(draft, ground)).toThrow(expect.objectContaining({ name: 'RefusedDraft', field }));
  });
});
