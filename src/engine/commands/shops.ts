import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { type Lane, LaneLost } from '../../marketplaces/kit/budget.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { Account } from '../../store/accounts.ts';
import { isDatabaseAway } from '../../store/database-away.ts';
import type { HeldLane } from '../../store/lanes.ts';
import type { Hub } from '../hub.ts';
import { type OpenedShop, openShop } from '../open-shop.ts';

/** The account whose commands are carried out. A held lane is the fence of every call: without it none leaves. */
export type CommandLane =
  | HeldLane
  | { readonly owner: OwnerId; readonly account: AccountId; readonly holder?: undefined };

export interface LeaveOff {
  /** Aborts when no further call is to begin. */
  readonly soon?: AbortSignal | undefined;
  /** Aborts when calls on their way are to be let go of as well. */
  readonly now?: AbortSignal | undefined;
}

/** One account's shop, opened once per lane of the budget, so that a click asks for its calls as a click. */
export interface Shops {
  readonly owner: OwnerId;
  open(lane: Lane): Promise<OpenedShop>;
  /** Whether an error means that this process is to stop here, and says nothing about the marketplace. */
  stopsWork(error: unknown): boolean;
}

export function shopsOf(hub: Hub, held: CommandLane, account: Account, leave: LeaveOff): Shops {
  const opened = new Map<Lane, Promise<OpenedShop>>();
  const fence = held.holder === undefined ? undefined : held;
  return {
    owner: held.owner,
    open(lane) {
      const known = opened.get(lane);
      if (known !== undefined) return known;
      const opening = openShop(hub, held.owner, account, lane, leave.now, { fence, leaving: leave.soon });
      opened.set(lane, opening);
      return opening;
    },
    stopsWork(error) {
      if (error instanceof MarketplaceError) return false;
      const left = leave.soon?.aborted === true || leave.now?.aborted === true;
      return left || error instanceof LaneLost || isDatabaseAway(error);
    },
  };
}
