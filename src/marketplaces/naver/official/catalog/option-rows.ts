import type { Fields } from '../../../kit/decode.ts';
import type { ProductItem } from './items.ts';

/** What one option is to become. What is not told stays as it was read: a field left out would be wiped (sheet §7.16). */
export interface OptionChange {
  readonly item: ProductItem;
  readonly quantity?: number;
  /** What it costs more or less than the product. */
  readonly delta?: number;
}

/** The `optionInfo` of an option-stock call. Options that are not named stay (sheet §3.7). */
export function encodeOptionRows(changes: readonly OptionChange[]): Fields {
  const rows = (kind: ProductItem['kind']) => changes.filter(({ item }) => item.kind === kind).map(optionRow);
  const [combinations, standards] = [rows('combination'), rows('standard')];
  return {
    ...(combinations.length === 0 ? {} : { optionCombinations: combinations }),
    ...(standards.length === 0 ? {} : { optionStandards: standards }),
    // Without it every option counts 9,999.
    useStockManagement: true,
  };
}

function optionRow({ item, quantity, delta }: OptionChange): Fields {
  const { row, usable } = item;
  return {
    id: row.id,
    stockQuantity: quantity ?? item.quantity ?? 0,
    ...(item.kind === 'standard' ? {} : { price: delta ?? row.price ?? 0 }),
    usable,
  };
}
