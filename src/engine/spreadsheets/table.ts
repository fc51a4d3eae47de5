import type { SheetRow } from '../../domain/product-sheet/cell.ts';

/** A file opened as one table. */
export interface Table {
  readonly format: 'xlsx' | 'csv';
  /** Names of sheets that are not read. */
  readonly otherSheets: readonly string[];
  /**
   * The rows from top to bottom, empty ones left out, in parts small enough that reading holds up nobody. Throws
   * `FileRefused` where the file turns out to be damaged.
   */
  rows(): AsyncIterable<readonly SheetRow[]>;
}
