import type { Schema } from '../../api/types.ts';
import { amountOf, amountText, countOf } from './amounts.ts';

/** A SKU as it is typed. It is known by its code: one that keeps its code keeps stock, orders and links. */
export interface SkuRow {
  readonly key: string;
  readonly code: string;
  readonly values: readonly string[];
  /** Empty: the product's price. */
  readonly price: string;
  readonly barcode: string;
  readonly cost: string;
  readonly safetyStock: string;
  /** Empty: not counted now. */
  readonly stock: string;
}

/** An option's name and its values as they are typed, separated by commas. */
export interface OptionRow {
  readonly name: string;
  readonly values: string;
}

export function emptySku(key: string): SkuRow {
  return {
    key,
    code: '',
    values: [],
    price: '',
    barcode: '',
    cost: '',
    safetyStock: '',
    stock: '',
  };
}

export function skuRowOf(sku: Schema<'Sku'>, currency: string): SkuRow {
  return {
    key: String(sku.id),
    code: sku.code,
    values: sku.option_values,
    price: sku.own_price ? amountText(sku.price, currency) : '',
    barcode: sku.barcode ?? '',
    cost: amountText(sku.cost, currency),
    safetyStock: sku.safety_stock === 0 ? '' : String(sku.safety_stock),
    stock: '',
  };
}

/** A SKU in the API's words. Stock is told only where somebody counted it. */
export function skuBodyOf(row: SkuRow, currency: string): Schema<'NewSkuInput'> {
  const stock = countOf(row.stock);
  return {
    code: row.code.trim(),
    option_values: [...row.values],
    price: amountOf(row.price, currency),
    barcode: row.barcode.trim() || null,
    cost: amountOf(row.cost, currency),
    safety_stock: countOf(row.safetyStock) ?? 0,
    ...(stock === null ? {} : { stock_quantity: stock }),
  };
}

/** The options that SKUs have, to change them. */
export function optionRowsOf(
  names: readonly string[],
  rows: readonly Pick<SkuRow, 'values'>[],
): readonly OptionRow[] {
  return names.map((name, nth) => ({
    name,
    values: [...new Set(rows.flatMap(({ values }) => values[nth] ?? []))].join(', '),
  }));
}

/**
 * One SKU for each combination of options. Combinations that are there already keep everything, their code above all;
 * new ones get a code from the product's and their values. Options without a name or values are passed over.
 */
export function generateSkus(
  options: readonly OptionRow[],
  rows: readonly SkuRow[],
  productCode: string,
): { readonly names: readonly string[]; readonly rows: readonly SkuRow[] } {
  const used = usedOptions(
    options,
    rows.flatMap(({ values }) => values),
  );
  const standing = new Map(rows.map((row) => [markOf(row.values), row]));
  const combinations = used.reduce<readonly (readonly string[])[]>(
    (before, { values }) => before.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
  const kept = combinations.flatMap((values) => standing.get(markOf(values))?.code ?? []);
  const taken = new Set(kept);
  return {
    names: used.map(({ name }) => name),
    rows: combinations.map((values) => {
      const known = standing.get(markOf(values));
      if (known !== undefined) return known;
      const code = freeCode([productCode.trim(), ...values].filter(Boolean).join('-') || 'SKU', taken);
      taken.add(code);
      return { ...emptySku(`new ${markOf(values)}`), code, values };
    }),
  };
}

/** Whether options mean the same: in other words, whether SKUs made of both would be the same. */
export function isSameOptions(one: readonly OptionRow[], other: readonly OptionRow[]): boolean {
  return JSON.stringify(usedOptions(one, [])) === JSON.stringify(usedOptions(other, []));
}

/** Options without a name or values are passed over. */
function usedOptions(options: readonly OptionRow[], known: readonly string[]) {
  return options
    .map(({ name, values }) => ({ name: name.trim(), values: valuesOf(values, known) }))
    .filter(({ name, values }) => name !== '' && values.length > 0);
}

/** What was typed between commas, each once. A value that is known may have commas in itself: `1,000ml`. */
function valuesOf(text: string, known: readonly string[]): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  const apart = new Map(
    known.filter((value) => value.includes(',')).map((value) => [plainOf(value), value] as const),
  );
  const values: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const ends = Array.from({ length: parts.length - at }, (_, nth) => parts.length - nth);
    const end = ends.find((to) => apart.has(plainOf(parts.slice(at, to).join(',')))) ?? at + 1;
    const joined = parts.slice(at, end).join(',');
    values.push(apart.get(plainOf(joined)) ?? joined);
    at = end;
  }
  return [...new Set(values)].filter(Boolean);
}

function plainOf(value: string): string {
  return value.replaceAll(/\s*,\s*/g, ',');
}

function markOf(values: readonly string[]): string {
  return JSON.stringify(values);
}

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let nth = 2; ; nth += 1) if (!taken.has(`${wanted}-${nth}`)) return `${wanted}-${nth}`;
}
