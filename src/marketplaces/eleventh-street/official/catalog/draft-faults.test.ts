import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { noticeKindNamed } from '../../../../domain/notice-kinds.ts';
import type { ListingDraft } from '../../../kit/catalog.ts';
import { certificatesXml, certificationNeeds } from './certificates.ts';
import { faultsOf } from './draft-faults.ts';
import { htmlOnWire } from './encode-listing.ts';
import { noticeOf } from './notice.ts';
import { NOTICE_FACTS, NOTICE_KINDS } from './notice-forms.ts';

const GOOD: ListingDraft = {
  nativeListingId: null,
  sellerCode: 'MUG-1',
  name: '도자기 머그컵',
  descriptionHtml: '<p>컵</p>',
  brand: null,
  manufacturer: '모아도예',
  nativeCategoryId: '1012345',
  price: 10_000,
  currency: 'KRW',
  tax: 'taxed',
  minorsMayBuy: true,
  weightGrams: null,
  images: ['https://img.example.com/1.jpg'],
  delivery: {
    type: 'DELIVERY',
    fee: 0,
    freeFrom: null,
    returnFee: 3_000,
    exchangeFee: 6_000,
    remoteFee: null,
    leavesWithinDays: null,
    carrierId: null,
  },
  origin: { kind: 'domestic', madeIn: null, importer: null },
  afterService: { phone: '02-000-0000', text: '' },
  notice: { kind: '기타재화', facts: { 인증허가사항: '없음' } },
  certifications: [],
  attributes: {},
  places: {},
  optionNames: ['색상'],
  items: [
    { sellerSku: 'A', nativeItemId: null, optionValues: ['흰색'], price: 10_000, quantity: 1, barcode: null },
    { sellerSku: 'B', nativeItemId: null, optionValues: ['검정'], price: 20_000, quantity: 0, barcode: null },
  ],
};
const [WHITE, BLACK] = GOOD.items;
if (WHITE === undefined || BLACK === undefined) throw new Error('two options are there');

const bad: readonly (readonly [what: string, change: Partial<ListingDraft>, field: string])[] = [
  ['no name', { name: ' ' }, 'prdNm'],
  ['a name too long', { name: '가'.repeat(101) }, 'prdNm'],
  ['an emoji', { name: '머그컵 😀' }, 'prdNm'],
  ['an accent in an option', { items: [{ ...WHITE, optionValues: ['café'] }] }, 'colValue0'],
  [
    'a fact with a sign of its own',
    { notice: { kind: '891045', facts: { 품명: '☃︎' } } },
    'ProductNotification',
  ],
  ['a code that no path can hold', { sellerCode: 'A/1' }, 'sellerPrdCd'],
  ['no code', { sellerCode: '' }, 'sellerPrdCd'],
  ['an after-service text too long', { afterService: { phone: '1', text: '가'.repeat(2_000) } }, 'asDetail'],
  ['another currency', { currency: 'UZS' }, 'selPrc'],
  ['a price between steps', { price: 10_005 }, 'selPrc'],
  ['a price of nothing', { price: 0 }, 'selPrc'],
  ['a surcharge too high', { items: [WHITE, { ...BLACK, price: 20_010 }] }, 'colOptPrice'],
  ['a surcharge too low', { items: [WHITE, { ...BLACK, price: 4_990 }] }, 'colOptPrice'],
  ['no option at the price', { items: [BLACK] }, 'colOptPrice'],
  [
    'a price of its own without options',
    { optionNames: [], items: [{ ...BLACK, optionValues: [] }] },
    'selPrc',
  ],
  ['no option', { items: [] }, '옵션'],
  ['an option twice', { items: [WHITE, WHITE] }, 'colValue0'],
  ['a comma in a value', { items: [{ ...WHITE, optionValues: ['흰색,검정'] }] }, 'colValue0'],
  ['a value of 51 bytes', { items: [{ ...WHITE, optionValues: [`${'가'.repeat(25)}a`] }] }, 'colValue0'],
  ['a value too few', { items: [{ ...WHITE, optionValues: [] }] }, 'colValue0'],
  ['a bracket in a name', { optionNames: ['색[상]'] }, 'colTitle'],
  ['a stock below nothing', { items: [{ ...WHITE, quantity: -1 }] }, '재고수량'],
  ['none to sell', { items: [{ ...WHITE, quantity: 0 }] }, 'prdSelQty'],
  ['no picture', { images: [] }, 'prdImage01'],
  [
    'too many pictures',
    { images: Array.from({ length: 5 }, () => 'https://a.example.com/1.jpg') },
    'prdImage01',
  ],
  ['no fee for a return', { delivery: { ...GOOD.delivery, returnFee: null } }, 'rtngdDlvCst'],
  ['no fee for an exchange', { delivery: { ...GOOD.delivery, exchangeFee: null } }, 'exchDlvCst'],
  ['a fee between steps', { delivery: { ...GOOD.delivery, fee: 2_505 } }, 'dlvCst1'],
  ['a carrier 11st has not', { delivery: { ...GOOD.delivery, carrierId: 'nobody' } }, 'dlvEtprsCd'],
  ['no origin', { origin: null }, 'orgnTypCd'],
  ['an import from nowhere', { origin: { kind: 'imported', madeIn: null, importer: null } }, 'orgnNmVal'],
  [
    'a certificate 11st has not',
    { certifications: [{ kind: 'KC', number: '1', agency: null }] },
    'certTypeCd',
  ],
  ['no notice', { notice: null }, 'ProductNotification'],
  ['a notice of an unknown kind', { notice: { kind: '우주선', facts: {} } }, '우주선'],
  ['a notice without a fact', { notice: { kind: '의류', facts: { 색상: '흰색' } } }, '제품 소재'],
];

