import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../frame/json.ts';
import { type Answered, only, openTestShop, type TestShop } from '../test-shop.ts';
import { productBody, type TestOption, withOptions } from './test-body.ts';

const create = (shop: TestShop, body = productBody()): Answered =>
  shop.send('POST', 'prodservices/product', body);

function created(shop: TestShop, body = productBody()): string {
  const { code, fields, message } = create(shop, body);
  if (code !== '210') throw new RangeError(message);
  return String(fields.productNo);
}

const truth = (shop: TestShop, prdNo: string): JsonObject => only(shop.listings(prdNo));

function optionsOf(shop: TestShop, prdNo: string): readonly JsonObject[] {
  return shop.get(`prodmarketservice/prodmarket/stck/${prdNo}`).rows;
}

const setStock = (shop: TestShop, prdNo: string, stockNo: string, quantity: string, weight = '0') =>
  shop.send(
    'PUT',
    `prodservices/stockqty/${stockNo}`,
    `<ProductStock><prdNo>${prdNo}</prdNo><prdStckNo>${stockNo}</prdStckNo><stckQty>${quantity}</stckQty>${weight === '' ? '' : `<optWght>${weight}</optWght>`}</ProductStock>`,
  );

const list = (shop: TestShop, search: string) =>
  shop.send('POST', 'prodmarketservice/prodmarket', `<SearchProduct>${search}</SearchProduct>`);

describe('products are listed', () => {
  test('by row numbers, each once, without stock', () => {
    const shop = openTestShop({ listings: 25 });
    const pages = [1, 11, 21].map((start) =>
      list(shop, `<limit>10</limit><start>${start}</start><end>${start + 9}</end>`).rows.map(
        ({ prdNo }) => prdNo,
      ),
    );
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(new Set(pages.flat()).size).toBe(25);
    const [row] = list(shop, '<limit>1</limit>').rows;
    expect(row).toMatchObject({ selStatCd: '103', selStatNm: '판매중' });
    expect(row).not.toHaveProperty('stckQty');
  });

  test('not more than 500 at once, and nothing is told in three ways', () => {
    const shop = openTestShop();
    expect(list(shop, '<limit>501</limit>').code).toBe('500');
    expect(list(shop, '<limit>10</limit><start>900</start>')).toMatchObject({ code: '0', rows: [] });
    expect(shop.get('prodmarketservice/sellerprodcode/nobody')).toMatchObject({ code: '-1', rows: [] });
    expect(shop.get('prodmarketservice/prodmarket/1')).toMatchObject({ root: 'ClientMessage', code: '500' });
  });

  test('with the elements of the sheet, as are their stocks (sheet §6)', () => {
    const shop = openTestShop();
    const [row] = list(shop, '<limit>1</limit>').rows;
    const inSheet =
      'prdNo prdNm sellerPrdCd dispCtgrNo selPrc selStatCd selStatNm aplBgnDy aplEndDy stdPrdYn';
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(inSheet.split(' ')));
    expect(row?.aplEndDy).toMatch(/^\d{4}-\d{2}-\d{2} 23:59:59$/);
    const [stock] = optionsOf(shop, String(row?.prdNo));
    const ofStock =
      'addPrc mixDtlOptNm mixOptNm mixOptNo prdNo prdStckNo prdStckStatCd selQty stckQty sellerStockCd';
    expect(Object.keys(stock ?? {})).toEqual(expect.arrayContaining(ofStock.split(' ')));
  });

  test('thousands are opened in no time', () => {
    const shop = openTestShop({ listings: 20_000 });
    expect(shop.listings()).toHaveLength(20_000);
    expect(list(shop, '<limit>500</limit><start>19501</start>').rows).toHaveLength(500);
  });

  test('with the stocks of many in lists within the list', () => {
    const shop = openTestShop();
    const [first, second] = shop.listings().map(({ prdNo }) => String(prdNo));
    const ask = [first, second, '1'].map((prdNo) => `<ProductStock><prdNo>${prdNo}</prdNo></ProductStock>`);
    const { fields } = shop.send(
      'POST',
      'prodmarketservice/prodmarket/stocks',
      `<ProductStocks>${ask.join('')}</ProductStocks>`,
    );
    expect(fields.ProductStocks).toMatchObject([{ prdNo: first }, { prdNo: second }]);
  });

  test('categories also to whoever has no key', () => {
    const shop = openTestShop();
    const keyless = { headers: {} };
    const whole = shop.ask({ path: '/rest/cateservice/category', ...keyless }).answer;
    expect(whole.body.toString('latin1')).toContain('<dispNo>1012345</dispNo>');
    expect(shop.get('cateservice/category/1011300').rows).toMatchObject([
      { dispNo: '1011300', depth: '1', certType: '2' },
      { dispNo: '1012345', depth: '2' },
      { dispNo: '1012346' },
      { dispNo: '1012347' },
    ]);
    expect(shop.get('cateservice/category/1').code).toBe('-1');
  });
});

