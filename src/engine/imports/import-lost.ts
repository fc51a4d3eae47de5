import { holdImport, type ImportAtWork } from '../../store/imports/work.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** The import was deleted, or somebody else took it up while this one stalled. What was begun rolls back. */
export class ImportLost extends Error {
  override readonly name = 'ImportLost';
}

/** Holds an import until the transaction ends; throws `ImportLost` when it is not ours any more. */
export async function requireImport(scope: OwnerScope, work: ImportAtWork): Promise<void> {
  if (!(await holdImport(scope, work))) throw new ImportLost();
}
