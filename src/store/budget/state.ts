import { sql } from 'kysely';
import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import type { Bucket } from '../../marketplaces/kit/bucket.ts';
import { LANES, type Lane } from '../../marketplaces/kit/budget.ts';
import type { OwnerScope } from '../scope.ts';
import { ruleOf } from './rules.ts';

/** How one bucket of an account stands now. */
export interface BudgetState {
  readonly bucket: string;
  /** Calls by what they counted for: in the last full second, and in about the last minute and day. */
  readonly used: { readonly second: number; readonly minute: number; readonly day: number };
  /** When the next call may go; null: at once. */
  readonly opensAt: Date | null;
  /** Until when the marketplace, or our own pause after going over, keeps it shut; null when open. */
  readonly shutUntil: Date | null;
  readonly hits: number;
  readonly hitAt: Date | null;
  /** Who waits, the first to go first. */
  readonly waiting: readonly Lane[];
  /** Calls under way; counted only where their number is limited. */
  readonly underWay: number;
  /** What an answer's headers said last. */
  readonly told: ToldState | null;
}

export interface ToldState {
  readonly at: Date;
  readonly limit: number | null;
  /** Which of the bucket's limits it is about. */
  readonly of: number;
  readonly remaining: number | null;
  readonly resetMs: number | null;
}

const ROW = z.object({
  bucket: z.string(),
  used_second: z.number(),
  used_minute: z.number(),
  used_day: z.number(),
  opens_at: z.date().nullable(),
  shut_until: z.date().nullable(),
  hits: z.number(),
  hit_at: z.date().nullable(),
  waiting: z.array(z.number()),
  under_way: z.number(),
  told: z
    .object({
      at: z.coerce.date(),
      limit: z.number().nullable().default(null),
      of: z.number().default(0),
      remaining: z.number().nullable().default(null),
      resetMs: z.number().nullable().default(null),
    })
    .nullable(),
});

/** The state of every bucket of an edition's table for one account; untouched ones among them. */
export async function readBudgets(
  scope: OwnerScope,
  account: AccountId,
  buckets: Readonly<Record<string, Bucket>>,
): Promise<readonly BudgetState[]> {
  const rules = Object.entries(buckets).map(([name, bucket]) => ruleOf(name, bucket, 1, undefined));
  const { rows } = await sql`
    with moment as (select extract(epoch from clock_timestamp())::float8 * 1000 as at_ms),
    budgets as (
      select place, rule, at_ms, budget_at(row, at_ms) as b
      from moment, jsonb_array_elements(${JSON.stringify(rules)}::text::jsonb) with ordinality as r (rule, place)
      left join (
        rate_budgets row join accounts on accounts.id = row.account_id
          and accounts.owner_id = ${scope.owner} and accounts.id = ${account}
      ) on row.bucket = rule ->> 'bucket')
    select rule ->> 'bucket' as bucket,
      coalesce((b).seconds[2], 0) as used_second,
      coalesce((select sum(n) from unnest((b).seconds[1:60]) n), 0)::integer as used_minute,
      coalesce((select sum(n) from unnest((b).hours[1:24]) n), 0)::integer as used_day,
      (select to_timestamp(opens / 1000) from bucket_opens_at(b, rule, '', 0, at_ms) opens
        where opens > at_ms) as opens_at,
      case when (b).shut_until > to_timestamp(at_ms / 1000) then (b).shut_until end as shut_until,
      coalesce((b).hits, 0) as hits, (b).hit_at, (b).told,
      array(select distinct (value ->> 0)::integer as lane from jsonb_each((b).wants) order by lane) as waiting,
      (select count(*) from jsonb_object_keys((b).flights))::integer as under_way
    from budgets order by place`.execute(scope.trx);
  return z
    .array(ROW)
    .parse(rows)
    .map((row) => ({
      bucket: row.bucket,
      used: { second: row.used_second, minute: row.used_minute, day: row.used_day },
      opensAt: row.opens_at,
      shutUntil: row.shut_until,
      hits: row.hits,
      hitAt: row.hit_at,
      waiting: LANES.filter((_lane, index) => row.waiting.includes(index)),
      underWay: row.under_way,
      told: row.told,
    }));
}
