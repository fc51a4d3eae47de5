import { asFields, type Fields, UnreadableError } from '../../../kit/decode.ts';
import { saidIn } from '../said.ts';
import { countAt, neededAt, settlementAt, wordAt } from '../values.ts';
import type { OptionSet } from './option-set.ts';

/** One row of a stock list: an option, or the product itself where it has none (sheet §3.3, D:1623). */
export interface StockRow {
  readonly prdNo: string;
  /** What order lines name as `prdStckNo` too. */
  readonly prdStckNo: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly surcharge: number;
  readonly quantity: number;
  readonly isSoldOut: boolean;
  readonly sellerSku: string | null;
  readonly weight: string;
}

/**
 * Rows by product. Those of several products lie in lists within the list (D:1009), so each is found by its own number.
 * A product with a row that cannot be read has none: a part of its options must not pass for all of them.
 */
export function decodeStocks(document: unknown): ReadonlyMap<string, readonly StockRow[]> {
  const { root, fields } = saidIn(document);
  if (root !== 'ProductStocks') throw new UnreadableError('document', 'a list of stocks', document);
  const byProduct = Map.groupBy(rowsIn(fields), (row) => neededAt(asFields(row, 'ProductStock'), 'prdNo'));
  return new Map([...byProduct].map(([prdNo, rows]) => [prdNo, decodeRows(rows)]));
}

function decodeRows(rows: readonly unknown[]): readonly StockRow[] {
  try {
    return rows.map(decodeRow);
  } catch (error) {
    if (error instanceof UnreadableError) return [];
    throw error;
  }
}

function rowsIn({ ProductStock: own, ProductStocks: within }: Fields): readonly unknown[] {
  const inner = within === undefined ? [] : Array.isArray(within) ? within : [within];
  return [
    ...(Array.isArray(own) ? own : []),
    ...inner.flatMap((list: unknown) => rowsIn(asFields(list, 'ProductStocks'))),
  ];
}

function decodeRow(row: unknown): StockRow {
  const fields = asFields(row, 'ProductStock');
  const quantity = countAt(fields, 'stckQty');
  if (quantity === null) throw new UnreadableError('stckQty', 'a whole number', fields.stckQty);
  return {
    prdNo: neededAt(fields, 'prdNo'),
    prdStckNo: neededAt(fields, 'prdStckNo'),
    ...optionAt(fields),
    surcharge: settlementAt(fields, 'addPrc') ?? 0,
    quantity,
    isSoldOut: wordAt(fields, 'prdStckStatCd') === SOLD_OUT,
    sellerSku: wordAt(fields, 'sellerStockCd'),
    weight: wordAt(fields, 'optWght') ?? '0',
  };
}

const SOLD_OUT = '02';

/** Several names and values are parted by commas, which neither may hold; a product without options has no name. */
function optionAt(fields: Fields): Pick<StockRow, 'names' | 'values'> {
  const name = wordAt(fields, 'mixOptNm');
  const value = wordAt(fields, 'mixDtlOptNm') ?? '';
  if (name === null) return { names: [], values: [] };
  const names = name.split(',');
  const values = value.split(',');
  // Options made before commas were forbidden may hold some.
  return names.length === values.length ? { names, values } : { names: [name], values: [value] };
}

/** The options of a product as they stand, to be compared or sent again. */
export function optionSetOf(rows: readonly StockRow[]): OptionSet {
  return {
    names: rows[0]?.names ?? [],
    rows: rows.map(({ values, surcharge, quantity, sellerSku, weight }) => ({
      values,
      surcharge,
      quantity,
      sellerSku: sellerSku ?? '',
      weight,
    })),
  };
}
