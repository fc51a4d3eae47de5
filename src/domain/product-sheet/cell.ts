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
