import { expect, test } from 'vitest';
import { failuresIn } from './site-answers.ts';

test.each([
  ['[IAC] 성공 / [GMKT] 성공', []],
  ['[GMKT] 성공', []],
  [null, []],
  ['[IAC] 판매중지 상품입니다. / [GMKT] 성공', [['A', '판매중지 상품입니다.']]],
  [
    '[IAC]재고 오류/[GMKT]가격 오류',
    [
      ['A', '재고 오류'],
      ['G', '가격 오류'],
    ],
  ],
])('%s', (message, failures) => {
  expect([...failuresIn({ resultCode: 0, message })]).toEqual(failures);
});
