import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a file keeps what a cell holds apart from what a spreadsheet makes of it', () => {
  expect(
    csvOf([
      ['상품', '매출'],
      ['면 양말, "블랙"', 19800],
      ['=HYPERLINK("http://a")', -300],
      ['@sum', null],
    ]),
  ).toBe('\uFEFF상품,매출\r\n"면 양말, ""블랙""",19800\r\n"\'=HYPERLINK(""http://a"")",-300\r\n\'@sum,\r\n');
});
