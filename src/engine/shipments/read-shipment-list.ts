import type { SheetRow } from '../../domain/product-sheet/cell.ts';
import {
  type ShipmentColumns,
  type ShipmentRow,
  shipmentHeader,
  shipmentRow,
  withoutHeader,
} from '../../domain/shipment-sheet/read-shipments.ts';
import { openTable } from '../spreadsheets/open-table.ts';
import { FileRefused } from '../spreadsheets/refused.ts';

/** As many as one plan takes. */
export const MOST_SHIPMENTS = 10_000;
/** What tools write above a table: their name, the day, a remark. */
const ROWS_ABOVE_HEADER = 10;

/** Reads which order leaves with which invoice from an Excel workbook or CSV file. Throws `FileRefused`. */
export async function readShipments(file: Buffer): Promise<readonly ShipmentRow[]> {
  const table = await openTable(file);
  const shipments: ShipmentRow[] = [];
  let columns: ShipmentColumns | null = null;
  for await (const part of table.rows()) {
    let rows = part;
    if (columns === null) {
      const found = findColumns(part);
      if (found === null) throw new FileRefused('no_header');
      columns = found.columns;
      rows = found.behind;
    }
    for (const row of rows) {
      const shipment = shipmentRow(row, columns);
      if (shipment !== null) shipments.push(shipment);
    }
    if (shipments.length > MOST_SHIPMENTS) throw new FileRefused('too_many_rows', String(MOST_SHIPMENTS));
  }
  if (columns === null) throw new FileRefused('no_header');
  if (shipments.length === 0) throw new FileRefused('no_rows');
  return shipments;
}

/** The columns by their header, else by the first row; with the rows that are shipments. */
function findColumns(
  rows: readonly SheetRow[],
): { readonly columns: ShipmentColumns; readonly behind: readonly SheetRow[] } | null {
  const top = rows.slice(0, ROWS_ABOVE_HEADER);
  for (const [at, row] of top.entries()) {
    const columns = shipmentHeader(row);
    if (columns !== null) return { columns, behind: rows.slice(at + 1) };
  }
  const [first] = rows;
  const columns = first === undefined ? null : withoutHeader(first);
  return columns === null ? null : { columns, behind: rows };
}
