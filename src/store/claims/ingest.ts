import { sql } from 'kysely';
import type { ClaimMove, ClaimSnapshot } from '../../domain/claim.ts';
import type { AccountId } from '../../domain/ids.ts';
import { sumOrders } from '../analytics/order-sums.ts';
import { hintOrders } from '../orders/hints.ts';
import type { IngestCause } from '../orders/ingest.ts';
import { tellOfOrders } from '../orders/order-events.ts';
import { deriveOrderStatuses } from '../orders/order-status.ts';
import type { OwnerScope } from '../scope.ts';
import type { Vault } from '../vault/vault.ts';
import { tellOfClaims } from './claim-events.ts';
import { noteConflicts } from './conflicts.ts';
import { writeClaimContacts } from './contacts.ts';
import { layClaimsOverLines, linkClaims, ordersLacking, writeClaimLines } from './lines.ts';
import { noteClaimsSeen } from './reread.ts';
import { type ClaimTarget, moveClaims, writeClaims } from './write.ts';

export interface ClaimNews {
  readonly claims: readonly ClaimSnapshot[];
  readonly moves: readonly ClaimMove[];
  /** Orders that were written in the same transaction: claims that waited for them are tied to them. */
  readonly orders: readonly string[];
}

/**
 * Writes what a marketplace said about claims, after the orders of the same batch. Identity is (account, native claim
 * id), the same batch may come again at any time. Orders that claims name and the hub does not have, or not whole, are asked for. The
 * caller holds the orders that are named.
 */
export async function ingestClaims(
  scope: OwnerScope,
  vault: Vault,
  target: ClaimTarget,
  news: ClaimNews,
  cause: IngestCause,
): Promise<void> {
  const { account } = target;
  const claims = lastOfEach(news.claims);
  const moves = lastOfEach(news.moves);
  const named = [...claims, ...moves].map(({ nativeOrderId }) => nativeOrderId);
  const concerned = [...new Set([...named, ...news.orders])];
  if (named.length === 0 && !(await someWait(scope, account, concerned))) return;
  const written = [
    ...(await writeClaims(scope, target, claims, cause)),
    ...(await moveClaims(scope, target, moves, cause)),
  ];
  await noteClaimsSeen(
    scope,
    account,
    [...claims, ...moves].map(({ nativeClaimId }) => nativeClaimId),
    target.claimsSeenWithinMs,
  );
  await writeClaimLines(scope, account, claims);
  await writeClaimContacts(scope, vault, account, claims);
  const orders = await linkClaims(scope, account, concerned);
  const lines = await layClaimsOverLines(scope, orders, cause);
  const derived = await deriveOrderStatuses(scope, [...new Set(lines.map(({ order }) => order))]);
  await sumOrders(scope, orders);
  const conflicts = await noteConflicts(scope, account, orders);
  // Asked for when a claim comes or moves, not whenever it is told: the marketplace may never show them.
  const lacking = await ordersLacking(
    scope,
    account,
    written
      .filter(({ created, state, stateBefore }) => created || state !== stateBefore)
      .map(({ nativeClaimId }) => nativeClaimId),
  );
  await hintOrders(scope, account, lacking, { cause: 'claim', inSeconds: 0 });
  await tellOfOrders(scope, account, { created: [], derived, moves: lines });
  await tellOfClaims(scope, account, { written, conflicts });
}

/** In the order in which every writer takes them. */
function lastOfEach<News extends { readonly nativeClaimId: string }>(news: readonly News[]): readonly News[] {
  return [...new Map(news.map((one) => [one.nativeClaimId, one])).values()].sort((a, b) =>
    a.nativeClaimId < b.nativeClaimId ? -1 : 1,
  );
}

/** Whether claims are tied to some orders, or wait for them. */
async function someWait(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<boolean> {
  if (nativeOrderIds.length === 0) return false;
  const { rows } = await sql`
    select from claims where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[]) limit 1`.execute(scope.trx);
  return rows.length > 0;
}
