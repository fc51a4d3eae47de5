import { describe, expect, it } from 'vitest';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { encodeNotice, memberOf } from './encode-notice.ts';
import type { NoticeKind } from './notice-forms.ts';

const field = (name: string, label: string, maxLength = 200, required = true) => ({
  name,
  label,
  maxLength,
  required,
});

const KINDS: readonly NoticeKind[] = [
  {
    type: 'WEAR',
    label: '의류',
    code: 'clothing',
    fields: [
      field('returnCostReason', '제품하자/오배송에 따른 청약철회 조항', 1_500, false),
      field('material', '제품 소재'),
      field('manufacturer', '제조자(사)'),
      field('caution', '세탁 방법 및 취급 시 주의사항'),
    ],
  },
  {
    type: 'ETC',
    label: '기타 재화',
    code: 'other_goods',
    fields: [
      field('itemName', '품명', 10),
      field('modelName', '모델명', 50),
      field('certificateDetails', '법에 의한 인증ㆍ허가 사항', 1_500, false),
      field('manufacturer', '제조자(사)'),
      field('afterServiceDirector', 'A/S 책임자와 전화번호', 30),
    ],
  },
];

const draft = (kind: string, facts: Record<string, string>) => ({
  notice: { kind, facts },
  name: '무선 충전기 15와트 거치대',
  manufacturer: '모아전자',
  afterService: { phone: '02-555-0100', text: '전화 문의' },
});

describe('the statutory notice', () => {
  it('finds the law’s facts under Naver’s shorter names', () => {
    const facts = {
      '제품 소재': '면 100%',
      '세탁방법 및 취급시 주의사항': '30도 이하',
      '제조자, 수입품의 경우 수입자를 함께 표기': '모아어패럴 / 모아상사',
    };
    expect(encodeNotice(draft('의류', facts), KINDS)).toEqual({
      productInfoProvidedNoticeType: 'WEAR',
      wear: {
        returnCostReason: '0',
        material: '면 100%',
        manufacturer: '모아어패럴 / 모아상사',
        caution: '30도 이하',
      },
    });
  });

  it('goes by the code of a kind, whatever Naver calls it', () => {
    const facts = { '제품 소재': '면', '세탁 방법 및 취급 시 주의사항': '30도' };
    const renamed = KINDS.map((kind) => ({ ...kind, label: `${kind.label} 등` }));
    for (const kind of ['clothing', '의류', 'WEAR'])
      expect(encodeNotice(draft(kind, facts), renamed)).toMatchObject({ wear: { material: '면' } });
  });

  it('splits what Naver asks for in two, and takes from the draft what it tells elsewhere', () => {
    expect(encodeNotice(draft('기타 재화', { '품명 및 모델명': 'MW-15' }), KINDS)).toEqual({
      productInfoProvidedNoticeType: 'ETC',
      etc: {
        itemName: 'MW-15',
        modelName: 'MW-15',
        manufacturer: '모아전자',
        afterServiceDirector: '02-555-0100',
      },
    });
  });

  it('falls back to the kind for everything else', () => {
    const encoded = encodeNotice(draft('살생물제품', { 모델명: 'B-1' }), KINDS);
    expect(encoded).toMatchObject({
      productInfoProvidedNoticeType: 'ETC',
      etc: { itemName: '무선 충전기 15와', modelName: 'B-1' },
    });
  });

  it.each([
    [{ '제품 소재': '면' }, 'notice.facts.세탁 방법 및 취급 시 주의사항'],
    [
      { '제품 소재': '면'.repeat(201), '세탁방법 및 취급시 주의사항': '-' },
      'notice.facts.제품 소재: Up to 200 characters',
    ],
  ])('names the fact that is lacking or too long', (facts, named) => {
    const encode = () => encodeNotice(draft('의류', facts), KINDS);
    expect(encode).toThrow(RefusedDraft);
    expect(encode).toThrow(named);
  });

  it.each([
    ['GENERAL_FOOD', 'generalFood'],
    ['WEAR', 'wear'],
    ['MICROELECTRONICS', 'microElectronics'],
    ['CELLPHONE', 'cellPhone'],
    ['RENTAL_HA', 'rentalHa'],
  ])('of kind %s stands in %s', (type, member) => expect(memberOf(type)).toBe(member));
});
