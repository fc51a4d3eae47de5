import type { OwnerId, SkuId } from '../../src/domain/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { openHoldDesk } from '../../src/store/stock/hold-desk.ts';
import { bareUpdate } from './bare-updates.ts';
import { timed } from './rate.ts';

/** The machine is not equally fast all the time, so both sides take turns. */
const ROUNDS = 6;

export interface MeasuredHolds {
  readonly buyers: number;
  readonly floorPerSecond: number;
  readonly holdsPerSecond: number;
  readonly ratioToFloor: number;
}

/**
 * Checked holds through the hold desk of one process, as buyers ask for them who each wait for their answer, beside the
 * bare guarded updates of as many clients: the same number of SKUs, each update its own commit on a connection of its own.
 */
export async function holdsOf(
  { db, owner, skus }: { readonly db: Database; readonly owner: OwnerId; readonly skus: readonly SkuId[] },
  buyers: number,
  perRound: number,
): Promise<MeasuredHolds> {
  const desk = openHoldDesk(db);
  let floorMs = 0;
  let holdsMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    floorMs += await timed(perRound, buyers, (n) => bareUpdate(db, (n * 7919) % skus.length));
    holdsMs += await timed(perRound, buyers, async (n) => {
      const sku = skus[(n * 7919) % skus.length];
      if (sku === undefined) throw new Error('no SKU');
      const ref = `${buyers} buyers ${round}.${n}`;
      const { kind } = await desk.reserve(owner, { ref, skus: [{ sku, quantity: 1 }] });
      if (kind !== 'reserved') throw new Error(`a hold of something that is there is ${kind}`);
    });
  }
  const perSecond = (ms: number) => Math.round((ROUNDS * perRound * 1000) / ms);
  return {
    buyers,
    floorPerSecond: perSecond(floorMs),
    holdsPerSecond: perSecond(holdsMs),
    ratioToFloor: Number((floorMs / holdsMs).toFixed(2)),
  };
}
