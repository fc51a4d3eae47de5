/** Why a cell's value cannot be taken, whatever its column is. */
export type CellTrouble = 'formula_without_value' | 'error_value' | 'date' | 'merged' | 'digits_lost';

/** A cell as a file holds it. Numbers are written out in full, without separators. */
export interface SheetCell {
  readonly text: string;
  readonly trouble: CellTrouble | null;
}

export const EMPTY_CELL: SheetCell = { text: '', trouble: null };

/** One row of a file; `nth` is the number that spreadsheets show beside it. */
export interface SheetRow {
  readonly nth: number;
  readonly cells: readonly SheetCell[];
}

/** As spreadsheets show numbers that do not fit their cell, and save them as text so: the digits behind are gone. */
const SHORTENED_NUMBER = /^-?\d(?:\.\d+)?E\+\d{2,3}$/;
/** What stands in a cell whose formula failed, also where only the text of it was kept. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** Why a cell cannot be taken: by what the file says of it, or by a text that only spreadsheets write. */
export function troubleOf({ text, trouble }: SheetCell): CellTrouble | null {
  if (trouble !== null) return trouble;
  const plain = text.trim();
  if (SHORTENED_NUMBER.test(plain)) return 'digits_lost';
  return ERROR_VALUE.test(plain) ? 'error_value' : null;
}