describe('a product is registered', () => {
  test('as one of the new type, or as an ordinary one, and is read back', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    expect(truth(shop, prdNo)).toMatchObject({ prdNm: '뷁 머그컵', selStatCd: '103', selPrc: 10_000 });
    expect(shop.get(`prodmarketservice/prodmarket/${prdNo}`).fields).toMatchObject({
      prdNo,
      prdNm: '뷁 머그컵',
      htmlDetail: '상세',
      stdPrdYn: 'Y',
    });
    expect(optionsOf(shop, prdNo)).toMatchObject([{ mixOptNm: '', stckQty: '5', prdStckStatCd: '01' }]);
    expect(create(shop, productBody({ stdPrdYn: 'N' })).code).toBe('200');
  });

  test('twice under one code', () => {
    const shop = openTestShop();
    const numbers = [created(shop), created(shop)];
    const { rows } = shop.get('prodmarketservice/sellerprodcode/MUG-1');
    expect(rows.map(({ prdNo }) => prdNo)).toEqual(numbers);
  });

  test.each<[what: string, changes: Record<string, string>, text: RegExp]>([
    ['without a name', { prdNm: '' }, /상품명/],
    ['with a name too long', { prdNm: '가'.repeat(101) }, /100자/],
    ['in a category that is no leaf', { dispCtgrNo: '1011300' }, /최하위/],
    ['in a category that is not there', { dispCtgrNo: '9' }, /카테고리/],
    ['at a price between steps', { selPrc: '10005' }, /10원 단위/],
    ['at a price too high', { selPrc: '1000000000' }, /10억/],
    ['with none to sell', { prdSelQty: '0' }, /0으로/],
    ['with an origin that is not named', { orgnNmVal: '' }, /원산지명/],
    ['with a region that is not told', { orgnTypCd: '01' }, /지역 코드/],
    ['with a picture that is none', { prdImage01: 'https://example.com/page.html' }, /Image URL/],
    ['with a fee between steps', { rtngdDlvCst: '2999' }, /10원단위/],
    ['with a fee that is not told', { dlvCstInstBasiCd: '02' }, /배송비/],
    ['from an address it does not have', { addrSeqOut: '9' }, /addrSeqOut/],
    ['with a promotion too long', { advrtStmt: '가'.repeat(15) }, /28바이트/],
    ['with an unknown code', { dlvWyCd: '09' }, /dlvWyCd/],
    ['where a certificate is a must', { dispCtgrNo: '1012610' }, /인증정보/],
  ])('but not %s', (_what, changes, text) => {
    const shop = openTestShop();
    const before = shop.listings().length;
    expect(create(shop, productBody(changes))).toMatchObject({
      code: '500',
      message: expect.stringMatching(text),
    });
    expect(shop.listings()).toHaveLength(before);
  });

  test('but not without certificates or notice, nor out of what is no XML', () => {
    const shop = openTestShop();
    expect(create(shop, productBody({}, '')).message).toContain('인증정보그룹');
    expect(create(shop, '<Product><prdNm>컵</Product>').code).toBe('500');
  });

  test('500 times a day at the most', () => {
    const shop = openTestShop();
    for (let nth = 0; nth < 500; nth++) created(shop);
    expect(create(shop)).toMatchObject({ code: '400', message: expect.stringContaining('500개') });
    shop.now += 24 * 3_600_000;
    expect(create(shop).code).toBe('210');
  });
});

