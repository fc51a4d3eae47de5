import type { Role } from '../../../src/store/owners.ts';
import { type Market, marketOf, type Sale } from '../../stories/market.ts';
import { openStage, type Stage, type Visit } from './stage.ts';

/** A stage with one shop that has sold something, and somebody at the desk. */
export interface TradingDay {
  readonly stage: Stage;
  readonly visit: Visit;
  readonly market: Market;
  readonly sales: readonly Sale[];
  close(): Promise<void>;
}

export async function openTradingDay(day: {
  readonly platform: string;
  readonly sales: number;
  readonly as: Role;
}): Promise<TradingDay> {
  const stage = await openStage();
  const visit = await stage.visit({ as: day.as });
  const market = marketOf(stage.sandbox, await stage.connect(day.platform, 0));
  const sales: Sale[] = [];
  for (let sale = 0; sale < day.sales; sale++) sales.push(await market.buyer.buys());
  return {
    stage,
    visit,
    market,
    sales,
    async close() {
      await visit.close();
      await stage.close();
    },
  };
}
