import { sql } from 'kysely';
import type { OwnerId } from '../../domain/ids.ts';
import type { Database } from '../database.ts';
import { groupCommit } from '../group-commit.ts';
import { callAsOwner } from '../scope.ts';
import { checkHold, type HoldAnswer, type HoldWish, holdAnswer, holdsToTell, type ToldHold } from './hold.ts';

/** Where holds are made that are all there is to do in a transaction. One per process. */
export interface HoldDesk {
  /**
   * As `reserveIfEnough`, answered after the commit. Those of one owner who come while others are written go into the next
   * transaction together, each with an answer of its own, in the order in which they came. Fails inside a transaction.
   */
  reserve(owner: OwnerId, wish: HoldWish): Promise<HoldAnswer>;
}

/** Holds in one transaction: orders of the same owner wait for their SKUs so long. */
const AT_ONCE = 200;

export function openHoldDesk(db: Database): HoldDesk {
  const ask = groupCommit<OwnerId, HoldWish, HoldAnswer>(async (owner, wishes) => {
    const told = await callAsOwner(
      db,
      owner,
      (scope) => sql<readonly ToldHold[]>`hold_stock_alone(${scope}, ${holdsToTell(wishes)})`,
    );
    return told.map(holdAnswer);
  }, AT_ONCE);
  return {
    async reserve(owner, wish) {
      checkHold(wish);
      db.refuseInside();
      return ask(owner, wish);
    },
  };
}