describe('options', () => {
  test('have numbers of their own and cost more or less', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '3'], ['검정', '-500', '0', 'N'])));
    expect(optionsOf(shop, prdNo)).toMatchObject([
      {
        mixOptNm: '색상',
        mixDtlOptNm: '흰색',
        addPrc: '0',
        stckQty: '3',
        sellerStockCd: 'S-흰색',
        optWght: '7',
      },
      { mixDtlOptNm: '검정', addPrc: '-500', stckQty: '0', prdStckStatCd: '02' },
    ]);
  });

  test.each<[what: string, options: readonly TestOption[], text: RegExp]>([
    ['a comma', [['흰,색', '0', '1']], /특수 문자/],
    ['more than 25 letters', [['가'.repeat(26), '0', '1']], /특수 문자/],
    ['none left while in use', [['흰색', '0', '0']], /N일 때만/],
    [
      'a price above twice the other',
      [
        ['흰색', '0', '1'],
        ['검정', '10010', '1'],
      ],
      /\+100%/,
    ],
    [
      'a price below half of it',
      [
        ['흰색', '0', '1'],
        ['검정', '-5010', '1'],
      ],
      /-50%/,
    ],
    ['no price of nothing', [['흰색', '100', '1']], /0원/],
    [
      'the same twice',
      [
        ['흰색', '0', '1'],
        ['흰색', '0', '1'],
      ],
      /중복/,
    ],
    ['nothing left of any', [['흰색', '0', '0', 'N']], /0으로/],
  ])('are refused with %s', (_what, options, text) => {
    const shop = openTestShop();
    expect(create(shop, productBody({}, withOptions(...options))).message).toMatch(text);
  });

  test('are replaced as a set; one that is called the same keeps its number', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '3'], ['검정', '0', '4'])));
    const [white, black] = optionsOf(shop, prdNo);
    const body = `<Product>${withOptions(['검정', '0', '9'], ['파랑', '0', '1'])}</Product>`;
    expect(shop.send('POST', `prodservices/updateProductOption/${prdNo}`, body).code).toBe('200');
    const after = optionsOf(shop, prdNo);
    expect(after.map(({ mixDtlOptNm }) => mixDtlOptNm)).toEqual(['검정', '파랑']);
    expect(after[0]?.prdStckNo).toBe(black?.prdStckNo);
    expect(setStock(shop, prdNo, String(white?.prdStckNo), '1').code).toBe('404');
  });
});

describe('an update', () => {
  test('erases what it does not send, and keeps a discount only when asked', () => {
    const shop = openTestShop();
    const discount = { cuponcheck: 'Y', dscAmtPercnt: '10', cupnDscMthdCd: '02' };
    const prdNo = created(shop, productBody(discount));
    shop.act('addForeign', { listing: prdNo, text: '수제' });
    const update = (changes: Record<string, string>) =>
      shop.send('PUT', `prodservices/product/${prdNo}`, productBody(changes)).code;
    expect(update({ cuponcheck: 'S', prdNm: '새 머그컵', prdSelQty: '' })).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({ prdNm: '새 머그컵', tags: [], discount: { amount: '10' } });
    expect(truth(shop, prdNo).options).toMatchObject([{ stckQty: 5 }]);
    expect(update({})).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({ discount: null });
  });

  test('leaves options alone unless it says otherwise', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '3'])));
    const body = productBody({}, withOptions(['검정', '0', '9']));
    shop.send('PUT', `prodservices/product/${prdNo}`, body);
    expect(optionsOf(shop, prdNo)).toMatchObject([{ mixDtlOptNm: '흰색', stckQty: '3' }]);
    shop.send(
      'PUT',
      `prodservices/product/${prdNo}`,
      productBody({ optUpdateYn: 'Y' }, withOptions(['검정', '0', '9'])),
    );
    expect(optionsOf(shop, prdNo)).toMatchObject([{ mixDtlOptNm: '검정', stckQty: '9' }]);
  });

  test('moves within a branch of categories, and only where it says so', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    const move = (changes: Record<string, string>) =>
      shop.send('PUT', `prodservices/product/${prdNo}`, productBody(changes));
    expect(move({ dispCtgrNo: '1012346' }).code).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({ dispCtgrNo: '1012345' });
    expect(move({ dispCtgrNo: '1012346', originDispCtgrNo: '1' }).code).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({ dispCtgrNo: '1012346' });
    expect(move({ dispCtgrNo: '1012501', originDispCtgrNo: '1' }).message).toContain('상위 카테고리');
  });

  test('is checked like a new product', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    const { code, message } = shop.send(
      'PUT',
      `prodservices/product/${prdNo}`,
      productBody({ asDetail: '' }),
    );
    expect([code, message]).toEqual(['500', expect.stringContaining('STATUS[103]')]);
    expect(shop.send('PUT', 'prodservices/product/1', productBody()).code).toBe('500');
  });
});

