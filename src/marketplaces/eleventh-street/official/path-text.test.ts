import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathText } from './path-text.ts';

it('keeps Korean and takes out what would break the path', () => {
  expect(pathText('재고 없음')).toBe('재고 없음');
  expect(pathText('색상/사이즈; 없음')).toBe('색상 사이즈 없음');
  expect(pathText('줄\n바꿈')).toBe('줄 바꿈');
  expect(encodeURIComponent(pathText('재고 없음'))).toBe('%EC%9E%AC%EA%B3%A0%20%EC%97%86%EC%9D%8C');
});

it('is the word null where nothing is left', () => {
  expect(pathText(null)).toBe('null');
  expect(pathText(' / ')).toBe('null');
});

it('stays one segment of a path for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const url = new URL(`https://api.11st.co.kr/a/${encodeURIComponent(pathText(text))}/b`);
      expect(url.pathname.split('/')).toHaveLength(4);
      expect(url.pathname).not.toContain('%2F');
    }),
  );
});
