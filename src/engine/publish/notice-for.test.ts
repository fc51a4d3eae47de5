import { describe, expect, test } from 'vitest';
import type { NoticeForm } from '../../marketplaces/kit/catalog.ts';
import { noticeFor } from './notice-for.ts';

const TOLD = {
  name: '편백 도마',
  manufacturer: '모아목공',
  origin: { kind: 'domestic', madeIn: null, importer: null },
  afterService: { phone: '02-555-0100', text: '전화' },
  certifications: [],
} as const;

const form = (label: string, ...facts: readonly string[]): NoticeForm => ({
  kind: `kind of ${label}`,
  label,
  facts: facts.map((name) => ({
    key: `key of ${name.replace('?', '')}`,
    label: name.replace('?', ''),
    required: !name.endsWith('?'),
  })),
});

const OTHER = form(
  '기타 재화',
  '품명',
  '모델명?',
  '법에 의한 인증·허가 사항',
  '제조국 또는 원산지',
  '제조자(수입자)',
);
const CLOTHES = form('의류', '제품 소재', '치수');

describe('a statutory notice', () => {
  test('is put in the names of the marketplace, with what the product tells elsewhere', () => {
    const notice = {
      kind: '기타재화',
      facts: { '품명 및 모델명': '도마 M-1', '인증/허가 사항': '해당사항 없음' },
    };
    const found = noticeFor(notice, TOLD, { notices: [CLOTHES, OTHER] });
    expect(found.faults).toMatchObject([]);
    expect(found.notice).toMatchObject({
      kind: 'kind of 기타 재화',
      facts: {
        'key of 품명': '도마 M-1',
        'key of 모델명': '도마 M-1',
        'key of 제조국 또는 원산지': '대한민국',
        'key of 제조자(수입자)': '모아목공',
      },
    });
  });

  test('goes by the code of its kind, whatever the marketplace calls that', () => {
    const wear: NoticeForm = { ...form('웨어'), code: 'clothing' };
    const forms = [OTHER, form('가방'), wear, CLOTHES];
    const kindOf = (kind: string, notices: readonly NoticeForm[] = forms) =>
      noticeFor({ kind, facts: {} }, TOLD, { notices }).notice?.kind;
    expect(kindOf('bags')).toBe('kind of 가방');
    expect(kindOf('clothing')).toBe('kind of 웨어');
    expect(kindOf('의류')).toBe('kind of 웨어');
    expect(kindOf('clothing', [OTHER, CLOTHES])).toBe('kind of 의류');
    expect(kindOf('kind of 가방')).toBe('kind of 가방');
    expect(kindOf('cosmetics')).toBe('kind of 기타 재화');
  });

  test('lacks what nobody has told, and nothing is made up', () => {
    const notice = { kind: '의류', facts: { '제품 소재': ' ' } };
    expect(noticeFor(notice, TOLD, { notices: [CLOTHES, OTHER] }).faults).toMatchObject([
      { field: 'notice.facts.제품 소재', code: 'notice_fact_missing' },
      { field: 'notice.facts.치수', code: 'notice_fact_missing' },
    ]);
  });

  test('of a kind that the category does not have is that of other goods, or refused with the kinds there are', () => {
    const notice = { kind: '가구', facts: {} };
    expect(noticeFor(notice, TOLD, { notices: [CLOTHES, OTHER] }).notice?.kind).toBe('kind of 기타 재화');
    expect(noticeFor(notice, TOLD, { notices: [CLOTHES] }).faults).toMatchObject([
      { field: 'notice.kind', choices: [{ value: 'kind of 의류', name: '의류' }] },
    ]);
  });

  test('stays as it is where the marketplace tells no forms', () => {
    const notice = { kind: '의류', facts: {} };
    expect(noticeFor(notice, TOLD, null)).toEqual({ notice, faults: [] });
    expect(noticeFor(null, TOLD, { notices: [OTHER] })).toEqual({ notice: null, faults: [] });
  });
});
