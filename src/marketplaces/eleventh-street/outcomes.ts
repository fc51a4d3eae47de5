import type { Localized } from '../kit/localized.ts';
import { ownRefusal } from '../kit/own-refusal.ts';
import { MarketplaceError, retryHelps, type TroubleKind, type TroubleReason } from '../kit/trouble.ts';

/** What did not come of a target. An order's line or a claim's item is put beside it by the desk. */
export type Failure =
  | {
      readonly kind: 'refused';
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      readonly says?: Localized | undefined;
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly nativeText: string };

export function refusal(
  reason: TroubleReason,
  nativeCode: string,
  nativeText: string,
): Extract<Failure, { kind: 'refused' }> {
  return { kind: 'refused', reason, nativeCode, nativeText, retryHelps: retryHelps(reason) };
}

/** Troubles that lie in what was sent, not in the connection or the account. */
const ABOUT_THE_TARGETS: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  'invalid',
  'not_found',
  'conflict',
]);

function failureOf(error: MarketplaceError): Failure {
  const { nativeText: told, says, nativeCode } = error.trouble;
  const nativeText = told ?? error.message;
  if (error.maybeApplied) return { kind: 'unknown', nativeText };
  return says === undefined
    ? refusal(error.reason, nativeCode ?? '', nativeText)
    : ownRefusal(error.reason, says);
}

/**
 * Sends one call after the other, each about a group of targets. Trouble of the account is thrown as long as nothing
 * was achieved; afterwards it becomes the outcome of the targets it hit, and of those that were not sent for it. Where
 * groups tell their order, an order of which one call was lost is left alone until it has been read.
 */
export async function sendInTurn<Target, Said>(
  groups: readonly (readonly Target[])[],
  send: (group: readonly Target[]) => Promise<readonly Said[]>,
  failed: (target: Target, failure: Failure) => Said,
  orderOf?: (target: Target) => string,
): Promise<readonly Said[]> {
  const said: Said[] = [];
  const lost = new Map<string, Failure>();
  for (const [nth, group] of groups.entries()) {
    const order = group[0] === undefined ? undefined : orderOf?.(group[0]);
    const before = order === undefined ? undefined : lost.get(order);
    if (before !== undefined) {
      said.push(...group.map((target) => failed(target, before)));
      continue;
    }
    try {
      said.push(...(await send(group)));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      const failure = failureOf(error);
      said.push(...group.map((target) => failed(target, failure)));
      if (failure.kind === 'unknown' && order !== undefined) lost.set(order, failure);
      if (failure.kind === 'unknown' || ABOUT_THE_TARGETS.has(error.kind)) continue;
      if (nth === 0) throw error;
      const unsent = groups.slice(nth + 1).flat();
      return [...said, ...unsent.map((target) => failed(target, failure))];
    }
  }
  return said;
}
