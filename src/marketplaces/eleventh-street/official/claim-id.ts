import type { ClaimKind } from '../../../domain/claim.ts';

/**
 * A claim is named by its number, order and line; cancels count in another number space than returns and exchanges
 * (sheet §4.2). The order stands beside the id everywhere.
 */
export interface ClaimNumber {
  readonly seq: string;
  readonly nativeLineId: string;
}

export function claimIdOf(kind: ClaimKind, { seq, nativeLineId }: ClaimNumber): string {
  return `${kind}:${seq}:${nativeLineId}`;
}

/** Takes an id apart again; throws RangeError on one that was not made here. */
export function claimNumberOf(nativeClaimId: string): ClaimNumber {
  const [, seq, nativeLineId] = nativeClaimId.split(':');
  if (seq === undefined || nativeLineId === undefined)
    throw new RangeError(`no claim of 11st: ${nativeClaimId}`);
  return { seq, nativeLineId };
}
