import { sql } from 'kysely';
import { type PriceRuleId, priceRuleId } from '../../domain/ids.ts';
import type { PriceAim, PriceRule, Rounding, ScarcityRaise } from '../../domain/pricing/rule.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** More rules than this nobody can oversee; all of an owner's are read at once. */
export const MOST_RULES = 1_000;

/** A rule as it is kept. Those that are not enabled count for nothing. */
export interface StoredRule extends PriceRule {
  readonly name: string;
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export type RuleFields = Omit<StoredRule, 'id' | 'createdAt' | 'changedAt'>;

interface RuleRow {
  readonly id: number;
  readonly name: string;
  readonly account_id: number | null;
  readonly platform: string | null;
  readonly category_key: string | null;
  readonly product_id: number | null;
  readonly aim: PriceAim;
  readonly shipping_cost: number;
  readonly other_cost: number;
  readonly rounding: Rounding;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly change_at_most_bp: number | null;
  readonly scarcity: ScarcityRaise | null;
  readonly enabled: boolean;
  readonly created_at: Date;
  readonly changed_at: Date;
}

/** Every rule of the owner, newest first. */
export async function listRules(scope: OwnerScope): Promise<readonly StoredRule[]> {
  const { rows } = await sql<RuleRow>`
    select * from price_rules where owner_id = ${scope.owner} order by id desc limit ${MOST_RULES}`.execute(
    scope.trx,
  );
  return rows.map(ruleFrom);
}

export async function findRule(scope: OwnerScope, id: PriceRuleId): Promise<StoredRule | undefined> {
  const { rows } = await sql<RuleRow>`
    select * from price_rules where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : ruleFrom(row);
}

/** Adds a rule; undefined when there are too many. */
export async function addRule(scope: OwnerScope, fields: RuleFields): Promise<StoredRule | undefined> {
  const { rows } = await sql<RuleRow>`
    insert into price_rules (owner_id, name, account_id, platform, category_key, product_id, aim, shipping_cost, other_cost,
      rounding, floor, ceiling, change_at_most_bp, scarcity, enabled)
    select ${scope.owner}, x.name, x.account_id, x.platform, x.category_key, x.product_id, x.aim, x.shipping_cost,
      x.other_cost, x.rounding, x.floor, x.ceiling, x.change_at_most_bp, x.scarcity, x.enabled
    from ${recordOf(fields)}
    where (select count(*) from price_rules where owner_id = ${scope.owner}) < ${MOST_RULES}
    returning *`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : ruleFrom(row);
}

/** Brings a rule to what is given; undefined when it is not there. */
export async function changeRule(
  scope: OwnerScope,
  id: PriceRuleId,
  fields: RuleFields,
): Promise<StoredRule | undefined> {
  const { rows } = await sql<RuleRow>`
    update price_rules r set (name, account_id, platform, category_key, product_id, aim, shipping_cost, other_cost, rounding,
        floor, ceiling, change_at_most_bp, scarcity, enabled)
      = (x.name, x.account_id, x.platform, x.category_key, x.product_id, x.aim, x.shipping_cost, x.other_cost, x.rounding,
        x.floor, x.ceiling, x.change_at_most_bp, x.scarcity, x.enabled),
      changed_at = now()
    from ${recordOf(fields)} where r.owner_id = ${scope.owner} and r.id = ${id} returning r.*`.execute(
    scope.trx,
  );
  const [row] = rows;
  return row === undefined ? undefined : ruleFrom(row);
}

/** False when it is not there. */
export async function removeRule(scope: OwnerScope, id: PriceRuleId): Promise<boolean> {
  const { rows } = await sql`
    delete from price_rules where owner_id = ${scope.owner} and id = ${id} returning id`.execute(scope.trx);
  return rows.length > 0;
}

function recordOf({ scope, ...rule }: RuleFields) {
  const row = {
    name: rule.name,
    account_id: scope.account,
    platform: scope.platform,
    category_key: scope.categoryKey,
    product_id: scope.product,
    aim: rule.aim,
    shipping_cost: rule.shippingCost,
    other_cost: rule.otherCost,
    rounding: rule.rounding,
    floor: rule.floor,
    ceiling: rule.ceiling,
    change_at_most_bp: rule.changeAtMostBp,
    scarcity: rule.scarcity,
    enabled: rule.enabled,
  };
  return sql`json_to_record(${sqlJson(row)}::json) as x(name text, account_id bigint, platform text, category_key text,
    product_id bigint, aim jsonb, shipping_cost bigint, other_cost bigint, rounding jsonb, floor bigint, ceiling bigint,
    change_at_most_bp integer, scarcity jsonb, enabled boolean)`;
}

function ruleFrom(row: RuleRow): StoredRule {
  return {
    id: priceRuleId(row.id),
    name: row.name,
    scope: {
      account: row.account_id,
      platform: row.platform,
      categoryKey: row.category_key,
      product: row.product_id,
    },
    aim: row.aim,
    shippingCost: row.shipping_cost,
    otherCost: row.other_cost,
    rounding: row.rounding,
    floor: row.floor,
    ceiling: row.ceiling,
    changeAtMostBp: row.change_at_most_bp,
    scarcity: row.scarcity,
    enabled: row.enabled,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
