import type { PlanId } from '../../domain/ids.ts';
import { type NewPlanItem, storePlan } from '../../store/plans/new-plan.ts';
import type { PricedFilter } from '../../store/pricing/priced-items.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { type PriceQuote, quotePrices } from './quote.ts';

export interface AppliedRules {
  /** The plan that sets the prices; null where every price is so already or none could be worked out. */
  readonly plan: PlanId | null;
  readonly quotes: readonly PriceQuote[];
}

/**
 * Makes a plan of the prices that the rules ask for, of things whose price is known to be another one or not known at all.
 * It is carried out by itself when `confirmed`, else once a person has confirmed it; either way it can be undone.
 */
export async function applyRules(
  scope: OwnerScope,
  filter: PricedFilter,
  by: { readonly actor: string; readonly confirmed: boolean; readonly now: Date },
): Promise<AppliedRules> {
  const quotes = await quotePrices(scope, filter, by.now);
  const items = quotes.flatMap(({ item, answer }): readonly NewPlanItem[] =>
    answer.kind !== 'priced' || answer.price === item.priceNow
      ? []
      : [
          {
            target: { kind: 'offer', account: item.account, nativeItemId: item.nativeItemId },
            wanted: { kind: 'set_price', price: answer.price, currency: item.currency },
          },
        ],
  );
  if (items.length === 0) return { plan: null, quotes };
  const { actor, confirmed } = by;
  return {
    plan: await storePlan(scope, { kind: 'set_price', actor, undoes: null, confirmed, items }),
    quotes,
  };
}
