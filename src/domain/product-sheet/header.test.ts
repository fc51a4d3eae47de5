import { describe, expect, it } from 'vitest';
import { COLUMN_KEYS, columnOf } from './columns.ts';
import { type Header, headerOf, unknownTitles } from './header.ts';

describe('a header', () => {
  it('knows every column by all its names, and none of them means two', () => {
    const names = COLUMN_KEYS.flatMap((key) => {
      const { names, others } = columnOf(key);
      return [names.ko, names.en, ...others].map((name) => ({ name, key }));
    });
    for (const { name, key } of names) {
      const header = headerOf(key === 'seller_code' ? [name] : [name, 'seller_code']);
      expect(header, name).toMatchObject({ keys: key === 'seller_code' ? [key] : [key, 'seller_code'] });
    }
    expect(names.length).toBeGreaterThan(80);
  });

  it.each([
    [
      ['판매자 상품 코드*', '판매가 (원)', '옵션명 1', '메모'],
      ['seller_code', 'price', 'option_name_1', null],
    ],
    [
      ['SKU', 'Stock Quantity', 'ＳＫＵ판매가', 'Option Value 2'],
      ['sku', 'stock', 'sku_price', 'option_value_2'],
    ],
  ])('%j', (titles, keys) => {
    expect(headerOf(titles)).toEqual({ titles, keys });
  });

  it('is none without a code, and nobody guesses which of two columns counts', () => {
    expect(headerOf(['상품 목록', '2026-11-22'])).toBeNull();
    expect(headerOf(['SKU', '재고', '재고수량'])).toEqual({ twice: ['재고', '재고수량'] });
  });

  it('tells which titles nobody knows', () => {
    const header: Header = { titles: ['SKU', '메모', ''], keys: ['sku', null, null] };
    expect(unknownTitles(header)).toEqual(['메모']);
  });
});
