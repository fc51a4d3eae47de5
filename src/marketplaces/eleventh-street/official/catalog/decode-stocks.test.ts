import { describe, expect, it } from 'vitest';
import { decodeStocks } from './decode-stocks.ts';

const row = (fields: Record<string, string>) => ({ prdNo: '1', prdStckNo: '11', stckQty: '3', ...fields });

describe('stock rows', () => {
  it('are found whether they lie in one list or in lists of it', () => {
    const one = { ProductStocks: { ProductStock: [row({})], prdNo: '1' } };
    const nested = {
      ProductStocks: { message: '1 건', ProductStocks: { ProductStock: [row({})], prdNo: '1' } },
    };
    const many = {
      ProductStocks: {
        ProductStocks: [
          { ProductStock: [row({})] },
          { ProductStock: [row({ prdNo: '2', prdStckNo: '21' })] },
        ],
      },
    };
    expect(decodeStocks(one)).toEqual(decodeStocks(nested));
    expect([...decodeStocks(many).keys()]).toEqual(['1', '2']);
  });

  it('tell options by their names and values, and a product without any', () => {
    const told = decodeStocks({
      ProductStocks: {
        ProductStock: [
          row({
            mixOptNm: '사이즈,색상',
            mixDtlOptNm: 'one,와인',
            addPrc: '-500',
            prdStckStatCd: '02',
            optWght: '0.5',
          }),
          row({ prdStckNo: '12', mixOptNm: '', mixDtlOptNm: '정품을 하나 더!!!' }),
          row({ prdStckNo: '13', mixOptNm: '구성', mixDtlOptNm: '컵, 받침' }),
        ],
      },
    });
    expect(told.get('1')).toMatchObject([
      { names: ['사이즈', '색상'], values: ['one', '와인'], surcharge: -500, isSoldOut: true, weight: '0.5' },
      { names: [], values: [], surcharge: 0, isSoldOut: false, weight: '0' },
      { names: ['구성'], values: ['컵, 받침'] },
    ]);
  });

  it('are none at all for a product of which one cannot be read', () => {
    const told = decodeStocks({
      ProductStocks: { ProductStock: [row({}), row({ stckQty: '많음' }), row({ prdNo: '2' })] },
    });
    expect(told.get('1')).toEqual([]);
    expect(told.get('2')).toHaveLength(1);
  });
});
