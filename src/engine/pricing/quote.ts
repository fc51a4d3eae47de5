import { koreanDay } from '../../domain/business-days.ts';
import { type DatedFeeRate, rateOn, WHOLE } from '../../domain/pricing/fees.ts';
import { type Priced, type PriceFacts, type PriceRule, priceBy, ruleFor } from '../../domain/pricing/rule.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import { listFeeRates, type StoredFeeRate } from '../../store/pricing/fee-rates.ts';
import {
  type PricedFilter,
  type PricedItem,
  type PricedPart,
  pricedItems,
} from '../../store/pricing/priced-items.ts';
import { listRules, type StoredRule } from '../../store/pricing/rules.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { SOLD_LATELY_DAYS } from '../../store/stock/sold-lately.ts';
import { editionOf } from '../open-shop.ts';

/** What the rules make of one thing on sale. */
export interface PriceQuote {
  readonly item: PricedItem;
  /** Null where no rule counts for it: its price is left alone. */
  readonly rule: StoredRule | null;
  readonly rate: DatedFeeRate | null;
  readonly answer: Priced | { readonly kind: 'no_rule' } | { readonly kind: 'no_rate' };
}

/** Works out prices for linked things on sale, by the rules and fees of the day. Nothing is changed. */
export async function quotePrices(
  scope: OwnerScope,
  filter: PricedFilter,
  now: Date,
): Promise<readonly PriceQuote[]> {
  const items = await pricedItems(scope, filter);
  const rules = (await listRules(scope)).filter(({ enabled }) => enabled);
  const rates = await listFeeRates(scope);
  // Every marketplace here that tells fees lives by Korean days; being a day off moves no price but at a change of fees.
  const day = koreanDay(now);
  return items.map((item) => quote(item, rules, rates, day));
}

function quote(
  item: PricedItem,
  rules: readonly StoredRule[],
  rates: readonly StoredFeeRate[],
  day: string,
): PriceQuote {
  const rule = ruleFor<StoredRule>(rules, item) ?? null;
  const rate = rateOf(item, rates, day) ?? null;
  if (rule === null) return { item, rule, rate, answer: { kind: 'no_rule' } };
  if (rate === null) return { item, rule, rate, answer: { kind: 'no_rate' } };
  const { edition } = editionOf(item);
  return { item, rule, rate, answer: priceBy(rule, factsOf(item, rule, rate, edition)) };
}

/** The owner's rate counts before the descriptor's. */
function rateOf(item: PricedItem, rates: readonly StoredFeeRate[], day: string): DatedFeeRate | undefined {
  const own = rates.filter(({ platform }) => platform === item.platform);
  return (
    rateOn(own, item.nativeCategoryId, day) ??
    rateOn(editionOf(item).marketplace.fees, item.nativeCategoryId, day)
  );
}

function factsOf(
  item: PricedItem,
  rule: PriceRule,
  fees: DatedFeeRate,
  { offerRules, listingRules }: Edition,
): Omit<PriceFacts, 'cost'> & { readonly cost: number | null } {
  const { parts } = item;
  const costs = parts.map(({ cost, quantity }) => (cost === null ? null : cost * quantity));
  return {
    cost: costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0)),
    shippingPaid: item.deliveryFee,
    shippingCost: rule.shippingCost,
    otherCost: rule.otherCost,
    fees,
    productPrice: sum(parts.map(({ price, quantity }) => price * quantity)),
    now: item.priceNow,
    cover: coverOf(parts),
    limits: {
      step: listingRules?.price.step ?? offerRules?.priceStep ?? 1,
      min: listingRules?.price.min ?? offerRules?.minPrice ?? 1,
      max: listingRules?.price.max ?? offerRules?.maxPrice ?? Number.MAX_SAFE_INTEGER,
      raiseAtMostBp: shareBp(offerRules?.raiseAtMost),
      cutAtMostBp: shareBp(offerRules?.cutAtMost),
    },
  };
}

/** The part that lasts the shortest tells how long the whole does. */
function coverOf(parts: readonly PricedPart[]): PriceFacts['cover'] {
  const counted = parts.flatMap(({ available, safetyStock, soldLately }) =>
    available === null
      ? []
      : [
          {
            isLow: available <= safetyStock,
            days: soldLately === 0 ? Infinity : Math.max(0, available) / (soldLately / SOLD_LATELY_DAYS),
          },
        ],
  );
  const [first, ...others] = counted;
  return first === undefined
    ? null
    : others.reduce((least, one) => (one.days < least.days ? one : least), first);
}

function shareBp(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * WHOLE);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
