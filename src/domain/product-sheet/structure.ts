import type { Product } from '../product.ts';
import { MOST_SKUS, type ProductFault, productFaults } from '../product-check.ts';
import { OPTION_NAME_COLUMNS, OPTION_VALUE_COLUMNS } from './columns.ts';
import { type RowFault, shownValue } from './fault.ts';

/**
 * What does not fit together in the product that rows make, each at the row it is about: that of its SKU, or the first
 * one where the SKU is there already and stands in no row.
 */
export function structureFaults(
  product: Product,
  rowOf: (sku: string) => number | undefined,
  first: number,
): readonly { readonly nth: number; readonly fault: RowFault }[] {
  return productFaults(product).flatMap((fault) => {
    const code = codeAt(product, fault.field);
    const row = code === null ? undefined : rowOf(code);
    const about = faultOf(product, fault, code, row !== undefined, rowOf);
    return about === undefined ? [] : [{ nth: row ?? first, fault: about }];
  });
}

/** Undefined for what the rows have been told of already. */
function faultOf(
  { skus }: Product,
  fault: ProductFault,
  code: string | null,
  hasRow: boolean,
  rowOf: (sku: string) => number | undefined,
): RowFault | undefined {
  const value = code === null ? null : shownValue(code);
  switch (fault.code) {
    case 'too_many_option_names':
    case 'same_option_name':
      return { column: OPTION_NAME_COLUMNS[0], code: 'same_option_name', value };
    case 'too_many_skus':
      return { column: null, code: 'too_many_skus', value, limit: MOST_SKUS };
    case 'several_without_options':
      return { column: OPTION_NAME_COLUMNS[0], code: 'several_without_options', value };
    case 'option_values':
      if (code === null || hasRow) return undefined;
      return { column: null, code: 'sku_without_option', value, named: code };
    case 'same_options': {
      const other = skus[fault.with]?.code;
      const row = other === undefined ? undefined : rowOf(other);
      return {
        column: OPTION_VALUE_COLUMNS[0],
        code: 'same_options',
        value,
        ...(row === undefined ? {} : { row }),
        ...(other === undefined ? {} : { named: other }),
      };
    }
    case 'no_skus':
    case 'same_code':
      return undefined;
  }
}

function codeAt({ skus }: Product, field: string): string | null {
  const [, nth] = /^skus\[(\d+)\]/.exec(field) ?? [];
  return nth === undefined ? null : (skus[Number(nth)]?.code ?? null);
}
