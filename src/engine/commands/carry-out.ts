import type { CommandKind } from '../../domain/command.ts';
import type { CommandId } from '../../domain/ids.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import { findAccount } from '../../store/accounts.ts';
import { nextCommandAt, recoverSending, type TakenWork, takeCommands } from '../../store/commands/take.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { editionOf } from '../open-shop.ts';
import { hangBell } from './bell.ts';
import { sendBatch } from './send-batch.ts';
import { type CommandLane, type LeaveOff, type Shops, shopsOf } from './shops.ts';
import { verifyBatch } from './verify-batch.ts';

const PARALLEL = 3;
/** Calls beyond those that may be on their way at once, kept free for a person who waits. */
const KEPT_FOR_CLICKS = 1;
/** Unknown commands looked up in one go; on a marketplace without a bulk read each is a call of its own. */
const READ_AT_ONCE = 50;
/** While calls are on their way, others become due. */
const LOOK_EVERY_MS = 1_000;

/** A call on its way. It never rejects. */
interface Flight {
  readonly work: TakenWork;
  readonly over: Promise<void>;
}

/**
 * Carries out an account's due commands until none is due. The caller holds the account's command lane, so no other
 * process sends for it. A few calls are on their way at once, never two for the same order or thing on sale; what
 * goes next is looked up before each, so that a click waits for no more than the calls on their way. Answers when the
 * next command becomes due. Throws when the database is away, or the lane was lost; whoever takes it next looks up
 * what was on its way.
 */
export async function carryOutCommands(
  hub: Hub,
  lane: CommandLane,
  leave: LeaveOff = {},
): Promise<Date | null> {
  const { owner, account } = lane;
  const known = await asOwner(hub.db, owner, async (scope) => {
    await recoverSending(scope, account);
    return findAccount(scope, account);
  });
  if (known?.enabled !== true) return null;
  const { edition } = editionOf(known);
  const shops = shopsOf(hub, lane, known, leave);
  const parallel = edition.parallel ?? PARALLEL;
  const flights = new Set<Flight>();
  const bell = hangBell(hub);
  /** What broke in a way that no further call is to begin. */
  const stops: unknown[] = [];

  const take = (room: 'any' | 'click') =>
    asOwner(hub.db, owner, (scope) =>
      takeCommands(scope, account, {
        sizeOf: (kind) => sizeOf(edition, kind),
        readAtOnce: READ_AT_ONCE,
        busy: lookedUp(flights),
        now: hub.clock(),
        clicksOnly: room === 'click',
      }),
    );

  try {
    for (;;) {
      while (stops.length === 0 && leave.soon?.aborted !== true) {
        const room = roomIn(flights, parallel);
        if (room === 'none') break;
        const next = await take(room);
        if (next === null) break;
        const flight: Flight = {
          work: next,
          over: fly(hub, shops, next)
            .catch((error: unknown) => {
              stops.push(error);
            })
            .finally(() => {
              flights.delete(flight);
              bell.ring();
            }),
        };
        flights.add(flight);
      }
      if (flights.size === 0) break;
      await bell.wait(LOOK_EVERY_MS);
    }
  } catch (error) {
    stops.push(error);
    await Promise.all([...flights].map(({ over }) => over));
  } finally {
    bell.stop();
  }
  if (leave.soon?.aborted) return hub.clock();
  if (stops.length > 0) throw stops[0];
  return asOwner(hub.db, owner, (scope) => nextCommandAt(scope, account));
}

function fly(hub: Hub, shops: Shops, work: TakenWork): Promise<void> {
  return work.state === 'unknown' ? verifyBatch(hub, shops, work) : sendBatch(hub, shops, work);
}

function roomIn(flights: ReadonlySet<Flight>, parallel: number): 'any' | 'click' | 'none' {
  if (flights.size < parallel) return 'any';
  return flights.size < parallel + KEPT_FOR_CLICKS ? 'click' : 'none';
}

function lookedUp(flights: ReadonlySet<Flight>): readonly CommandId[] {
  return [...flights].flatMap(({ work }) =>
    work.state === 'unknown' ? work.commands.map(({ id }) => id) : [],
  );
}

/** How many items one call of a kind takes. */
function sizeOf({ batch, claims }: Edition, kind: CommandKind): number {
  switch (kind) {
    case 'acknowledge':
      return batch.acknowledge;
    case 'ship':
    case 'change_invoice':
    case 'delay':
      return batch.ship;
    case 'split':
      return batch.split ?? 1;
    case 'hold':
    case 'release':
      return batch.hold ?? 1;
    case 'cancel':
      return batch.cancel ?? 1;
    case 'set_stock':
      return batch.stock ?? 1;
    case 'set_price':
      return batch.prices ?? 1;
    case 'publish':
      return batch.publish ?? 1;
    case 'set_sale':
      return batch.sale ?? 1;
    default:
      return claims?.[kind]?.perCall ?? 1;
  }
}
