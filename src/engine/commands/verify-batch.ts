import { isClaimAction } from '../../domain/claim-action.ts';
import type { CommandId, OwnerId } from '../../domain/ids.ts';
import {
  isForClaim,
  isForListing,
  isForOffer,
  isForOrder,
  type OpenCommand,
  sentForMs,
} from '../../store/commands/command.ts';
import { endPauses, failuresInRow } from '../../store/commands/pauses.ts';
import { type CommandResult, lockUnchanged, writeResults } from '../../store/commands/results.ts';
import type { TakenWork } from '../../store/commands/take.ts';
import { wakeLane } from '../../store/lanes.ts';
import {
  type AcceptedListing,
  applyAcceptedListings,
  holdCommandedListings,
} from '../../store/publish/accepted.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import type { Told } from '../pull/told.ts';
import { ingest } from '../pull/write-batch.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { holdUp } from './hold-up.ts';
import { LONGEST_TRY_MS, lookAgainMs, reachOf } from './retry.ts';
import type { Shops } from './shops.ts';
import { claimSeen, judgeByClaim, readClaimsOf } from './verify-claims.ts';
import { judgeByListing, sightListings } from './verify-listings.ts';
import { judgeByOffer, readOffersOf } from './verify-offers.ts';
import { judgeByOrder, readOrdersOf } from './verify-orders.ts';

/** What a reading shows, and how each command is judged by it. */
interface Reading {
  readonly told: Told;
  readonly judge: (command: OpenCommand, now: Date) => CommandResult | null;
  /** What is seen to have been taken of commands for listings. */
  readonly listings?: ReadonlyMap<CommandId, AcceptedListing>;
}

/**
 * Settles commands that may or may not have arrived, by reading the marketplace before anything is sent again. Orders
 * that were read are taken into the order list in the same transaction.
 */
export async function verifyBatch(hub: Hub, shops: Shops, work: TakenWork): Promise<void> {
  const { owner } = shops;
  const opened = await shops.open(work.lane);
  let reading: Reading;
  try {
    reading = await read(hub, owner, opened, work);
  } catch (error) {
    if (shops.stopsWork(error)) throw error;
    await postpone(hub, owner, opened, work, error);
    return;
  }
  await asOwner(hub.db, owner, async (scope) => {
    const seen = [...(reading.listings?.values() ?? [])];
    const made = seen.flatMap((one) => (one.kind === 'publish' ? one.nativeListingId : []));
    await holdCommandedListings(scope, opened.account.id, work.commands, made);
    const mine = await lockUnchanged(scope, work.commands);
    await ingest(scope, hub, opened, reading.told, { run: null, command: null });
    const results = mine.flatMap((command) => reading.judge(command, hub.clock()) ?? []);
    const taken = results.flatMap(({ command }) => reading.listings?.get(command) ?? []);
    await applyAcceptedListings(scope, opened.account.id, taken);
    if (taken.length > 0) await wakeLane(scope, opened.account.id, 'reread', null);
    await writeResults(scope, results);
    await endPauses(scope, opened.account.id, work.kind);
  });
}

async function read(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  { kind, commands }: TakenWork,
): Promise<Reading> {
  if (kind === 'set_stock' || kind === 'set_price') {
    const values = await readOffersOf(opened.shop, kind, commands.filter(isForOffer));
    return {
      told: NOTHING,
      judge: (command, now) =>
        isForOffer(command) ? judgeByOffer(command, values.get(command.payload.nativeItemId), now) : null,
    };
  }
  const lagMs = opened.edition.effectLagMs;
  if (kind === 'publish' || kind === 'set_sale') {
    const sightings = await sightListings(hub, owner, opened, commands.filter(isForListing));
    return {
      told: NOTHING,
      judge: (command, now) => {
        const sighting = isForListing(command) ? sightings.get(command.id) : undefined;
        return isForListing(command) && sighting !== undefined
          ? judgeByListing(command, sighting, now, lagMs)
          : null;
      },
      listings: new Map(
        [...sightings].flatMap(([id, sighting]) =>
          sighting.kind === 'done' ? [[id, sighting.accepted] as const] : [],
        ),
      ),
    };
  }
  if (isClaimAction(kind)) {
    const told = await readClaimsOf(opened, commands.filter(isForClaim));
    return {
      told,
      judge: (command, now) =>
        isForClaim(command)
          ? judgeByClaim(command, claimSeen(command, told), opened.edition.claims?.[kind], now, lagMs)
          : null,
    };
  }
  const told = await readOrdersOf(opened, commands.filter(isForOrder));
  return {
    told,
    judge: (command, now) => (isForOrder(command) ? judgeByOrder(command, told, now, lagMs) : null),
  };
}

const NOTHING: Told = { orders: [], news: [], claims: [], moves: [], unreadable: [] };

/** The marketplace could not be read. After a day a person is told that nobody knows whether it arrived. */
async function postpone(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  { kind, commands }: TakenWork,
  error: unknown,
): Promise<void> {
  const trouble = reportTrouble(error);
  hub.log.warn({ account: opened.account.id, trouble }, 'whether writes arrived could not be read');
  await asOwner(hub.db, owner, async (scope) => {
    const mine = await lockUnchanged(scope, commands);
    const now = hub.clock();
    await writeResults(
      scope,
      mine.map((command) => postponed(command, trouble, now)),
    );
    const reach = reachOf(error);
    if (reach === null) return;
    const failures = await failuresInRow(scope, opened.account.id, reach === 'account' ? 'any' : kind);
    await holdUp(scope, opened.account.id, { reach, kind, error, failures, now });
  });
}

function postponed(command: OpenCommand, trouble: TroubleReport, now: Date): CommandResult {
  const waitMs = lookAgainMs(sentForMs(command, now), Math.random());
  return {
    command: command.id,
    state: command.triedForMs > LONGEST_TRY_MS ? 'dead' : 'unknown',
    notBefore: new Date(now.getTime() + waitMs),
    trouble,
    items: [],
  };
}
