import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierCode, carrierIdOf } from '../../kit/carrier-code.ts';
import { CARRIERS } from './carriers.ts';

const pairs = Object.entries(CARRIERS.codeOf);

describe('courier codes', () => {
  it('come back as the carrier they were sent for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), ([id, code]) => {
        expect(carrierCode(CARRIERS, id)).toEqual({ found: true, code });
        expect(carrierIdOf(CARRIERS, code)).toBe(id);
      }),
    );
  });

  it('belong to one carrier each, and native-only codes to none', () => {
    const codes = pairs.map(([, code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(CARRIERS.nativeOnly.filter((code) => codes.includes(code))).toEqual([]);
  });

  it.each([
    ['HYUNDAI', 'lotte'],
    ['KGB', 'logen'],
    ['KOREX', 'cj'],
    ['CVSNET', 'gs'],
    ['CJ대한통운', 'cj'],
    ['롯데택배', 'lotte'],
    ['로젠택배', 'logen'],
    ['우체국', 'epost'],
    ['편의점택배', 'gs'],
    ['업체직송', 'direct'],
  ])('%s is %s', (native, id) => {
    expect(carrierIdOf(CARRIERS, native)).toBe(id);
  });

  it('are never guessed', () => {
    expect(carrierIdOf(CARRIERS, '어떤택배')).toBeNull();
    expect(carrierCode(CARRIERS, 'KOREX')).toEqual({ found: true, code: 'CJGLS' });
    expect(carrierCode(CARRIERS, 'LOTTE')).toEqual({ found: true, code: 'HYUNDAI' });
    expect(carrierCode(CARRIERS, 'AJOU')).toEqual({ found: true, code: 'AJOU' });
    expect(carrierCode(CARRIERS, '기타').found).toBe(false);
    expect(carrierCode(CARRIERS, 'ETC').found).toBe(false);
  });
});
