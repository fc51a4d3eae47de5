import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CategoryRequirements, ListingDraft } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../../marketplaces/kit/listing-rules.ts';
import { lengthOf } from '../../../marketplaces/kit/text-length.ts';
import type { Picture } from '../../../store/publish/pictures.ts';
import { draftOf } from '../draft-of.ts';
import { input, product, RULES, sku } from '../test-draft.ts';
import { categoryFaults } from './category-faults.ts';
import { type CheckedAgainst, draftFaults } from './draft-faults.ts';
import { offerFaults } from './offer-faults.ts';
import { pictureFaults } from './picture-faults.ts';
import { placeFaults } from './place-faults.ts';
import { textFaults } from './text-faults.ts';

const draft = (told: Partial<ListingDraft> = {}): ListingDraft => ({ ...draftOf(input()).draft, ...told });

const GOOD: Picture = { kind: 'picture', format: 'png', bytes: 10_000, width: 800, height: 600 };
const USUAL = [
  { kind: 'ship_from', id: '1', name: 'warehouse', usual: true },
  { kind: 'return_to', id: '2', name: 'office', usual: true },
] as const;

const against = (told: Partial<CheckedAgainst> = {}): CheckedAgainst => ({
  rules: RULES,
  currency: 'KRW',
  requirements: null,
  places: USUAL,
  pictures: new Map([['https://img.example.com/1.png', GOOD]]),
  ...told,
});

const codesOf = (faults: readonly { readonly field: string; readonly code: string }[]) =>
  faults.map(({ field, code }) => `${field} ${code}`);

