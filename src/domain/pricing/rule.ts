import type { PriceRuleId } from '../ids.ts';
import type { Minor } from '../money.ts';
import { type BasisPoints, WHOLE } from './fees.ts';
import { type Margin, marginAt, priceForMargin, priceForMarkup, type SaleFacts } from './margin.ts';

/** What a price is made from. */
export type PriceAim =
  /** A share of the revenue is left. */
  | { readonly kind: 'margin'; readonly bp: BasisPoints }
  /** A share of the cost is left on top. */
  | { readonly kind: 'markup'; readonly bp: BasisPoints }
  /** The product's own price, higher or lower by a share. */
  | { readonly kind: 'product_price'; readonly changeBp: BasisPoints }
  /** What a supplier demands, whatever it costs. */
  | { readonly kind: 'fixed'; readonly price: Minor };

export interface Rounding {
  /** Prices are whole multiples of it. */
  readonly step: Minor;
  readonly direction: 'up' | 'down' | 'nearest';
  /** Taken off at the end: 100 makes 15,000 into 14,900. */
  readonly less: Minor;
}

/** A raise while goods run low and sell well. */
export interface ScarcityRaise {
  readonly bp: BasisPoints;
  /** Counts while there are fewer than the safety stock, and they would last fewer days than this. */
  readonly coverDays: number;
}

/** Where a rule counts; what is null counts everywhere. */
export interface RuleScope {
  readonly account: number | null;
  readonly platform: string | null;
  readonly categoryKey: string | null;
  readonly product: number | null;
}

export interface PriceRule {
  readonly id: PriceRuleId;
  readonly scope: RuleScope;
  readonly aim: PriceAim;
  readonly shippingCost: Minor;
  readonly otherCost: Minor;
  readonly rounding: Rounding;
  readonly floor: Minor | null;
  readonly ceiling: Minor | null;
  /** How far one change may go; null for as far as the marketplace lets it. */
  readonly changeAtMostBp: BasisPoints | null;
  readonly scarcity: ScarcityRaise | null;
}

export interface RuleTarget {
  readonly account: number;
  readonly platform: string;
  readonly categoryKey: string | null;
  readonly product: number | null;
}

/** The rule that counts for a thing on sale: the closest one, and of equally close ones the newest. */
export function ruleFor<Rule extends PriceRule>(
  rules: readonly Rule[],
  target: RuleTarget,
): Rule | undefined {
  return rules
    .filter(({ scope }) => isWithin(scope, target))
    .reduce<Rule | undefined>((best, rule) => {
      if (best === undefined) return rule;
      const closer = closeness(rule.scope) - closeness(best.scope);
      return closer > 0 || (closer === 0 && rule.id > best.id) ? rule : best;
    }, undefined);
}

function isWithin({ account, platform, categoryKey, product }: RuleScope, target: RuleTarget): boolean {
  return (
    (account === null || account === target.account) &&
    (platform === null || platform === target.platform) &&
    (categoryKey === null || categoryKey === target.categoryKey) &&
    (product === null || product === target.product)
  );
}

/** A product says more than a category, and both more than a shop; a shop more than a marketplace. */
function closeness({ account, platform, categoryKey, product }: RuleScope): number {
  return (
    (product === null ? 0 : 8) +
    (categoryKey === null ? 0 : 4) +
    (account === null ? 0 : 2) +
    (platform === null ? 0 : 1)
  );
}

/** What a price is worked out from. */
export interface PriceFacts extends SaleFacts {
  /** The price it has in the catalogue. */
  readonly productPrice: Minor;
  /** What it costs at the marketplace now; null where that is not known. */
  readonly now: Minor | null;
  /** Whether it runs low, and how many days the rest lasts as it sells now; null where nobody counts. */
  readonly cover: { readonly isLow: boolean; readonly days: number } | null;
  /** What the marketplace takes as a price, and as a change of one. */
  readonly limits: {
    readonly step: Minor;
    readonly min: Minor;
    readonly max: Minor;
    readonly raiseAtMostBp: BasisPoints | null;
    readonly cutAtMostBp: BasisPoints | null;
  };
}

/** Why a price is another one than the aim alone would make it. */
export type PriceNote = 'raised_scarce' | 'at_floor' | 'at_ceiling' | 'change_limited' | 'at_market_limit';

