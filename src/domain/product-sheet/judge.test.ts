import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_PRODUCT } from '../new-product.ts';
import type { Product, Sku } from '../product.ts';
import { COLUMN_KEYS, isReadColumn } from './columns.ts';
import { judgeProduct } from './judge.ts';
import { readRow } from './read-row.ts';
import { columnReaders } from './readers.ts';
import type { Surroundings } from './rows.ts';
import { productTexts, skuTexts, type Texts } from './texts.ts';

const COLUMNS = COLUMN_KEYS.filter(isReadColumn);

const sku = (code: string, optionValues: readonly string[], rest: Partial<Sku> = {}): Sku => ({
  code,
  optionValues,
  price: null,
  barcode: null,
  cost: null,
  safetyStock: 0,
  ...rest,
});

const SHIRT: Product = {
  ...NEW_PRODUCT,
  name: '면 티셔츠',
  sellerCode: 'TEE',
  price: 19_000,
  optionNames: ['색상', '크기'],
  skus: [sku('TEE-W', ['흰색', 'S'], { price: 21_000 }), sku('TEE-B', ['검정', 'S'])],
};

const surroundings = (current: Product | undefined, rest: Partial<Surroundings> = {}): Surroundings => ({
  sellerCode: 'TEE',
  current,
  stockOf: () => ({ total: null, elsewhere: 0 }),
  otherOwnerOf: () => undefined,
  ...rest,
});

function judge(rows: readonly Texts[], known: Surroundings = surroundings(SHIRT)) {
  return judgeProduct(
    rows.map((cells, at) => ({ nth: at + 2, cells, faults: [] })),
    known,
  );
}

/** The faults of each row as `column code`. */
function faultsOf(rows: readonly Texts[], known?: Surroundings) {
  return judge(rows, known).rows.map(({ faults }) =>
    faults.map(({ column, code, row }) => [column, code, row].filter((part) => part != null).join(' ')),
  );
}

