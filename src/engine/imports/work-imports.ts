import type { ImportId, OwnerId } from '../../domain/ids.ts';
import { findImport } from '../../store/imports/import.ts';
import { noteFailure, takeUpImport } from '../../store/imports/work.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { checkRows } from './check-rows.ts';
import { ImportLost } from './import-lost.ts';
import { readFile } from './read-file.ts';
import { refuse } from './refuse.ts';
import { writeProducts } from './write-products.ts';

/** After so many tries at the same step an import is given up: others wait behind it. */
const MOST_FAILURES = 5;

/**
 * Brings an owner's imports forward, each step from its beginning: reads files into rows, checks rows by what is there,
 * writes what was confirmed. Nothing is due by itself afterwards.
 */
export async function workImports(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  while (!signal.aborted) {
    const work = await asOwner(hub.db, owner, takeUpImport);
    if (work === undefined) break;
    try {
      if (work.state === 'reading') await readFile(hub, owner, work, signal);
      else if (work.state === 'checking') await checkRows(hub, owner, work, signal);
      else await writeProducts(hub, owner, work);
    } catch (error) {
      if (error instanceof ImportLost) {
        if (await isThere(hub, owner, work.id)) return null;
        continue;
      }
      if (signal.aborted) break;
      await asOwner(hub.db, owner, async (scope) => {
        const failures = await noteFailure(scope, work);
        if (failures >= MOST_FAILURES) await refuse(scope, work.id, { code: 'given_up', named: null });
      });
      throw error;
    }
  }
  return null;
}

/** An import that was lost and is still there is in the hands of somebody who goes on with all of them. */
async function isThere(hub: Hub, owner: OwnerId, id: ImportId): Promise<boolean> {
  return (await asOwner(hub.db, owner, (scope) => findImport(scope, id))) !== undefined;
}
