import type { Schema } from '../../api/types.ts';

export const AIMS = ['margin', 'markup', 'product_price', 'fixed'] as const;
type Rule = Schema<'PriceRule'>;

/** A rule as it is typed. */
export interface RuleForm {
  readonly name: string;
  readonly enabled: boolean;
  readonly account: string;
  readonly product: string;
  readonly category: string;
  /** Not to be chosen here; kept as it is. */
  readonly platform: string | null;
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

const text = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

/** What stands in the form at first. */
export function ruleForm(rule: Rule | null): RuleForm {
  return {
    name: rule?.name ?? '',
    enabled: rule?.enabled ?? true,
    account: text(rule?.account_id),
    product: text(rule?.product_id),
    category: rule?.category_id ?? '',
    platform: rule?.platform ?? null,
    aim: rule?.aim.kind ?? 'margin',
    value: rule === null ? '20' : text(aimValue(rule.aim)),
    step: text(rule?.rounding.step ?? 10),
    direction: rule?.rounding.direction ?? 'up',
    less: text(rule?.rounding.less ?? 0),
    shippingCost: text(rule?.shipping_cost ?? 0),
    otherCost: text(rule?.other_cost ?? 0),
    floor: text(rule?.floor),
    ceiling: text(rule?.ceiling),
    changeAtMost: text(rule?.change_at_most_percent),
    raise: text(rule?.scarcity?.raise_percent),
    coverDays: text(rule?.scarcity?.cover_days ?? 7),
  };
}

/** The same in the API's words. */
export function ruleBody(form: RuleForm): Schema<'NewPriceRuleInput'> {
  const orNull = (value: string) => (value.trim() === '' ? null : Number(value));
  const raise = orNull(form.raise);
  return {
    name: form.name,
    enabled: form.enabled,
    account_id: orNull(form.account),
    product_id: orNull(form.product),
    category_id: form.category.trim() === '' ? null : form.category,
    platform: form.platform,
    aim: aimOf(form),
    rounding: { step: Number(form.step), direction: form.direction, less: Number(form.less) },
    shipping_cost: Number(form.shippingCost),
    other_cost: Number(form.otherCost),
    floor: orNull(form.floor),
    ceiling: orNull(form.ceiling),
    change_at_most_percent: orNull(form.changeAtMost),
    scarcity: raise === null ? null : { raise_percent: raise, cover_days: Number(form.coverDays) },
  };
}

function aimValue(aim: Rule['aim']): number {
  switch (aim.kind) {
    case 'margin':
    case 'markup':
      return aim.percent;
    case 'product_price':
      return aim.change_percent;
    case 'fixed':
      return aim.price;
  }
}

function aimOf({ aim, value }: RuleForm): Schema<'NewPriceRuleInput'>['aim'] {
  const number = Number(value);
  switch (aim) {
    case 'margin':
    case 'markup':
      return { kind: aim, percent: number };
    case 'product_price':
      return { kind: aim, change_percent: number };
    case 'fixed':
      return { kind: aim, price: number };
  }
}
