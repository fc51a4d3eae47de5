import type { OwnerId } from '../../domain/ids.ts';
import { recordEvents } from '../../store/events.ts';
import { rowsToCheck } from '../../store/imports/rows.ts';
import { addVerdicts, beginCheck, endCheck, makeImportReady } from '../../store/imports/verdicts.ts';
import type { ImportAtWork } from '../../store/imports/work.ts';
import { asOwner } from '../../store/scope.ts';
import { noteImportSize } from '../../store/statistics.ts';
import type { Hub } from '../hub.ts';
import { requireImport } from './import-lost.ts';
import { judgeProducts } from './judge-products.ts';

/** Rows judged in one transaction; a product's rows are never parted. */
const ROWS_AT_ONCE = 500;
/** An import of no more parts has rows in one of them, the other is the empty end: too few to be worth statistics. */
const FEW_PARTS = 2;

/** Checks all rows of an import by what is there, and shows what confirming it would do. */
export async function checkRows(
  hub: Hub,
  owner: OwnerId,
  work: ImportAtWork,
  signal: AbortSignal,
): Promise<void> {
  await asOwner(hub.db, owner, async (scope) => {
    await requireImport(scope, work);
    await beginCheck(scope, work.id);
  });
  let parts = 0;
  for (let after: string | undefined = ''; after !== undefined; parts += 1) {
    signal.throwIfAborted();
    const behind: string = after;
    after = await asOwner(hub.db, owner, async (scope) => {
      await requireImport(scope, work);
      const rows = await rowsToCheck(scope, work.id, { after: behind, atLeast: ROWS_AT_ONCE });
      const products = await judgeProducts(scope, rows);
      await addVerdicts(
        scope,
        work.id,
        products.map(({ code, current, judged }) => ({
          productCode: code,
          product: current === undefined ? null : { id: current.id, version: current.version },
          rows: judged.rows,
        })),
      );
      return rows.at(-1)?.product_code;
    });
  }
  if (parts > FEW_PARTS) await noteImportSize(hub.db);
  await asOwner(hub.db, owner, async (scope) => {
    await requireImport(scope, work);
    const counts = await endCheck(scope, work.id);
    await makeImportReady(scope, work.id, counts);
    const data = { import_id: work.id, state: 'ready', counts };
    await recordEvents(scope, [{ type: 'import.ready', account: null, data }]);
  });
}
