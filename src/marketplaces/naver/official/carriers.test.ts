import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../../domain/carrier.ts';
import { carrierCode, carrierIdOf } from '../../kit/carrier-code.ts';
import { CARRIER_TABLE, COURIERLESS_METHODS } from './carriers.ts';

const MAPPED = Object.entries(CARRIER_TABLE.codeOf);
const COURIERS = [...Object.values(CARRIER_TABLE.codeOf), ...CARRIER_TABLE.nativeOnly].filter(
  (code) => !COURIERLESS_METHODS.has(code),
);

describe('CARRIER_TABLE', () => {
  it('names the 203 couriers of Naver once each', () => {
    expect(COURIERS).toHaveLength(203);
    expect(new Set(COURIERS).size).toBe(203);
  });

  it('maps only carriers the hub knows, both ways', () => {
    const known = new Set(CARRIERS.map(({ id }) => id));
    for (const [id, code] of MAPPED) {
      expect(known.has(id)).toBe(true);
      expect(carrierCode(CARRIER_TABLE, id)).toEqual({ found: true, code });
      expect(carrierCode(CARRIER_TABLE, code)).toEqual({ found: true, code });
      expect(carrierIdOf(CARRIER_TABLE, code)).toBe(id);
    }
  });

  it('keeps couriers that only Naver has as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CARRIER_TABLE.nativeOnly), (code) => {
        expect(carrierIdOf(CARRIER_TABLE, code)).toBeNull();
      }),
    );
    expect(carrierCode(CARRIER_TABLE, 'GS더프레시')).toEqual({ found: true, code: 'GS더프레시' });
  });

  it.each([
    ['lotte', 'HYUNDAI'],
    ['LOGEN', 'KGB'],
    ['GTX', 'CVSNET'],
    ['CUPOST', 'CUPARCEL'],
    ['other', 'CH1'],
    ['direct', 'DIRECT_DELIVERY'],
  ])('takes %s for %s', (written, code) => {
    expect(carrierCode(CARRIER_TABLE, written)).toEqual({ found: true, code });
  });

  it('has no quick delivery stand in for a parcel', () => {
    expect(carrierIdOf(CARRIER_TABLE, 'CU')).toBeNull();
    expect(carrierIdOf(CARRIER_TABLE, 'GS25')).toBeNull();
  });
});
