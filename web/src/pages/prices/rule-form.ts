import type { Schema } from '../../api/types.ts';
import { minorUnits, wholeUnits } from '../../language/amounts.ts';
import type { Currencies } from './use-currencies.ts';

export const AIMS = ['margin', 'markup', 'product_price', 'fixed'] as const;
type Rule = Schema<'PriceRule'>;
type RuleInput = Schema<'NewPriceRuleInput'>;

/** A rule as it is typed: amounts in the usual unit of its currency. */
export interface RuleForm {
  readonly name: string;
  readonly enabled: boolean;
  /** `account:3`, `platform:coupang`, or nothing for every shop. */
  readonly scope: string;
  readonly product: number | null;
  readonly category: string;
  readonly aim: (typeof AIMS)[number];
  /** Percent, or a price where that is fixed. */
  readonly value: string;
  readonly step: string;
  readonly direction: Rule['rounding']['direction'];
  readonly less: string;
  readonly shippingCost: string;
  readonly otherCost: string;
  readonly floor: string;
  readonly ceiling: string;
  readonly changeAtMost: string;
  readonly raise: string;
  readonly coverDays: string;
}

/** What stands in the form at first. */
export function ruleForm(rule: Rule | null, currency: string): RuleForm {
  const amount = (minor: number | null) => (minor === null ? '' : String(wholeUnits(minor, currency)));
  return {
    name: rule?.name ?? '',
    enabled: rule?.enabled ?? true,
    scope: scopeText(rule),
    product: rule?.product_id ?? null,
    category: rule?.category_id ?? '',
    aim: rule?.aim.kind ?? 'margin',
    value: rule === null ? '20' : aimText(rule.aim, amount),
    step: rule === null ? '10' : amount(rule.rounding.step),
    direction: rule?.rounding.direction ?? 'up',
    less: amount(rule?.rounding.less ?? 0),
    shippingCost: amount(rule?.shipping_cost ?? 0),
    otherCost: amount(rule?.other_cost ?? 0),
    floor: amount(rule?.floor ?? null),
    ceiling: amount(rule?.ceiling ?? null),
    changeAtMost: percentText(rule?.change_at_most_percent),
    raise: percentText(rule?.scarcity?.raise_percent),
    coverDays: String(rule?.scarcity?.cover_days ?? 7),
  };
}

/** The same in the API's words. */
export function ruleBody(form: RuleForm, currency: string): RuleInput {
  const amount = (text: string) => minorUnits(text, currency) ?? 0;
  const amountOrNull = (text: string) => minorUnits(text, currency) ?? null;
  const percentOrNull = (text: string) => (text.trim() === '' ? null : Number(text));
  const raise = percentOrNull(form.raise);
  return {
    name: form.name,
    enabled: form.enabled,
    account_id: accountOf(form.scope),
    platform: platformOf(form.scope),
    product_id: form.product,
    category_id: form.category.trim() === '' ? null : form.category,
    aim: aimOf(form, amount),
    rounding: { step: amount(form.step), direction: form.direction, less: amount(form.less) },
    shipping_cost: amount(form.shippingCost),
    other_cost: amount(form.otherCost),
    floor: amountOrNull(form.floor),
    ceiling: amountOrNull(form.ceiling),
    change_at_most_percent: percentOrNull(form.changeAtMost),
    scarcity: raise === null ? null : { raise_percent: raise, cover_days: Number(form.coverDays) },
  };
}

/** The shop that a scope means. */
function accountOf(scope: string): number | null {
  return scope.startsWith('account:') ? Number(scope.slice('account:'.length)) : null;
}

/** The marketplace that a scope means. */
function platformOf(scope: string): string | null {
  return scope.startsWith('platform:') ? scope.slice('platform:'.length) : null;
}

/** In what the amounts of a rule are: where it counts for shops of several currencies, in that of the first. */
export function currencyOf(scope: string, { all, ofPlatform, ofShop }: Currencies): string {
  const account = accountOf(scope);
  const platform = platformOf(scope);
  if (account !== null) return ofShop(account);
  return platform === null ? (all[0] ?? 'KRW') : ofPlatform(platform);
}

/** For which shops a rule counts, as a choice. */
export function scopeText(rule: Pick<Rule, 'account_id' | 'platform'> | null): string {
  if (rule !== null && rule.account_id !== null) return `account:${rule.account_id}`;
  return rule === null || rule.platform === null ? '' : `platform:${rule.platform}`;
}

function percentText(percent: number | null | undefined): string {
  return percent === null || percent === undefined ? '' : String(percent);
}

function aimText(aim: Rule['aim'], amount: (minor: number) => string): string {
  switch (aim.kind) {
    case 'margin':
    case 'markup':
      return String(aim.percent);
    case 'product_price':
      return String(aim.change_percent);
    case 'fixed':
      return amount(aim.price);
  }
}

function aimOf({ aim, value }: RuleForm, amount: (text: string) => number): RuleInput['aim'] {
  switch (aim) {
    case 'margin':
    case 'markup':
      return { kind: aim, percent: Number(value) };
    case 'product_price':
      return { kind: aim, change_percent: Number(value) };
    case 'fixed':
      return { kind: aim, price: amount(value) };
  }
}
