import type { ImportId } from '../../domain/ids.ts';
import { recordEvents } from '../../store/events.ts';
import { refuseImport } from '../../store/imports/work.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Ends an import that comes to nothing, with the reason, and tells of it. */
export async function refuse(
  scope: OwnerScope,
  id: ImportId,
  refusal: { readonly code: string; readonly named: string | null },
): Promise<void> {
  await refuseImport(scope, id, refusal);
  const data = { import_id: id, state: 'refused' };
  await recordEvents(scope, [{ type: 'import.finished', account: null, data }]);
}
