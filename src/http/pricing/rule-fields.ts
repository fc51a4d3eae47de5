import { z } from 'zod';
import { accountId, productId } from '../../domain/ids.ts';
import type { PriceAim, RuleScope } from '../../domain/pricing/rule.ts';
import { findAccount } from '../../store/accounts.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import type { RuleFields, StoredRule } from '../../store/pricing/rules.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { platformName } from '../platforms/platform-name.ts';
import { fieldProblem } from '../problems/problem.ts';
import { id } from '../values/id.ts';

const MOST_MONEY = 1_000_000_000_000;
const amount = z.int().min(0).max(MOST_MONEY);
const price = z.int().min(1).max(MOST_MONEY);
/** Shares are told in percent with two digits and kept in hundredths of a percent. */
const percent = (min: number, max: number) => z.number().min(min).max(max).multipleOf(0.01);

const aim = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('margin'), percent: percent(-50, 95) }).meta({
    description: 'What is left of the revenue after fees and cost.',
  }),
  z.strictObject({ kind: z.literal('markup'), percent: percent(-50, 1_000) }).meta({
    description: 'What is left on top of the cost.',
  }),
  z.strictObject({ kind: z.literal('product_price'), change_percent: percent(-90, 500).default(0) }).meta({
    description: "The product's own price, higher or lower by so much.",
  }),
  z.strictObject({ kind: z.literal('fixed'), price }).meta({
    description: 'What a supplier demands, whatever it costs.',
  }),
]);

const rounding = z.strictObject({
  step: price.default(10),
  direction: z.enum(['up', 'down', 'nearest']).default('up'),
  less: amount.default(0).meta({ description: 'Taken off at the end: 100 makes 15,000 into 14,900.' }),
});

const scarcity = z.strictObject({
  raise_percent: percent(0.01, 200),
  cover_days: z.int().min(1).max(365).meta({
    description:
      'While there are no more than the safety stock, and at the pace of the last week they last fewer days than this.',
  }),
});

const fields = {
  name: z.string().trim().min(1).max(100),
  account_id: id.nullable(),
  platform: platformName.nullable(),
  category_id: z.string().trim().min(1).max(100).nullable(),
  product_id: id.nullable(),
  aim,
  shipping_cost: amount.meta({
    description: 'What shipping costs the seller, whatever the buyer pays for it.',
  }),
  other_cost: amount.meta({ description: 'Packaging, gifts, expected returns.' }),
  rounding,
  floor: price.nullable(),
  ceiling: price.nullable(),
  change_at_most_percent: percent(0.01, 1_000).nullable(),
  scarcity: scarcity.nullable(),
  enabled: z.boolean(),
};

export const newRule = z
  .strictObject(fields)
  .partial()
  .required({ name: true, aim: true })
  .meta({ id: 'NewPriceRule' });
export const ruleChange = z.strictObject(fields).partial().meta({ id: 'PriceRuleChange' });

type Given = z.output<typeof ruleChange>;

const NEW: Omit<RuleFields, 'name' | 'aim'> = {
  scope: { account: null, platform: null, categoryKey: null, product: null },
  shippingCost: 0,
  otherCost: 0,
  rounding: { step: 10, direction: 'up', less: 0 },
  floor: null,
  ceiling: null,
  changeAtMostBp: null,
  scarcity: null,
  enabled: true,
};

/** A rule as a body tells it. Throws a 422 for a shop or product that is not there. */
export function newRuleOf(scope: OwnerScope, given: z.output<typeof newRule>): Promise<RuleFields> {
  return withGiven(scope, { ...NEW, name: given.name, aim: aimOf(given.aim) }, given);
}

/** A rule with what a body changes of it. */
export function changedRuleOf(scope: OwnerScope, before: StoredRule, given: Given): Promise<RuleFields> {
  return withGiven(scope, before, given);
}

async function withGiven(scope: OwnerScope, before: RuleFields, given: Given): Promise<RuleFields> {
  const rule: RuleFields = {
    name: given.name ?? before.name,
    scope: await scopeOf(scope, before.scope, given),
    aim: given.aim === undefined ? before.aim : aimOf(given.aim),
    shippingCost: given.shipping_cost ?? before.shippingCost,
    otherCost: given.other_cost ?? before.otherCost,
    rounding: given.rounding ?? before.rounding,
    floor: given.floor === undefined ? before.floor : given.floor,
    ceiling: given.ceiling === undefined ? before.ceiling : given.ceiling,
    changeAtMostBp:
      given.change_at_most_percent === undefined
        ? before.changeAtMostBp
        : bpOrNull(given.change_at_most_percent),
    scarcity:
      given.scarcity === undefined
        ? before.scarcity
        : given.scarcity === null
          ? null
          : { bp: bpOf(given.scarcity.raise_percent), coverDays: given.scarcity.cover_days },
    enabled: given.enabled ?? before.enabled,
  };
  if (rule.floor !== null && rule.ceiling !== null && rule.floor > rule.ceiling)
    throw fieldProblem('floor', 'above_ceiling', {
      ko: '하한가가 상한가보다 높습니다.',
      en: 'The floor lies above the ceiling.',
      ru: 'Минимум выше максимума.',
      uz: 'Quyi chegara yuqorisidan baland.',
    });
  return rule;
}

async function scopeOf(scope: OwnerScope, before: RuleScope, given: Given): Promise<RuleScope> {
  const { account_id, product_id, platform, category_id } = given;
  if (account_id !== undefined && account_id !== null) {
    if ((await findAccount(scope, accountId(account_id))) === undefined)
      throw fieldProblem('account_id', 'not_found', {
        ko: '그 번호의 연결된 상점이 없습니다.',
        en: 'No connected shop has this number.',
        ru: 'Подключённого магазина с таким номером нет.',
        uz: 'Bunday raqamli ulangan do‘kon yo‘q.',
      });
  }
  if (product_id !== undefined && product_id !== null) {
    if ((await findProduct(scope, productId(product_id))) === undefined)
      throw fieldProblem('product_id', 'not_found', {
        ko: '그 번호의 상품이 없습니다.',
        en: 'No product has this number.',
        ru: 'Товара с таким номером нет.',
        uz: 'Bunday raqamli tovar yo‘q.',
      });
  }
  return {
    account: account_id === undefined ? before.account : account_id,
    platform: platform === undefined ? before.platform : (platform?.id ?? null),
    categoryKey: category_id === undefined ? before.categoryKey : category_id,
    product: product_id === undefined ? before.product : product_id,
  };
}

function aimOf(given: z.output<typeof aim>): PriceAim {
  switch (given.kind) {
    case 'margin':
    case 'markup':
      return { kind: given.kind, bp: bpOf(given.percent) };
    case 'product_price':
      return { kind: 'product_price', changeBp: bpOf(given.change_percent) };
    case 'fixed':
      return { kind: 'fixed', price: given.price };
  }
}

export function bpOf(share: number): number {
  return Math.round(share * 100);
}

function bpOrNull(share: number | null): number | null {
  return share === null ? null : bpOf(share);
}