describe('the check of a draft', () => {
  test('finds nothing where there is nothing', () => {
    expect(draftFaults(draft(), against())).toEqual({ faults: [], warnings: [] });
  });

  test('takes no prices of another currency', () => {
    const { faults } = draftFaults(draft({ currency: 'RUB' }), against());
    expect(codesOf(faults)).toEqual(['currency currency_not_taken']);
  });

  test('says each fault in both languages, whatever the draft', () => {
    const wild = fc.record({
      name: fc.string({ maxLength: 30 }),
      descriptionHtml: fc.string(),
      optionNames: fc.array(fc.string({ maxLength: 14 }), { maxLength: 4 }),
      price: fc.integer({ min: -10, max: 2_000_000 }),
      images: fc.array(fc.webUrl(), { maxLength: 4 }),
      attributes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string()),
    });
    const strict: ListingRules = { ...RULES, charset: 'cp949', required: ['notice', 'brand', 'carrier'] };
    fc.assert(
      fc.property(wild, (told) => {
        const { faults, warnings } = draftFaults(draft(told), against({ rules: strict }));
        for (const { field, code, message } of [...faults, ...warnings]) {
          expect(field).not.toBe('');
          expect(code).toMatch(/^[a-z_]+$/);
          expect(message.ko.length).toBeGreaterThan(5);
          expect(message.en.length).toBeGreaterThan(5);
          expect(`${message.ko}${message.en}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
    );
  });
});

describe('texts', () => {
  const text = fc.string({
    unit: fc.constantFrom('가', '뷁', 'a', '7', '😀', 'é'),
    minLength: 1,
    maxLength: 30,
  });

  test('are too long exactly when they have more than the limit, as the marketplace counts', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('characters', 'euc_kr_bytes'), (name, unit) => {
        const limit = { max: 20, unit } as const;
        const faults = codesOf(textFaults(draft({ name }), { ...RULES, name: limit }));
        expect(faults.includes('name too_long')).toBe(lengthOf(name, unit) > 20);
      }),
    );
  });

  test('name the characters that cannot be written, where bytes of EUC-KR count', () => {
    fc.assert(
      fc.property(text, (name) => {
        const cannot = [...new Set(name)].filter((sign) => sign === '😀' || sign === 'é');
        const inBytes = { ...RULES, name: { max: 100, unit: 'euc_kr_bytes' } } as const;
        const [fault] = textFaults(draft({ name }), inBytes).filter(({ code }) => code === 'unwritable');
        expect(fault === undefined).toBe(cannot.length === 0);
        for (const sign of cannot) expect(fault?.message.ko).toContain(sign);
        expect(codesOf(textFaults(draft({ name }), RULES))).not.toContain('name unwritable');
      }),
    );
  });

  test('name the option and the value', () => {
    const items = draft().items.map((one) => ({ ...one, optionValues: ['아주아주긴옵션값'] }));
    const faults = textFaults(draft({ optionNames: ['색상', '아주 긴 옵션 이름입니다'], items }), RULES);
    expect(codesOf(faults)).toEqual([
      'option_names[1] too_long',
      'skus[0].option_values[0] too_long',
      'skus[1].option_values[0] too_long',
    ]);
    expect(faults[1]?.message).toEqual({
      ko: "옵션값 '아주아주긴옵션값'은(는) 16바이트입니다. 10바이트(한글 2, 영문·숫자 1)까지 쓸 수 있습니다.",
      en: "The option value '아주아주긴옵션값' has 16 bytes. Up to 10 bytes (2 for Korean, 1 for Latin letters and digits) are taken.",
      ru: 'Слишком длинно — значение варианта «아주아주긴옵션값»: 16 байт. Можно до 10 байт (2 на корейский знак, 1 на латинскую букву и цифру).',
      uz: 'Juda uzun — variant qiymati «아주아주긴옵션값»: 16 bayt. Mumkin: 10 bayt (koreys belgisi 2, lotin harfi va raqam 1).',
    });
  });
});

describe('numbers', () => {
  test('of a price must be in bounds, in steps, and near enough to the price of the listing', () => {
    const price = fc.integer({ min: 1, max: 1_100_000 });
    fc.assert(
      fc.property(price, price, (base, other) => {
        const items = draft().items.map((one, nth) => ({ ...one, price: nth === 0 ? base : other }));
        const found = codesOf(offerFaults(draft({ price: base, items }), RULES));
        const { min, max, step } = RULES.price;
        for (const [nth, own] of [base, other].entries()) {
          const isOut = own < min || own > max;
          expect(found.includes(`skus[${nth}].price price_out_of_bounds`)).toBe(isOut);
          expect(found.includes(`skus[${nth}].price price_step`)).toBe(!isOut && own % step !== 0);
        }
        expect(found.includes('skus[1].price price_too_far')).toBe(other < base / 2 || other > base * 2);
      }),
    );
  });

  test('of options and stock have their limits', () => {
    const many = product({ skus: [1, 2, 3, 4].map((nth) => sku(nth)), optionNames: ['a', 'b', 'c'] });
    const none = draftOf(input({ product: many, stock: new Map() })).draft;
    expect(codesOf(offerFaults(none, RULES))).toEqual([
      'option_names too_many',
      'skus too_many',
      'skus stock_too_low',
    ]);
    const items = draft().items.map((one) => ({ ...one, quantity: 10_000 }));
    expect(codesOf(offerFaults(draft({ items, nativeListingId: '1' }), RULES))).toEqual([
      'skus[0].stock_quantity stock_too_high',
      'skus[1].stock_quantity stock_too_high',
    ]);
  });
});

const REQUIREMENTS: CategoryRequirements = {
  attributes: [
    {
      key: '수량',
      label: '수량',
      required: true,
      kind: 'number',
      choices: [],
      open: true,
      unit: '개',
      group: null,
    },
    {
      key: '용량',
      label: '용량',
      required: true,
      kind: 'text',
      choices: [],
      open: true,
      unit: null,
      group: '1',
    },
    {
      key: '무게',
      label: '무게',
      required: true,
      kind: 'text',
      choices: [],
      open: true,
      unit: null,
      group: '1',
    },
    {
      key: '계절',
      label: '계절',
      required: false,
      kind: 'choice',
      choices: ['여름', '겨울'],
      open: false,
      unit: null,
      group: null,
    },
  ],
  notices: [],
  certifications: [{ kind: 'KC', label: 'KC 인증', required: true }],
  optionNames: ['색상', '패션의류 사이즈'],
};

describe('what a category demands', () => {
  test('is asked for, and what it does not know is refused with what it does', () => {
    const asked = categoryFaults(
      draft({ optionNames: ['재질'], attributes: { 계절: '봄', 향: '장미' } }),
      REQUIREMENTS,
    );
    expect(codesOf(asked)).toEqual([
      'attributes.수량 attribute_missing',
      'attributes.용량 attribute_missing',
      'attributes.무게 attribute_missing',
      'attributes.계절 not_a_choice',
      'attributes.향 attribute_unknown',
      'option_names[0] option_name_unknown',
      'certifications certification_missing',
    ]);
    expect(asked[3]?.choices).toEqual([{ value: '여름' }, { value: '겨울' }]);
  });

  test('is met by one of a group, by what options differ by, and by several choices', () => {
    const met = draft({
      optionNames: ['사이즈'],
      attributes: { 수량: '1', 무게: '900g', 계절: '여름, 겨울' },
      certifications: [{ kind: 'KC 인증', number: 'KC-1', agency: null }],
    });
    expect(categoryFaults(met, REQUIREMENTS)).toEqual([]);
  });
});

describe('places', () => {
  test('must be there, and be chosen where none is the usual one', () => {
    expect(placeFaults(draft(), USUAL)).toEqual([]);
    expect(codesOf(placeFaults(draft({ places: { ship_from: '9' } }), USUAL))).toEqual([
      'places.ship_from place_unknown',
    ]);
    const unusual = USUAL.map((place) => ({ ...place, usual: false }));
    const asked = placeFaults(draft(), unusual);
    expect(codesOf(asked)).toEqual(['places.ship_from place_missing', 'places.return_to place_missing']);
    expect(asked[0]?.choices).toEqual([{ value: '1', name: 'warehouse' }]);
  });
});

describe('pictures', () => {
  const rules = { ...RULES.images, square: true };
  const judge = (picture: Picture | undefined, more: Partial<typeof rules> = {}) => {
    const pictures = new Map(picture === undefined ? [] : [['https://a/1', picture]]);
    const { faults, warnings } = pictureFaults(['https://a/1'], pictures, { ...rules, ...more });
    return [...codesOf(faults), ...warnings.map(({ code }) => `warning ${code}`)];
  };

  test('are held against format, size and shape', () => {
    expect(judge({ ...GOOD, width: 600 })).toEqual([]);
    expect(judge({ kind: 'picture', format: 'gif', bytes: 2_000_000, width: 50, height: 2_500 })).toEqual([
      'main_image picture_format',
      'main_image picture_too_large',
      'main_image picture_too_small',
      'main_image picture_too_big',
      'main_image picture_not_square',
    ]);
    expect(judge({ kind: 'bad', because: 'private_address' })).toEqual(['main_image private_address']);
    expect(judge({ kind: 'bad', because: 'HTTP 404' })).toEqual(['main_image picture_bad']);
    expect(judge(GOOD, { square: false, maxUrlLength: 5 })).toEqual(['main_image address_too_long']);
  });

  test('that cannot be looked at are a fault only where the hub has to hand them over', () => {
    expect(judge({ kind: 'unseen', because: 'timeout' })).toEqual(['warning picture_unseen']);
    expect(judge({ kind: 'unseen', because: 'timeout' }, { arrival: 'uploaded' })).toEqual([
      'main_image picture_unreachable',
    ]);
    expect(codesOf(pictureFaults([], new Map(), rules).faults)).toEqual(['main_image missing']);
  });
});
