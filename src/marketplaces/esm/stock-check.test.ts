import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../kit/decode.ts';
import { readStockQuestion, stockAnswer } from './stock-check.ts';

const GMARKET = `<?xml version="1.0" encoding="utf-8" ?>
<ORDER_INFO>
  <PRODUCT NO="HUB-MUG-01" ORDER_AMT="2" PRICE="10000" GD_NO="4200000001" />
  <ORDER_OPTION>
    <OPTION_INFO>
      <NAME><![CDATA[사이즈]]></NAME><VALUE><![CDATA[55]]></VALUE>
      <PRICE>1000</PRICE><AMT>2</AMT><STOCK_NO>00001</STOCK_NO>
    </OPTION_INFO>
  </ORDER_OPTION>
</ORDER_INFO>`;
const AUCTION = `<ORDER_INFO>
  <PRODUCT NO="HUB-MUG-01" ORDER_QTY="1" PRICE="10000.0000" EXT_GB="02" />
  <ORDER_OPTION><OPTION_INFO><STOCK_NO></STOCK_NO><NAME><![CDATA[_]]></NAME><VALUE><![CDATA[_]]></VALUE>
  <PRICE>0.0000</PRICE><QTY>1</QTY></OPTION_INFO></ORDER_OPTION>
</ORDER_INFO>`;
const ENOUGH = { left: 5, priceIsRight: true };

describe('the real-time stock question', () => {
  it('is read as Gmarket asks it', () => {
    expect(readStockQuestion(GMARKET)).toEqual({
      site: 'G',
      sellerCode: 'HUB-MUG-01',
      siteGoodsNo: '4200000001',
      quantity: 2,
      price: 10000,
      options: [{ name: '사이즈', value: '55', price: 1000, quantity: 2, stockNo: '00001' }],
    });
  });

  it('is read as Auction asks it, without the option that stands for none', () => {
    expect(readStockQuestion(AUCTION)).toEqual({
      site: 'A',
      sellerCode: 'HUB-MUG-01',
      siteGoodsNo: null,
      quantity: 1,
      price: 10000,
      options: [],
    });
  });

  it('is unreadable when it is something else', () => {
    for (const xml of ['', 'hello', '<A/>', '<ORDER_INFO><PRODUCT NO="1"/></ORDER_INFO>', '<ORDER_INFO>']) {
      expect(() => readStockQuestion(xml), xml).toThrow(UnreadableError);
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readStockQuestion(`<ORDER_INFO>${text}</ORDER_INFO>`)).toThrow(UnreadableError);
      }),
    );
  });

  it('is answered per option, with the leading zeros of the stock number', () => {
    const question = readStockQuestion(GMARKET);
    const yes = stockAnswer(question, ENOUGH, [ENOUGH]);
    expect(yes).toContain('<PRODUCT NO="HUB-MUG-01" REMAIN_YN="Y" />');
    expect(yes).toContain('<REMAIN_YN>Y</REMAIN_YN><STOCK_NO>00001</STOCK_NO>');
    const no = stockAnswer(question, ENOUGH, [{ left: 1, priceIsRight: true }]);
    expect(no).toContain('REMAIN_YN="N"');
    expect(no).toContain('<REMAIN_YN>N</REMAIN_YN>');
  });

  it('tells Auction of the price by itself, and of an option even where there is none', () => {
    const answer = stockAnswer(readStockQuestion(AUCTION), { left: 5, priceIsRight: false });
    expect(answer).toContain('<PRODUCT NO="HUB-MUG-01" REMAIN_YN="Y" PRICE_YN="N" GOODS_QTY="5" />');
    expect(answer).toContain('<OPTION_INFO><NAME></NAME><VALUE></VALUE><REMAIN_YN>Y</REMAIN_YN>');
  });

  it('keeps what sellers write from breaking the answer', () => {
    const question = { ...readStockQuestion(GMARKET), sellerCode: 'a"<&' };
    const answer = stockAnswer(
      { ...question, options: [{ name: ']]>', value: '<b>', price: 0, quantity: 1, stockNo: '<' }] },
      ENOUGH,
    );
    expect(answer).toContain('NO="a&quot;&lt;&amp;"');
    expect(answer).toContain('<NAME><![CDATA[]]]]><![CDATA[>]]></NAME>');
    expect(answer).toContain('<STOCK_NO>&lt;</STOCK_NO>');
  });
});