describe('what 11st would not take', () => {
  it('is nothing of a good draft', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });

  it.each(bad)('is told for %s', (_what, change, field) => {
    expect(
      faultsOf({ ...GOOD, ...change })
        .map(({ ko }) => ko)
        .join('\n'),
    ).toContain(field);
  });

  it('lets a listing that exists be sold out', () => {
    const items = [{ ...WHITE, quantity: 0 }];
    expect(faultsOf({ ...GOOD, nativeListingId: '1', items })).toEqual([]);
  });

  it('is every sign that CP949 cannot write, and no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        const isWritable = iconv.decode(iconv.encode(name, 'cp949'), 'cp949') === name;
        const told = faultsOf({ ...GOOD, name: `컵${name}` }).some(({ ko }) => ko.includes('저장할 수 없는'));
        expect(told).toBe(!isWritable);
      }),
    );
  });

  it('is nothing in a description: HTML can write everything', () => {
    expect(htmlOnWire('<p>컵 😀 é</p>')).toBe('<p>컵 &#128512; &#233;</p>');
  });
});

describe('the notice', () => {
  it('takes facts by any of their names, and what the draft tells elsewhere', () => {
    expect(noticeOf(GOOD)).toEqual({
      notice: {
        type: '891045',
        items: [
          { code: '11800', value: '도자기 머그컵' },
          { code: '11905', value: '모아도예' },
          { code: '23760413', value: '02-000-0000' },
          { code: '23759100', value: '대한민국' },
          { code: '23756033', value: '없음' },
        ],
      },
    });
  });

  it('writes days with strokes', () => {
    const facts = { 저자: 'ㄱ', 출판사: 'ㄴ', 크기: 'A5', 목차: '1', 도서명: 'ㄷ', 쪽수: '9', 구성: '1권' };
    const found = noticeOf({
      ...GOOD,
      notice: { kind: '891036', facts: { ...facts, 발행일: '2026-11-20' } },
    });
    expect(found).toMatchObject({ notice: { type: '891036' } });
    expect(JSON.stringify(found)).toContain('"2026/11/20"');
  });

  it('has kinds that are each one of the law’s list', () => {
    const codes = NOTICE_KINDS.map(({ label }) => noticeKindNamed(label)?.code);
    expect(new Set(codes).size).toBe(NOTICE_KINDS.length);
    expect(codes).not.toContain(undefined);
  });

  it('knows a name for every item of every kind', () => {
    for (const { items } of NOTICE_KINDS) for (const code of items) expect(NOTICE_FACTS[code]).toBeDefined();
  });
});

describe('certificates', () => {
  it('are told for all four groups, subject or not, and food besides', () => {
    expect(certificatesXml([]).match(/<ProductCertGroup>/g)).toHaveLength(4);
    const xml = certificatesXml([
      { kind: '[어린이제품] 안전인증', number: 'C-1', agency: null },
      { kind: '114', number: 'H-2', agency: null },
    ]);
    expect(xml).toContain(
      '<crtfGrpTypCd>02</crtfGrpTypCd><crtfGrpObjClfCd>01</crtfGrpObjClfCd><ProductCert><certTypeCd>128</certTypeCd><certKey>C-1</certKey>',
    );
    expect(xml).toContain('<ProductCertGroup><ProductCert><certTypeCd>114</certTypeCd>');
  });

  it('fit the kind of category', () => {
    expect(certificationNeeds(null, true)).toEqual([]);
    expect(certificationNeeds('1', false).map(({ kind }) => kind)).toContain('114');
    expect(certificationNeeds('2', true).map(({ kind }) => kind)).not.toContain('114');
  });
});