describe('a price', () => {
  test('moves by a GET, half up and four fifths down at the most', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    const set = (price: number | string) => shop.get(`prodservices/product/price/${prdNo}/${price}`);
    expect(set(15_000)).toMatchObject({ code: '200', fields: { preSelPrc: '10000' } });
    for (const wrong of [22_510, 2_990, 12_345, 0, 'x']) expect(set(wrong).code).toBe('500');
    expect(set(3_000).code).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({ selPrc: 3_000 });
  });

  test('does not leave its options out of their band', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '1'], ['검정', '9000', '1'])));
    expect(shop.get(`prodservices/product/price/${prdNo}/8000`).message).toContain('+100%');
  });
});

describe('stock', () => {
  test('is set one option a call; none sells an option out, and all of them the product', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '3'], ['검정', '0', '4'])));
    const [white, black] = optionsOf(shop, prdNo).map(({ prdStckNo }) => String(prdStckNo));
    if (white === undefined || black === undefined) throw new RangeError('two options');
    expect(setStock(shop, prdNo, white, '0').code).toBe('200');
    expect(truth(shop, prdNo)).toMatchObject({
      selStatCd: '103',
      options: [{ onSale: false }, { onSale: true }],
    });
    setStock(shop, prdNo, black, '0');
    expect(truth(shop, prdNo).selStatCd).toBe('104');
    setStock(shop, prdNo, white, '2');
    expect(truth(shop, prdNo).selStatCd).toBe('103');
  });

  test('erases the weight where it is not sent, and is refused for what is no number or no option', () => {
    const shop = openTestShop();
    const prdNo = created(shop, productBody({}, withOptions(['흰색', '0', '3'])));
    const stockNo = String(optionsOf(shop, prdNo)[0]?.prdStckNo);
    expect(setStock(shop, prdNo, stockNo, '-1').code).toBe('400');
    expect(setStock(shop, '1', stockNo, '1').code).toBe('404');
    expect(optionsOf(shop, prdNo)).toMatchObject([{ optWght: '7' }]);
    setStock(shop, prdNo, stockNo, '1', '');
    expect(optionsOf(shop, prdNo)).toMatchObject([{ optWght: '0', stckQty: '1' }]);
  });

  test('goes down when buyers buy, and nobody buys what is sold out or stopped', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    const item = String(optionsOf(shop, prdNo)[0]?.prdStckNo);
    const order = String(shop.act('story.sell', { item, quantity: 4 }).order);
    expect(shop.lines(order)).toMatchObject([{ prdNo, prdStckNo: item, quantity: 4, price: 10_000 }]);
    expect(optionsOf(shop, prdNo)).toMatchObject([{ stckQty: '1', selQty: '4' }]);
    expect(() => shop.act('story.sell', { item, quantity: 2 })).toThrow(/not so many/);
    shop.send('PUT', `prodstatservice/stat/stopdisplay/${prdNo}`, '');
    expect(() => shop.act('story.sell', { item, quantity: 1 })).toThrow(/cannot be bought/);
  });

  test('is never oversold, whatever is bought', () => {
    const shop = openTestShop({ listings: 2 });
    const items = shop.listings().flatMap(({ options }) => (Array.isArray(options) ? options : []));
    for (const { prdStckNo } of items) shop.act('editStock', { item: prdStckNo, quantity: 3 });
    const lines = () => shop.lines().reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(() => {
      for (let nth = 0; nth < 200; nth++) shop.act('story.sell', {});
    }).toThrow(/nothing is on sale/);
    expect(lines()).toBe(3 * items.length);
  });
});

describe('display', () => {
  test('is stopped and restarted, keeps its stock, and moves from the right states only', () => {
    const shop = openTestShop();
    const prdNo = created(shop);
    const set = (what: 'stop' | 'restart') =>
      shop.send('PUT', `prodstatservice/stat/${what}display/${prdNo}`, '');
    expect(set('restart').code).toBe('500');
    expect(set('stop')).toMatchObject({ code: '200', message: expect.stringContaining('[STAT : 105]') });
    expect(set('stop').code).toBe('500');
    expect(truth(shop, prdNo)).toMatchObject({ selStatCd: '105', options: [{ stckQty: 5, onSale: false }] });
    expect(set('restart')).toMatchObject({ code: '200', message: expect.stringContaining('[STAT : 103]') });
    shop.act('forceListing', { listing: prdNo, state: '108' });
    expect(set('stop').code).toBe('500');
    expect(truth(shop, prdNo).selStatCd).toBe('108');
  });
});
