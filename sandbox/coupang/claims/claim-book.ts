import type { Exchange } from './exchange.ts';
import type { Receipt } from './receipt.ts';

/** Something filed under a number at a moment. */
interface Filed {
  readonly orderId: string;
  readonly createdAt: number;
}

/** One drawer of claims, found by number, by order or by the time of filing. */
export interface Drawer<Claim extends Filed> {
  get(id: string): Claim | undefined;
  ofOrder(orderId: string): readonly Claim[];
  /** Those filed in the span, its end not included, in the order of filing. */
  filed(from: number, to: number): readonly Claim[];
  all(): readonly Claim[];
  put(claim: Claim): void;
}

/** Every claim of a shop: cancels and returns share the receipts. */
export interface ClaimBook {
  readonly receipts: Drawer<Receipt>;
  readonly exchanges: Drawer<Exchange>;
}

// All ids of a drawer have the same number of digits, so comparing them as texts compares them as numbers.
function openDrawer<Claim extends Filed>(idOf: (claim: Claim) => string): Drawer<Claim> {
  const byId = new Map<string, Claim>();
  const idsByOrder = new Map<string, string[]>();
  let ordered: readonly Claim[] | undefined;
  const all = () => {
    ordered ??= [...byId.values()].sort(
      (one, other) => one.createdAt - other.createdAt || (idOf(one) < idOf(other) ? -1 : 1),
    );
    return ordered;
  };
  return {
    get: (id) => byId.get(id),
    ofOrder: (orderId) => (idsByOrder.get(orderId) ?? []).flatMap((id) => byId.get(id) ?? []),
    filed: (from, to) => all().filter(({ createdAt }) => createdAt >= from && createdAt < to),
    all,
    put(claim) {
      const id = idOf(claim);
      if (!byId.has(id)) {
        idsByOrder.set(claim.orderId, [...(idsByOrder.get(claim.orderId) ?? []), id]);
      }
      byId.set(id, claim);
      ordered = undefined;
    },
  };
}

/** A book without claims. */
export function createClaimBook(): ClaimBook {
  return {
    receipts: openDrawer<Receipt>(({ receiptId }) => receiptId),
    exchanges: openDrawer<Exchange>(({ exchangeId }) => exchangeId),
  };
}
