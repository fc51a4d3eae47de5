import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';

/** What a big file is made of; bad rows are spread over it, each a product by itself that takes no others with it. */
export interface BigFile {
  readonly rows: number;
  readonly bad: number;
}

export const BIG_COLUMNS = [
  '판매자상품코드',
  '상품명',
  '판매가',
  '옵션명1',
  '옵션값1',
  'SKU',
  '재고',
  '안전재고',
  '바코드',
  '브랜드',
  '카테고리',
  '무게(g)',
  '대표이미지',
  '배송비',
] as const;

type Row = readonly (string | number | null)[];

/** Ways to be bad: the column, and what stands in it. */
const SPOILED: readonly (readonly [(typeof BIG_COLUMNS)[number], string | number])[] = [
  ['판매가', 0],
  ['재고', -3],
  ['상품명', 'ㄱ'.repeat(301)],
  ['대표이미지', 'https://192.168.0.9/a.jpg'],
  ['안전재고', '많이'],
];

const SKUS_OF_ONE = 4;

/** The numbers of the bad rows, as spreadsheets count. */
export function badRowsOf({ rows, bad }: BigFile): readonly number[] {
  const step = Math.floor(rows / bad);
  return Array.from({ length: bad }, (_, nth) => 2 + nth * step);
}

/** The rows of a big file: of every ten, four are the options of one product, and six are products by themselves. */
export function* bigRows(file: BigFile): Generator<Row> {
  const bad = new Map(badRowsOf(file).map((nth, at) => [nth, SPOILED[at % SPOILED.length]]));
  yield [...BIG_COLUMNS];
  for (let at = 0; at < file.rows; at += 1) {
    const row = goodRow(at, bad.has(at + 2));
    const spoil = bad.get(at + 2);
    yield spoil === undefined
      ? row
      : row.map((cell, column) => (BIG_COLUMNS[column] === spoil[0] ? spoil[1] : cell));
  }
}

function goodRow(at: number, alone: boolean): Row {
  const ten = Math.floor(at / 10);
  const isOption = at % 10 < SKUS_OF_ONE && !alone;
  const code = isOption ? `OPT-${ten}` : `ONE-${at}`;
  return [
    code,
    isOption ? `옵션 상품 ${ten}` : `상품 ${at}`,
    10_000 + (ten % 500) * 10,
    isOption ? '색상' : null,
    isOption ? `색 ${at % 10}` : null,
    isOption ? `OPT-${ten}-${at % 10}` : code,
    at % 50,
    5,
    String(8_800_000_000_000 + at),
    `브랜드 ${ten % 300}`,
    `분류 ${ten % 80}`,
    100 + (ten % 900),
    `https://example.com/images/${code}.jpg`,
    3_000,
  ];
}

/** The same as a workbook. */
export async function bigWorkbook(file: BigFile): Promise<Buffer> {
  const stream = Readable.fromWeb(
    writeXlsxStream(
      (function* rows() {
        for (const row of bigRows(file)) yield [...row];
      })(),
      { name: '상품' },
    ),
  );
  return Buffer.concat(await stream.toArray());
}