export type Priced =
  | {
      readonly kind: 'priced';
      readonly price: Minor;
      readonly margin: Margin;
      /** What is left at the price it has now. */
      readonly marginNow: Margin | null;
      readonly notes: readonly PriceNote[];
    }
  | {
      readonly kind: 'no_price';
      /** `cost_unknown`: a margin or markup of nothing; `aim_too_high`: fees and margin are more than the whole. */
      readonly because: 'cost_unknown' | 'aim_too_high' | 'floor_above_ceiling';
    };

/** Works out a price by a rule. `cost` is null where a part's cost was never told. */
export function priceBy(
  rule: PriceRule,
  facts: Omit<PriceFacts, 'cost'> & { readonly cost: Minor | null },
): Priced {
  const { aim, scarcity, floor, ceiling } = rule;
  if (facts.cost === null && (aim.kind === 'margin' || aim.kind === 'markup'))
    return { kind: 'no_price', because: 'cost_unknown' };
  const sale: SaleFacts = {
    cost: facts.cost ?? 0,
    shippingPaid: facts.shippingPaid,
    shippingCost: rule.shippingCost,
    otherCost: rule.otherCost,
    fees: facts.fees,
  };
  const aimed = aimedPrice(aim, facts.productPrice, sale);
  if (aimed === null) return { kind: 'no_price', because: 'aim_too_high' };
  if (floor !== null && ceiling !== null && floor > ceiling)
    return { kind: 'no_price', because: 'floor_above_ceiling' };
  const notes: PriceNote[] = [];
  let price = aimed;
  const { cover } = facts;
  if (scarcity !== null && aim.kind !== 'fixed' && cover?.isLow && cover.days < scarcity.coverDays) {
    price *= 1 + scarcity.bp / WHOLE;
    notes.push('raised_scarce');
  }
  if (aim.kind !== 'fixed') price = rounded(price, rule.rounding);
  if (floor !== null && price < floor) {
    price = floor;
    notes.push('at_floor');
  }
  if (ceiling !== null && price > ceiling) {
    price = ceiling;
    notes.push('at_ceiling');
  }
  const changed = withinChange(price, rule, facts);
  if (changed !== price) notes.push('change_limited');
  const taken = asTaken(changed, price, facts);
  if (taken !== changed) notes.push('at_market_limit');
  return {
    kind: 'priced',
    price: taken,
    margin: marginAt(taken, sale),
    marginNow: facts.now === null ? null : marginAt(facts.now, sale),
    notes,
  };
}

function aimedPrice(aim: PriceAim, productPrice: Minor, sale: SaleFacts): number | null {
  switch (aim.kind) {
    case 'margin':
      return priceForMargin(aim.bp, sale);
    case 'markup':
      return priceForMarkup(aim.bp, sale);
    case 'product_price':
      return productPrice * (1 + aim.changeBp / WHOLE);
    case 'fixed':
      return aim.price;
  }
}

/** A price by the rule's rounding. Sums that are whole but for the noise of floats count as whole. */
function rounded(price: number, { step, direction, less }: Rounding): Minor {
  const steps = Math.round((price / step) * 1e6) / 1e6;
  const whole =
    direction === 'up' ? Math.ceil(steps) : direction === 'down' ? Math.floor(steps) : Math.round(steps);
  return Math.max(step, whole * step) - Math.min(less, step - 1);
}

/** As near to the price as one change may come: by the rule, and by what the marketplace refuses. */
function withinChange(
  price: Minor,
  { changeAtMostBp }: PriceRule,
  { now, limits }: { now: Minor | null; limits: PriceFacts['limits'] },
): number {
  if (now === null) return price;
  const up = lesser(changeAtMostBp, limits.raiseAtMostBp);
  const down = lesser(changeAtMostBp, limits.cutAtMostBp);
  const highest = up === null ? Infinity : now * (1 + up / WHOLE);
  const lowest = down === null ? 0 : now * (1 - down / WHOLE);
  return Math.min(highest, Math.max(lowest, price));
}

function lesser(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}

/** A price that the marketplace takes: a whole step within its bounds, on the side of the price that was wanted. */
function asTaken(
  price: number,
  wanted: number,
  { limits: { step, min, max } }: Pick<PriceFacts, 'limits'>,
): Minor {
  // What was held back from a raise is rounded down, and from a cut up, so that the change stays within its limit.
  const steps = Math.round((price / step) * 1e6) / 1e6;
  const whole = price < wanted ? Math.floor(steps) : price > wanted ? Math.ceil(steps) : Math.round(steps);
  return Math.min(Math.floor(max / step) * step, Math.max(Math.ceil(min / step) * step, whole * step));
}
