import { element, elements, group } from './write-xml.ts';

/** The options of a product as they are sent: all of them, since a new set replaces the old one (D:1851). */
export interface OptionSet {
  readonly names: readonly string[];
  readonly rows: readonly OptionRow[];
}

export interface OptionRow {
  readonly values: readonly string[];
  /** What it costs beyond the product's price; may be below zero. */
  readonly surcharge: number;
  readonly quantity: number;
  readonly sellerSku: string;
  /** In grams, as 11st told it; it is erased where it is not sent. */
  readonly weight: string;
}

/** Parts the names and values of an option that is made of several (sheet §3.3). */
const DAGGER = '†';

/** One name makes single options, several make combined ones with a key (sheet §3.3). */
export function optionsXml({ names, rows }: OptionSet): string {
  const [only, ...more] = names;
  if (only === undefined) return '';
  const head = elements({ optSelectYn: 'Y', txtColCnt: 1 });
  if (more.length === 0) {
    return `${head}${elements({ colTitle: only, prdExposeClfCd: '00' })}${rows.map(singleXml).join('')}`;
  }
  const roots = names.map((name, place) =>
    rootXml(name, [...new Set(rows.map(({ values }) => values[place] ?? ''))]),
  );
  const combined = group(
    'ProductOptionExt',
    rows.map((row) => combinedXml(names, row)),
  );
  return `${head}${elements({ optMixYn: 'N', prdExposeClfCd: '00' })}${roots.join('')}${combined}`;
}

/** None left is written as "sold out": a count of 0 is taken in no other way (sheet §3.3). */
const useYn = ({ quantity }: OptionRow): string => (quantity > 0 ? 'Y' : 'N');

function singleXml(row: OptionRow): string {
  return group('ProductOption', [
    elements({
      useYn: useYn(row),
      colOptPrice: row.surcharge,
      colValue0: row.values[0] ?? '',
      colCount: row.quantity,
      colSellerStockCd: row.sellerSku,
      optWght: row.weight,
    }),
  ]);
}

function rootXml(name: string, values: readonly string[]): string {
  const options = values.map((value) =>
    group('ProductOption', [elements({ colOptPrice: 0, colValue0: value })]),
  );
  return group('ProductRootOption', [element('colTitle', name), ...options]);
}

function combinedXml(names: readonly string[], row: OptionRow): string {
  return group('ProductOption', [
    elements({
      useYn: useYn(row),
      colOptPrice: row.surcharge,
      colOptCount: row.quantity,
      colSellerStockCd: row.sellerSku,
      optWght: row.weight,
      optionMappingKey: names.map((name, place) => `${name}:${row.values[place] ?? ''}`).join(DAGGER),
    }),
  ]);
}

/** Whether two sets are the same in all but how many there are, which sales change. */
export function sameOptions(a: OptionSet, b: OptionSet): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ names, rows }: OptionSet): unknown {
  const each = rows.map(({ values, surcharge, sellerSku }) => [values, surcharge, sellerSku]);
  return [names, each.map((row) => JSON.stringify(row)).sort()];
}
