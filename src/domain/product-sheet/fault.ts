import type { ReadColumn } from './columns.ts';

/** What is wrong with a row; `column` is null where it is not one cell's doing. The rest makes the sentence exact. */
export interface RowFault {
  readonly column: ReadColumn | null;
  readonly code: FaultCode;
  /** What stands in the cell, cut short. */
  readonly value: string | null;
  /** Another row it is about. */
  readonly row?: number;
  /** The least or the most there may be. */
  readonly limit?: number;
  /** Something named in the sentence: another column, a code, a product, or what can be chosen. */
  readonly named?: string;
}

export const FAULT_CODES = [
  // What the cell is, before it means anything.
  'formula_without_value',
  'error_value',
  'date',
  'merged',
  'digits_lost',
  // What the value of a cell may be.
  'too_long',
  'bad_character',
  'not_a_number',
  'not_whole',
  'negative',
  'too_small',
  'too_large',
  'too_fine',
  'not_a_choice',
  'bad_address',
  'private_address',
  'unknown_carrier',
  'too_many',
  'bad_line',
  // How a row goes with its product, with others and with what is there.
  'no_code',
  'unknown_sku',
  'missing',
  'needs_column',
  'differs',
  'sku_twice',
  'same_options',
  'sku_of_other',
  'no_option_name',
  'no_option_value',
  'same_option_name',
  'several_without_options',
  'too_many_skus',
  'sku_without_option',
  'less_than_elsewhere',
  'row_of_product_bad',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

const SHOWN_CHARACTERS = 60;

/** The value of a cell as a sentence can hold it. */
export function shownValue(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SHOWN_CHARACTERS ? line : `${line.slice(0, SHOWN_CHARACTERS)}…`;
}
