import type { Claim, ClaimKind } from './claim.ts';

/** The claims of one shop. */
export interface ClaimBook {
  add(claim: Claim): void;
  /** The claim with this number of its own number space, about this line. */
  find(kinds: readonly ClaimKind[], seq: string, ordNo: string, lineSeq: string): Claim | undefined;
  byClmNo(clmNo: string): Claim | undefined;
  ofKind(kind: ClaimKind): readonly Claim[];
  all(): Iterable<Claim>;
}

const keyOf = (kind: ClaimKind, seq: string, ordNo: string, lineSeq: string) =>
  `${kind === 'cancel' ? 'cn' : 'clm'} ${seq} ${ordNo} ${lineSeq}`;

/** An empty book. */
export function createClaimBook(): ClaimBook {
  const byKey = new Map<string, Claim>();
  const byClmNo = new Map<string, Claim>();
  const byKind: Readonly<Record<ClaimKind, Claim[]>> = { cancel: [], return: [], exchange: [] };
  return {
    add(claim) {
      const { order, seq } = claim.line;
      byKey.set(keyOf(claim.kind, claim.seq, order.ordNo, String(seq)), claim);
      byClmNo.set(claim.clmNo, claim);
      byKind[claim.kind].push(claim);
    },
    find(kinds, seq, ordNo, lineSeq) {
      for (const kind of kinds) {
        const claim = byKey.get(keyOf(kind, seq, ordNo, lineSeq));
        if (claim?.kind === kind) return claim;
      }
      return undefined;
    },
    byClmNo: (clmNo) => byClmNo.get(clmNo),
    ofKind: (kind) => byKind[kind],
    all: () => byClmNo.values(),
  };
}