describe('rows of a product', () => {
  it('change what they say, and leave the rest', () => {
    const judged = judge([{ sku: 'TEE-B', price: '20000', sku_price: '22000', barcode: '880' }]);
    expect(judged.rows).toMatchObject([
      {
        state: 'changed',
        sku: 'TEE-B',
        changes: [
          { column: 'price', before: '19000', after: '20000' },
          { column: 'sku_price', before: '', after: '22000' },
          { column: 'barcode', before: '', after: '880' },
        ],
      },
    ]);
    expect(judged.product).toEqual({
      ...SHIRT,
      price: 20_000,
      skus: [SHIRT.skus[0], sku('TEE-B', ['검정', 'S'], { price: 22_000, barcode: '880' })],
    });
  });

  it('find the SKU by its option values, and add new ones behind the old', () => {
    const judged = judge([
      { option_value_1: '흰색', option_value_2: 'S', cost: '7000' },
      { sku: 'TEE-R', option_value_1: '빨강', option_value_2: 'S' },
    ]);
    expect(judged.rows.map(({ state, sku: code }) => [state, code])).toEqual([
      ['changed', 'TEE-W'],
      ['new', 'TEE-R'],
    ]);
    expect(judged.product?.skus.map(({ code }) => code)).toEqual(['TEE-W', 'TEE-B', 'TEE-R']);
  });

  it('make a new product, whose only SKU goes by its own code', () => {
    const judged = judge([{ name: '양말', price: '3000', stock: '5' }], surroundings(undefined));
    expect(judged.product).toEqual({
      ...NEW_PRODUCT,
      name: '양말',
      sellerCode: 'TEE',
      price: 3_000,
      skus: [sku('TEE', [])],
    });
    expect([...judged.counts]).toEqual([['TEE', 5]]);
    expect(judged.rows).toMatchObject([{ state: 'new', changes: [] }]);
  });

  it('count stock only where somebody has changed it', () => {
    const known = surroundings(SHIRT, { stockOf: () => ({ total: 7, elsewhere: 2 }) });
    const counted = (cells: Texts) => [...judge([{ sku: 'TEE-B', ...cells }], known).counts];
    expect(counted({ stock: '7' })).toEqual([]);
    expect(counted({ stock: '9' })).toEqual([['TEE-B', 9]]);
    // Two were sold after the export; nobody has touched the number.
    expect(counted({ stock: '9', stock_when_exported: '9' })).toEqual([]);
    expect(counted({ stock: '12', stock_when_exported: '9' })).toEqual([['TEE-B', 12]]);
    expect(faultsOf([{ sku: 'TEE-B', stock: '1' }], known)).toEqual([['stock less_than_elsewhere']]);
  });

  it.each<[string, readonly Texts[], Surroundings | undefined, readonly (readonly string[])[]]>([
    ['a new one without name and price', [{}], surroundings(undefined), [['name missing', 'price missing']]],
    [
      'two prices',
      [
        { sku: 'TEE-W', price: '1' },
        { sku: 'TEE-B', price: '2' },
      ],
      undefined,
      [['row_of_product_bad 3'], ['price differs 2']],
    ],
    [
      'a SKU twice',
      [{ sku: 'TEE-W' }, { sku: 'TEE-W' }],
      undefined,
      [['sku sku_twice 3'], ['sku sku_twice 2']],
    ],
    [
      'the same options twice',
      [
        { sku: 'A', option_value_1: '파랑', option_value_2: 'S' },
        { sku: 'B', option_value_1: '파랑', option_value_2: 'S' },
      ],
      undefined,
      [['row_of_product_bad 3'], ['option_value_1 same_options 2']],
    ],
    [
      'the options of a SKU that is there',
      [{ sku: 'A', option_value_1: '흰색', option_value_2: 'S' }],
      undefined,
      [['option_value_1 same_options']],
    ],
    [
      'a SKU without all options',
      [{ sku: 'A', option_value_1: '파랑' }],
      undefined,
      [['option_value_2 no_option_value']],
    ],
    ['no SKU', [{ option_value_1: '파랑' }], undefined, [['sku missing']]],
    [
      'a value without a name',
      [{ name: '양말', price: '1', option_value_1: '파랑', sku: 'A' }],
      surroundings(undefined),
      [['option_value_1 no_option_name']],
    ],
    [
      'a second option name without the first',
      [{ name: '양말', price: '1', option_name_2: '크기', sku: 'A' }],
      surroundings(undefined),
      [['option_name_2 needs_column', 'option_value_1 no_option_value']],
    ],
    [
      'a new option that other SKUs lack',
      [{ sku: 'TEE-W', option_name_3: '길이', option_value_3: '짧은' }],
      undefined,
      [['sku_without_option']],
    ],
    [
      'the same option name twice',
      [{ sku: 'TEE-W', option_name_2: '색상' }],
      undefined,
      [['option_name_1 same_option_name']],
    ],
    [
      'several SKUs without options',
      [{ name: '양말', price: '1', sku: 'A' }, { sku: 'B' }],
      surroundings(undefined),
      [['option_name_1 several_without_options'], ['row_of_product_bad 2']],
    ],
    [
      'a SKU of another product',
      [{ sku: 'SOCK', option_value_1: '파랑', option_value_2: 'S' }],
      surroundings(SHIRT, { otherOwnerOf: () => 'SOCKS' }),
      [['sku sku_of_other']],
    ],
    ['half a won', [{ sku: 'TEE-W', price: '19000.5' }], undefined, [['price too_fine']]],
    [
      'an importer of nowhere',
      [{ sku: 'TEE-W', importer: '모아상사' }],
      undefined,
      [['importer needs_column']],
    ],
  ])('are bad with %s', (_name, rows, known, faults) => {
    const judged = judge(rows, known);
    expect(judged.product).toBeNull();
    expect(judged.rows.every(({ state }) => state === 'bad')).toBe(true);
    expect(faultsOf(rows, known)).toEqual(faults);
  });

  it('that show a product as it is change nothing, whatever it holds', () => {
    const readers = columnReaders(() => null);
    fc.assert(
      fc.property(anyProduct(), fc.nat({ max: 99 }), (product, stock) => {
        const whole = productTexts(product);
        const rows = product.skus.map((one, at) => {
          const texts: Texts = { ...whole, ...skuTexts(product, one, stock) };
          const cells = COLUMNS.map((key) => ({ text: texts[key] ?? '', trouble: null }));
          return readRow({ nth: at + 2, cells }, { titles: COLUMNS, keys: COLUMNS }, readers);
        });
        const known = surroundings(product, {
          sellerCode: product.sellerCode,
          stockOf: () => ({ total: stock, elsewhere: 0 }),
        });
        const judged = judgeProduct(rows, known);
        expect(judged.rows.flatMap(({ faults, changes }) => [...faults, ...changes])).toEqual([]);
        expect(judged.differs).toBe(false);
        expect(judged.counts.size).toBe(0);
        expect(judged.product).toEqual(product);
      }),
      { numRuns: 300 },
    );
  });
});

