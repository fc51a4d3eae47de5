import { z } from 'zod';
import type { PriceAim } from '../../domain/pricing/rule.ts';
import type { StoredRule } from '../../store/pricing/rules.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';

const aimView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('margin'), percent: z.number() }),
  z.object({ kind: z.literal('markup'), percent: z.number() }),
  z.object({ kind: z.literal('product_price'), change_percent: z.number() }),
  z.object({ kind: z.literal('fixed'), price: z.int() }),
]);

export const ruleView = z
  .object({
    id,
    name: z.string(),
    account_id: id.nullable(),
    platform: z.string().nullable(),
    category_id: z.string().nullable(),
    product_id: id.nullable(),
    aim: aimView,
    shipping_cost: z.int(),
    other_cost: z.int(),
    rounding: z.object({ step: z.int(), direction: z.enum(['up', 'down', 'nearest']), less: z.int() }),
    floor: z.int().nullable(),
    ceiling: z.int().nullable(),
    change_at_most_percent: z.number().nullable(),
    scarcity: z.object({ raise_percent: z.number(), cover_days: z.int() }).nullable(),
    enabled: z.boolean(),
    created_at: instant,
    changed_at: instant,
  })
  .meta({ id: 'PriceRule' });

/** A rule as it goes out. */
export function viewRule(rule: StoredRule): z.infer<typeof ruleView> {
  const { scope, scarcity } = rule;
  return {
    id: rule.id,
    name: rule.name,
    account_id: scope.account,
    platform: scope.platform,
    category_id: scope.categoryKey,
    product_id: scope.product,
    aim: viewAim(rule.aim),
    shipping_cost: rule.shippingCost,
    other_cost: rule.otherCost,
    rounding: { ...rule.rounding },
    floor: rule.floor,
    ceiling: rule.ceiling,
    change_at_most_percent: rule.changeAtMostBp === null ? null : percentOf(rule.changeAtMostBp),
    scarcity:
      scarcity === null ? null : { raise_percent: percentOf(scarcity.bp), cover_days: scarcity.coverDays },
    enabled: rule.enabled,
    created_at: rule.createdAt.toISOString(),
    changed_at: rule.changedAt.toISOString(),
  };
}

function viewAim(aim: PriceAim): z.infer<typeof aimView> {
  switch (aim.kind) {
    case 'margin':
    case 'markup':
      return { kind: aim.kind, percent: percentOf(aim.bp) };
    case 'product_price':
      return { kind: 'product_price', change_percent: percentOf(aim.changeBp) };
    case 'fixed':
      return { ...aim };
  }
}

export function percentOf(bp: number): number {
  return bp / 100;
}
