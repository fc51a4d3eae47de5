import { type ImportId, importId } from '../../domain/ids.ts';
import { columnOf, isColumnKey } from '../../domain/product-sheet/columns.ts';
import type { Hub } from '../../engine/hub.ts';
import { findImport, type ProductImport } from '../../store/imports/import.ts';
import { type CheckedRow, listImportRows } from '../../store/imports/list-rows.ts';
import { asOwner } from '../../store/scope.ts';
import { type Caller, callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import type { Cell } from '../exports/csv.ts';
import { type SheetFormat, type SheetTitle, sendSheet, sheetAnswer } from '../exports/send-sheet.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { titlesOf } from '../product-sheets/titles.ts';
import { idParams } from '../values/id.ts';
import { correctionText } from './row-view.ts';

const ROWS_AT_ONCE = 500;
const USUAL_WIDTH = 14;

/** `GET /product-imports/{id}/errors.xlsx`, or `.csv`: the rows that need correction, with a column that says why. */
function errorsFile(format: SheetFormat): Endpoint {
  return (api, { hub, closing }) => {
    api.get(`/product-imports/:id/errors.${format}`, {
      schema: {
        operationId: format === 'xlsx' ? 'readImportErrorsAsWorkbook' : 'readImportErrorsAsCsv',
        summary: 'The rows of a file that need correction',
        description:
          'As they were sent, with a column that says what is wrong. Corrected, the file can be sent again as it is.',
        tags: ['products'],
        params: idParams,
        response: { 200: sheetAnswer, ...problemAnswers(404, 409, 422) },
      },
      handler: async (request, reply) => {
        const caller = callerOf(request);
        const id = importId(request.params.id);
        const found = await asOwner(hub.db, caller.owner, (scope) => findImport(scope, id));
        if (found === undefined) throw new Problem('not_found');
        if (found.counts === null) throw new Problem('import_not_ready');
        const language = languageOf(request);
        return sendSheet(reply, {
          name: `errors-of-import-${id}`,
          format,
          now: hub.clock(),
          titles: titlesWithReason(found, language),
          rows: rowsOf(hub, caller, found, language, closing),
        });
      },
    });
  };
}

export const readErrorsAsWorkbook = errorsFile('xlsx');
export const readErrorsAsCsv = errorsFile('csv');

/** The columns of the file, except for reasons that an earlier one of these files gave. */
function keptColumns({ titles, columnKeys }: ProductImport): readonly number[] {
  return titles.flatMap((_, at) => (columnKeys[at] === 'to_correct' ? [] : [at]));
}

function titlesWithReason(found: ProductImport, language: Language): readonly SheetTitle[] {
  return [
    ...titlesOf(['to_correct'], language),
    ...keptColumns(found).map((at): SheetTitle => {
      const key = found.columnKeys[at] ?? '';
      const title = found.titles[at] ?? '';
      // What was written there may be no number, so all goes back as it came.
      return { title, kind: 'text', width: isColumnKey(key) ? columnOf(key).width : USUAL_WIDTH };
    }),
  ];
}

async function* rowsOf(
  hub: Hub,
  { owner }: Caller,
  found: ProductImport,
  language: Language,
  closing: AbortSignal,
): AsyncGenerator<readonly Cell[]> {
  const kept = keptColumns(found);
  const id: ImportId = found.id;
  for (let after = 0; ; ) {
    closing.throwIfAborted();
    const page = { state: 'bad', after, limit: ROWS_AT_ONCE } as const;
    const rows: readonly CheckedRow[] = await asOwner(hub.db, owner, (scope) =>
      listImportRows(scope, id, page),
    );
    for (const { faults, texts } of rows)
      yield [correctionText(faults, language), ...kept.map((at) => texts[at] ?? null)];
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    after = last.nth;
  }
}
