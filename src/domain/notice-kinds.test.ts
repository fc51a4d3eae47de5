import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOtherGoods, isSameNoticeKind, NOTICE_KINDS, noticeKindNamed } from './notice-kinds.ts';

describe('kinds of the statutory notice', () => {
  test('are each found by their code and all of their names, and by no name of another', () => {
    for (const kind of NOTICE_KINDS) {
      for (const name of [kind.code, ...Object.values(kind.names), ...kind.also])
        expect(noticeKindNamed(name)?.code, name).toBe(kind.code);
    }
    expect(new Set(NOTICE_KINDS.map(({ code }) => code)).size).toBe(40);
  });

  test.each([
    ['의 류', 'clothing'],
    ['신발', 'shoes'],
    ['가구 (침대/소파 등)', 'furniture'],
    ['식품(농수산물)', 'fresh_food'],
    ['가정용전기제품', 'home_appliances'],
    ['기타재화', 'other_goods'],
    ['물품대여 서비스(서적, 유아용품, 행사용품 등)', 'goods_rental'],
    // Two kinds go by the name without its brackets, and nobody guesses.
    ['물품대여 서비스', undefined],
    ['기타', undefined],
    ['()', undefined],
    ['', undefined],
  ])('go by the name %s as %s', (name, code) => {
    expect(noticeKindNamed(name)?.code).toBe(code);
  });

  test('are the same whatever each side calls them, and names that nobody knows by their words', () => {
    expect(isSameNoticeKind('clothing', '의류')).toBe(true);
    expect(isSameNoticeKind('휴대폰', '휴대형 통신기기(휴대폰/태블릿 등)')).toBe(true);
    expect(isSameNoticeKind('의류', '가방')).toBe(false);
    expect(isSameNoticeKind('WEAR-2', 'wear 2')).toBe(true);
    expect(isSameNoticeKind('WEAR', '의류')).toBe(false);
    expect(isOtherGoods('기타 재화')).toBe(true);
  });

  test('compare the same either way round', () => {
    const name = fc.oneof(
      fc.constantFrom(
        ...NOTICE_KINDS.flatMap(({ code, names, also }) => [code, ...Object.values(names), ...also]),
      ),
      fc.constant('물품대여 서비스'),
      fc.string(),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(isSameNoticeKind(one, other)).toBe(isSameNoticeKind(other, one));
        expect(isSameNoticeKind(one, one)).toBe(true);
      }),
    );
  });
});