/** Any product that the API would take. */
function anyProduct(): fc.Arbitrary<Product> {
  const text = (maxLength = 7) =>
    fc
      .string({
        unit: fc.constantFrom('가', 'a', '0', ' ', ':', '|', '=', "'", '\n', '😀', '_x0041_'),
        maxLength,
      })
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const address = fc
    .webUrl({ validSchemes: ['https'], withQueryParameters: true })
    .map((url) => new URL(url).href);
  const options = fc.uniqueArray(text(), { maxLength: 3 });
  return options.chain((optionNames) =>
    fc.record<Product>({
      name: text(),
      sellerCode: text(),
      description: fc.oneof(text(40), fc.constantFrom('', '<p>\r\n둘째 줄</p>\n')),
      categoryKey: orNull(text()),
      brand: orNull(text()),
      manufacturer: orNull(text()),
      price: fc.integer({ min: 1, max: 1_000_000_000_000 }),
      currency: fc.constantFrom('KRW', 'RUB', 'UZS'),
      tax: fc.constantFrom('taxed', 'exempt', 'zero_rated'),
      weightGrams: orNull(fc.integer({ min: 1, max: 10_000_000 })),
      minorsMayBuy: fc.boolean(),
      images: fc.array(address, { maxLength: 4 }),
      delivery: fc.record({
        type: fc.constantFrom('DELIVERY', 'DIRECT'),
        fee: amount,
        freeFrom: orNull(amount),
        returnFee: orNull(amount),
        exchangeFee: orNull(amount),
        remoteFee: orNull(amount),
        leavesWithinDays: orNull(fc.nat({ max: 60 })),
        carrierId: orNull(fc.constantFrom('cj', 'hanjin', 'ems')),
      }),
      origin: orNull(
        fc.record({
          kind: fc.constantFrom('domestic', 'imported', 'see_description'),
          madeIn: orNull(text()),
          importer: orNull(text()),
        }),
      ),
      afterService: orNull(fc.record({ phone: text(4), text: text(30) })),
      notice: orNull(fc.record({ kind: text(), facts: fc.dictionary(text(), text(), { maxKeys: 4 }) })),
      certifications: fc.array(fc.record({ kind: text(), number: text(), agency: orNull(text()) }), {
        maxLength: 3,
      }),
      optionNames: fc.constant(optionNames),
      skus: anySkus(optionNames.length, text(), amount),
    }),
  );
}

function anySkus(
  options: number,
  text: fc.Arbitrary<string>,
  amount: fc.Arbitrary<number>,
): fc.Arbitrary<readonly Sku[]> {
  const one = fc.record<Sku>({
    code: text,
    optionValues: fc.array(text, { minLength: options, maxLength: options }),
    price: fc.option(fc.integer({ min: 1, max: 1_000_000_000 }), { nil: null }),
    barcode: fc.option(text, { nil: null }),
    cost: fc.option(amount, { nil: null }),
    safetyStock: fc.nat({ max: 1_000_000 }),
  });
  return fc
    .uniqueArray(one, { minLength: 1, maxLength: options === 0 ? 1 : 5, selector: ({ code }) => code })
    .filter(
      (skus) => new Set(skus.map(({ optionValues }) => JSON.stringify(optionValues))).size === skus.length,
    );
}
