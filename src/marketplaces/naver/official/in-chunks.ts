import type { LineTarget, Outcome } from '../../kit/shop.ts';
import { MarketplaceError, type TroubleKind } from '../../kit/trouble.ts';
import { chunked } from '../../kit/windows.ts';

/** Troubles that lie in what was sent, not in the connection or the account. */
const ABOUT_THE_TARGETS: ReadonlySet<TroubleKind> = new Set(['invalid', 'not_found', 'conflict']);

/**
 * Sends a write in chunks. A chunk that is turned away as a whole is sent again target by target, since one bad
 * value spoils the call for all. Once something took effect its outcome is never lost: a later trouble becomes
 * the outcome of the targets it hit. Trouble on the very first call is thrown.
 */
export async function inChunks<Target extends LineTarget>(
  targets: readonly Target[],
  size: number,
  send: (chunk: readonly Target[]) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = chunked(targets, size);
  for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) {
    try {
      outcomes.push(...(await send(chunk)));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      const isTheirs = ABOUT_THE_TARGETS.has(error.kind) && !error.maybeApplied;
      if (isTheirs && chunk.length > 1) {
        queue.unshift(...chunked(chunk, 1));
      } else if (isTheirs) {
        outcomes.push(...chunk.map((target) => refusedBy(error, target)));
      } else if (outcomes.length === 0) {
        throw error;
      } else {
        outcomes.push(...chunk.map((target) => hitBy(error, target)));
        return [...outcomes, ...queue.flat().map((target) => refusedBy(error, target))];
      }
    }
  }
  return outcomes;
}

function hitBy(error: MarketplaceError, target: LineTarget): Outcome {
  return error.maybeApplied
    ? { kind: 'unknown', line: target.line, nativeText: error.message }
    : refusedBy(error, target);
}

function refusedBy(error: MarketplaceError, target: LineTarget): Outcome {
  return {
    kind: 'refused',
    line: target.line,
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText: error.trouble.nativeText ?? '',
    retryHelps: error.retryHelps,
  };
}
