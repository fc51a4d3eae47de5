import type { OwnerId } from '../../domain/ids.ts';
import type { SheetRow } from '../../domain/product-sheet/cell.ts';
import { type Header, headerOf } from '../../domain/product-sheet/header.ts';
import { readRow } from '../../domain/product-sheet/read-row.ts';
import { columnReaders } from '../../domain/product-sheet/readers.ts';
import { addImportRows, endReading, forgetRows } from '../../store/imports/rows.ts';
import { type ImportAtWork, readImportFile } from '../../store/imports/work.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { openTable } from '../spreadsheets/open-table.ts';
import { FileRefused } from '../spreadsheets/refused.ts';
import { requireImport } from './import-lost.ts';
import { judgeAddress } from './judge-address.ts';
import { refuse } from './refuse.ts';

/** Behind the header. */
const MOST_ROWS = 100_000;
/** Titles and remarks may stand above the header, but not more. */
const ROWS_ABOVE_HEADER = 10;

/**
 * Reads an import's file into rows, a part at a time, so that memory does not grow with the file. A file that is no table of
 * products ends the import with the reason.
 */
export async function readFile(
  hub: Hub,
  owner: OwnerId,
  work: ImportAtWork,
  signal: AbortSignal,
): Promise<void> {
  try {
    await readRows(hub, owner, work, signal);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, named } = error;
    await asOwner(hub.db, owner, async (scope) => {
      await requireImport(scope, work);
      await refuse(scope, work.id, { code, named });
    });
  }
}

async function readRows(hub: Hub, owner: OwnerId, work: ImportAtWork, signal: AbortSignal): Promise<void> {
  const file = await asOwner(hub.db, owner, async (scope) => {
    await requireImport(scope, work);
    await forgetRows(scope, work.id);
    return readImportFile(scope, work.id);
  });
  const table = await openTable(file);
  const readers = columnReaders(judgeAddress(hub.allowPrivateHosts));
  const search = headerSearch();
  let count = 0;
  for await (const part of table.rows()) {
    signal.throwIfAborted();
    const behind = search.header === null ? search.look(part) : part;
    const { header } = search;
    if (header === null || behind.length === 0) continue;
    count += behind.length;
    if (count > MOST_ROWS) throw new FileRefused('too_many_rows', String(MOST_ROWS));
    const rows = behind.map((row) => readRow(row, header, readers));
    await asOwner(hub.db, owner, async (scope) => {
      await requireImport(scope, work);
      await addImportRows(scope, work.id, rows);
    });
  }
  const { header } = search;
  if (header === null) throw new FileRefused('no_header');
  if (count === 0) throw new FileRefused('no_rows');
  await asOwner(hub.db, owner, async (scope) => {
    await requireImport(scope, work);
    await endReading(scope, work.id, {
      format: table.format,
      titles: header.titles,
      columnKeys: header.keys.map((key) => key ?? ''),
      otherSheets: table.otherSheets,
    });
  });
}

/** Looks for the header among the first rows; answers the rows behind it. */
function headerSearch() {
  const search: { header: Header | null; look(part: readonly SheetRow[]): readonly SheetRow[] } = {
    header: null,
    look(part) {
      for (const [at, { cells }] of part.slice(0, ROWS_ABOVE_HEADER).entries()) {
        const found = headerOf(cells.map(({ text }) => text.trim()));
        if (found === null) continue;
        if ('twice' in found) throw new FileRefused('column_twice', found.twice.join(', '));
        search.header = found;
        return part.slice(at + 1);
      }
      throw new FileRefused('no_header');
    },
  };
  return search;
}
