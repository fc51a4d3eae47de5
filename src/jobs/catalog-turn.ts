import { nextRunAt, phaseOf, schedulesFor, type Timing } from '../domain/schedule.ts';
import type { Hub } from '../engine/hub.ts';
import { importListings } from '../engine/listings/import-listings.ts';
import { hasCatalogue } from '../engine/pull/synced-types.ts';
import { findAccount } from '../store/accounts.ts';
import { noteAllStock } from '../store/inventory/changes.ts';
import type { Release, TakenLane } from '../store/lanes.ts';
import { readTurnFacts } from '../store/schedules.ts';
import { asOwner, type OwnerScope } from '../store/scope.ts';
import { openRunsOf, queueRuns } from '../store/sync-runs.ts';
import { CATALOG_TYPES, type CatalogType, noteSyncTurn, readSyncTurns } from '../store/sync-turns.ts';
import type { Leave } from './hold-lane.ts';
import { mayAskSoon } from './pull-turn.ts';

/** A marketplace that was away is asked again after this long; a reading goes on where it was. */
const AGAIN_MS = 120_000;

/** When an account has its turns of one type. */
interface TypePlan {
  readonly type: CatalogType;
  readonly timings: readonly Timing[];
  readonly timeZone: string;
  readonly phase: number;
  readonly lastTurn: Date | null;
}

/**
 * Gives an account its turn on the catalogue lane: reads its listings and its stock where their turn by the clock has
 * come, and whatever somebody asked for. What no schedule speaks of is read when asked only. Answers when the lane is
 * due again.
 */
export async function catalogTurn(hub: Hub, lane: TakenLane, leave: Leave): Promise<Release> {
  const taken = await asOwner(hub.db, lane.owner, async (scope) => {
    const now = hub.clock();
    const due = (await readPlans(scope, lane)).filter((plan) => isDue(plan, now));
    for (const { type } of due) await ask(scope, lane, type, now);
    return due;
  });
  const ended = await importListings(hub, lane, { signal: leave.soon, hard: leave.now, fence: lane });
  if (leave.soon.aborted) return { dueAt: hub.clock() };
  const again = taken.filter(({ type }) =>
    ended.some(({ run, trouble }) => run.syncType === type && trouble !== null && mayAskSoon(trouble.kind)),
  );
  return asOwner(hub.db, lane.owner, async (scope) => {
    // Not used up: it was the marketplace that missed it.
    for (const { type, lastTurn } of again) await noteSyncTurn(scope, lane.account, type, lastTurn);
    const now = hub.clock().getTime();
    const dues = (await readPlans(scope, lane)).flatMap((plan) => {
      const isAgain = again.some(({ type }) => type === plan.type);
      return nextRunAt(plan, new Date(isAgain ? now + AGAIN_MS : now)) ?? [];
    });
    return { dueAt: dues.length === 0 ? null : new Date(Math.min(...dues.map((at) => at.getTime()))) };
  });
}

/** The plans of what the account's schedules speak of; none for an account that is gone or switched off. */
async function readPlans(scope: OwnerScope, { account }: TakenLane): Promise<readonly TypePlan[]> {
  const shop = await findAccount(scope, account);
  if (shop === undefined || !shop.enabled || !hasCatalogue(shop)) return [];
  const { timeZone, schedules } = await readTurnFacts(scope);
  const turns = await readSyncTurns(scope, account);
  return CATALOG_TYPES.map((type) => ({
    type,
    timings: (schedulesFor(schedules, type, shop) ?? []).filter(({ pausedAt }) => pausedAt === null),
    timeZone,
    phase: phaseOf(account),
    lastTurn: turns.get(type) ?? null,
  }));
}

function isDue(plan: TypePlan, now: Date): boolean {
  const at = nextRunAt(plan, now);
  return at !== null && at <= now;
}

/**
 * Uses up a turn and asks for its reading in one transaction, so that a process that dies leaves both or neither. A turn for
 * stock works out anew what is on sale there, in every shop that has a part of it: what is left of a SKU is one number, so
 * a shop whose last one is still right is sent nothing, and any other one is put right.
 */
async function ask(scope: OwnerScope, { account }: TakenLane, type: CatalogType, now: Date): Promise<void> {
  await noteSyncTurn(scope, account, type, now);
  if (type === 'inventory') await noteAllStock(scope, { account });
  const open = await openRunsOf(scope, [account], type);
  if (open.size === 0) await queueRuns(scope, [account], 'schedule', null, type);
}
