import type { ClaimTarget, LineTarget, Outcome } from '../../kit/shop.ts';
import { MarketplaceError, type TroubleKind } from '../../kit/trouble.ts';
import { chunked } from '../../kit/windows.ts';

/** Troubles that lie in what was sent, not in the connection or the account. */
const ABOUT_THE_TARGETS: ReadonlySet<TroubleKind> = new Set(['invalid', 'not_found', 'conflict']);

/** What came of a target that was not done, before it is said whose it is. */
export type Failure =
  | Omit<Extract<Outcome, { kind: 'refused' }>, 'line'>
  | Omit<Extract<Outcome, { kind: 'unknown' }>, 'line'>;

/** A failure as the outcome of an order line. */
export function ofLine({ line }: Pick<LineTarget, 'line'>, failure: Failure) {
  return { ...failure, line };
}

/** A failure as the outcome of a claim. */
export function ofClaim({ item }: Pick<ClaimTarget, 'item'>, failure: Failure) {
  return { ...failure, item };
}

/**
 * Sends a write in chunks. A chunk that is turned away as a whole is sent again target by target, since one bad
 * value spoils the call for all. Once something took effect its outcome is never lost: a later trouble becomes
 * the outcome of the targets it hit. Trouble on the very first call is thrown.
 */
export async function inChunks<Target, Result>(
  targets: readonly Target[],
  size: number,
  send: (chunk: readonly Target[]) => Promise<readonly Result[]>,
  failed: (target: Target, failure: Failure) => Result,
): Promise<readonly Result[]> {
  return sendAll(chunked(targets, size), send, failed);
}

/** Like `inChunks`, for chunks that were put together before, such as lines that go into one parcel. */
export async function sendAll<Target, Result>(
  chunks: readonly (readonly Target[])[],
  send: (chunk: readonly Target[]) => Promise<readonly Result[]>,
  failed: (target: Target, failure: Failure) => Result,
): Promise<readonly Result[]> {
  const outcomes: Result[] = [];
  const queue = [...chunks];
  for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) {
    try {
      outcomes.push(...(await send(chunk)));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      const isTheirs = ABOUT_THE_TARGETS.has(error.kind) && !error.maybeApplied;
      if (isTheirs && chunk.length > 1) {
        queue.unshift(...chunked(chunk, 1));
      } else if (isTheirs) {
        outcomes.push(...chunk.map((target) => failed(target, refusedBy(error))));
      } else if (outcomes.length === 0) {
        throw error;
      } else {
        outcomes.push(...chunk.map((target) => failed(target, hitBy(error))));
        return [...outcomes, ...queue.flat().map((target) => failed(target, refusedBy(error)))];
      }
    }
  }
  return outcomes;
}

/** What a trouble makes of the targets of its call. */
export function hitBy(error: MarketplaceError): Failure {
  return error.maybeApplied ? { kind: 'unknown', nativeText: error.message } : refusedBy(error);
}

function refusedBy(error: MarketplaceError): Failure {
  return {
    kind: 'refused',
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText: error.trouble.nativeText ?? '',
    says: error.trouble.says,
    retryHelps: error.retryHelps,
  };
}
