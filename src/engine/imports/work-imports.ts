import type { OwnerId } from '../../domain/ids.ts';
import { noteFailure, takeUpImport } from '../../store/imports/work.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { checkRows } from './check-rows.ts';
import { ImportLost } from './import-lost.ts';
import { readFile } from './read-file.ts';
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
      if (error instanceof ImportLost) continue;
      if (signal.aborted) break;
      await asOwner(hub.db, owner, (scope) => noteFailure(scope, work, MOST_FAILURES));
      throw error;
    }
  }
  return null;
}
