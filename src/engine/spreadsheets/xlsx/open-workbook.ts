import { posix } from 'node:path';
import { FileRefused } from '../refused.ts';
import type { Table } from '../table.ts';
import { mergedColumns, readMergedBlocks } from './merged-cells.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';
import { elementsOf } from './xml-reader.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** What parts may inflate to. Sheets are read as they come; what cells refer to is held in memory. */
const MOST_BYTES = {
  small: 8 * 1024 * 1024,
  sharedStrings: 96 * 1024 * 1024,
  sheet: 512 * 1024 * 1024,
} as const;

/** Opens an Excel workbook (ECMA-376) as a table: its first sheet that is shown. */
export async function openWorkbook(file: Buffer): Promise<Table> {
  const parts = await openZip(file);
  const path = await workbookPath(parts);
  const relations = await relationsOf(parts, path);
  const shown = (await sheetsOf(parts, path)).filter(({ state }) => state === 'visible');
  const worksheets = shown.flatMap(({ name, relation }) => {
    const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    return found === undefined ? [] : [{ name, path: found.target }];
  });
  const [sheet, ...others] = worksheets;
  if (sheet === undefined) throw new FileRefused('not_a_spreadsheet');
  const strings = relations.find(({ type }) => type === 'sharedStrings')?.target;
  const styles = relations.find(({ type }) => type === 'styles')?.target;
  return {
    format: 'xlsx',
    otherSheets: others.map(({ name }) => name),
    async *rows() {
      const blocks = await readMergedBlocks(await parts.stream(sheet.path, MOST_BYTES.sheet));
      yield* sheetRows(await parts.stream(sheet.path, MOST_BYTES.sheet), {
        strings:
          strings === undefined || !parts.has(strings)
            ? []
            : await readSharedStrings(await parts.stream(strings, MOST_BYTES.sharedStrings)),
        formats:
          styles === undefined || !parts.has(styles)
            ? []
            : await readNumberFormats(await parts.stream(styles, MOST_BYTES.small)),
        mergedIn: mergedColumns(blocks),
      });
    },
  };
}

/** Where the workbook is, in an archive that is one which can be read without running anything. */
async function workbookPath(parts: ZipParts): Promise<string> {
  const root = parts.has('_rels/.rels') ? await relationsOf(parts, '') : [];
  const path = root.find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined) throw new FileRefused('not_a_spreadsheet');
  if (path.toLowerCase().endsWith('.bin')) throw new FileRefused('binary_workbook');
  if (parts.names.some((name) => /vbaproject\.bin$|^xl\/macrosheets\//.test(name)))
    throw new FileRefused('macros');
  return path;
}

interface Relation {
  readonly id: string;
  /** The last word of its type's address, which is written in two ways. */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to; the archive itself for an empty path. */
async function relationsOf(parts: ZipParts, path: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(path);
  const name = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
  if (!parts.has(name)) return [];
  const elements = await elementsOf(await parts.stream(name, MOST_BYTES.small));
  return elements
    .filter((element) => element.name === 'Relationship')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target),
    }));
}

async function sheetsOf(parts: ZipParts, path: string) {
  const elements = await elementsOf(await parts.stream(path, MOST_BYTES.small));
  if (elements[0]?.name !== 'workbook') throw new FileRefused('not_a_spreadsheet');
  return elements
    .filter(({ name }) => name === 'sheet')
    .map(({ attributes }) => ({
      name: attributes.name ?? '',
      state: attributes.state ?? 'visible',
      relation: Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? '',
    }));
}
