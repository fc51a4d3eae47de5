import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type CommandId,
  commandId,
  type ProductId,
  productId,
} from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { Pair } from './targets.ts';

export const PUBLICATION_STATES = ['waiting', 'queued', 'declined'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** Something to be told or put right, as it is kept. */
export interface StoredFault {
  readonly field: string;
  readonly code: string;
  readonly message: Localized;
  readonly choices?: readonly { readonly value: string; readonly name?: string }[];
}

/** What became of asking for a product to be published in a shop. */
export interface Publication extends Pair {
  readonly actor: string;
  readonly cause: string;
  readonly lane: Lane;
  readonly asks: number;
  readonly askedAt: Date;
  readonly state: PublicationState;
  readonly command: CommandId | null;
  readonly faults: readonly StoredFault[];
  readonly warnings: readonly StoredFault[];
  readonly trouble: unknown;
}

/** What a publication has come to. */
export interface Settlement extends Pair {
  readonly asks: number;
  readonly state: 'queued' | 'declined';
  readonly command: CommandId | null;
  readonly faults: readonly StoredFault[];
  readonly warnings: readonly StoredFault[];
}

/** Writes down that products are to be published. What was worked out before counts no more. */
export async function askToPublish(
  { owner, trx }: OwnerScope,
  pairs: readonly Pair[],
  by: { readonly actor: string; readonly cause: string; readonly lane: Lane },
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ account, product }) => ({ account_id: account, product_id: product }));
  await sql`
    insert into publications as p (account_id, product_id, owner_id, actor, cause, lane, state)
    select distinct account_id, product_id, ${owner}::bigint, ${by.actor}, ${by.cause}, ${by.lane}, 'waiting'
    from json_to_recordset(${sqlJson(rows)}::json) as x(account_id bigint, product_id bigint)
    order by 1, 2
    on conflict (account_id, product_id) do update set actor = excluded.actor, cause = excluded.cause,
      lane = excluded.lane, asked_at = now(), asks = p.asks + 1, not_before = now(), state = 'waiting',
      command_id = null, faults = '[]', warnings = '[]', trouble = null, settled_at = null`.execute(trx);
}

/** Publications that somebody has to look at now: of these pairs, or of all; those asked for first come first. */
export function waitingPublications(
  { owner, trx }: OwnerScope,
  which: { readonly pairs: readonly Pair[] | null; readonly limit: number },
): Promise<readonly Publication[]> {
  const { pairs, limit } = which;
  return select(
    trx,
    sql`
    select p.* from publications p
    where p.owner_id = ${owner} and p.state = 'waiting' and p.not_before <= now() and ${amongst(pairs)}
    order by p.asked_at, p.account_id, p.product_id limit ${limit}`,
  );
}

/** The publications of these pairs. */
export function findPublications(
  { owner, trx }: OwnerScope,
  pairs: readonly Pair[],
): Promise<readonly Publication[]> {
  return select(
    trx,
    sql`
    select p.* from publications p where p.owner_id = ${owner} and ${amongst(pairs)}
    order by p.product_id, p.account_id`,
  );
}

/** The publications of a product, shop by shop. */
export function publicationsOf(
  { owner, trx }: OwnerScope,
  product: ProductId,
): Promise<readonly Publication[]> {
  return select(
    trx,
    sql`
    select p.* from publications p where p.owner_id = ${owner} and p.product_id = ${product}
    order by p.account_id`,
  );
}

/**
 * Locks publications, and answers those that still wait as they were asked for: somebody may have been quicker, or asked
 * anew.
 */
export async function holdPublications(
  { owner, trx }: OwnerScope,
  publications: readonly Publication[],
): Promise<readonly Publication[]> {
  const { rows } = await sql<{ account_id: number; product_id: number }>`
    select p.account_id, p.product_id from publications p
    join json_to_recordset(${sqlJson(
      publications.map(({ account, product, asks }) => ({ account_id: account, product_id: product, asks })),
    )}::json) as x(account_id bigint, product_id bigint, asks integer)
      on x.account_id = p.account_id and x.product_id = p.product_id and x.asks = p.asks
    where p.owner_id = ${owner} and p.state = 'waiting'
    order by p.account_id, p.product_id for update of p`.execute(trx);
  const held = new Set(rows.map(({ account_id, product_id }) => `${account_id}|${product_id}`));
  return publications.filter(({ account, product }) => held.has(`${account}|${product}`));
}

export async function settlePublications(
  { owner, trx }: OwnerScope,
  settlements: readonly Settlement[],
): Promise<void> {
  if (settlements.length === 0) return;
  const rows = settlements.map(({ account, product, asks, state, command, faults, warnings }) => ({
    account_id: account,
    product_id: product,
    asks,
    state,
    command_id: command,
    faults,
    warnings,
  }));
  await sql`
    update publications p set state = x.state, command_id = x.command_id, faults = x.faults, warnings = x.warnings,
      trouble = null, settled_at = now()
    from json_to_recordset(${sqlJson(rows)}::json) as x(account_id bigint, product_id bigint, asks integer, state text,
      command_id bigint, faults jsonb, warnings jsonb)
    where p.owner_id = ${owner} and p.account_id = x.account_id and p.product_id = x.product_id and p.asks = x.asks
      and p.state = 'waiting'`.execute(trx);
}

/** What a marketplace could not be asked about. */
export interface Unasked {
  readonly account: AccountId;
  /** Null for every publication of the shop that waits. */
  readonly product: ProductId | null;
  readonly trouble: unknown;
  /** When it is looked at again. */
  readonly at: Date;
  /** What was asked for before this has waited for long enough: it is declined with this fault. */
  readonly givenUpBefore: Date;
  readonly fault: StoredFault;
}

/** Has publications looked at again later, none sooner than it was to be, or declines what has waited for too long. */
export async function postponePublications(
  { owner, trx }: OwnerScope,
  { account, product, trouble, at, givenUpBefore, fault }: Unasked,
): Promise<void> {
  await sql`
    with held as materialized (
      select p.account_id, p.product_id, p.asked_at < ${givenUpBefore} as given_up from publications p
      where p.owner_id = ${owner} and p.account_id = ${account} and p.state = 'waiting'
        and ${product === null ? sql`true` : sql`p.product_id = ${product}`}
      order by p.account_id, p.product_id for update)
    update publications p set not_before = greatest(p.not_before, ${at}::timestamptz), state = case when held.given_up then 'declined' else 'waiting' end,
      faults = case when held.given_up then ${sqlJson([fault])}::jsonb else p.faults end,
      trouble = case when held.given_up then null else ${sqlJson(trouble)}::jsonb end,
      settled_at = case when held.given_up then now() end
    from held where p.account_id = held.account_id and p.product_id = held.product_id`.execute(trx);
}

/** When the next publication is to be looked at; null where none waits. */
export async function nextPublicationAt({ owner, trx }: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(not_before) as at from publications where owner_id = ${owner} and state = 'waiting'`.execute(
    trx,
  );
  return rows[0]?.at ?? null;
}

function amongst(pairs: readonly Pair[] | null) {
  if (pairs === null) return sql`true`;
  const rows = pairs.map(({ account, product }) => ({ account_id: account, product_id: product }));
  return sql`(p.account_id, p.product_id) in (
    select account_id, product_id
    from json_to_recordset(${sqlJson(rows)}::json) as x(account_id bigint, product_id bigint))`;
}

interface Row {
  readonly account_id: number;
  readonly product_id: number;
  readonly actor: string;
  readonly cause: string;
  readonly lane: Lane;
  readonly asks: number;
  readonly asked_at: Date;
  readonly state: PublicationState;
  readonly command_id: number | null;
  readonly faults: readonly StoredFault[];
  readonly warnings: readonly StoredFault[];
  readonly trouble: unknown;
}

async function select(
  trx: OwnerScope['trx'],
  which: ReturnType<typeof sql>,
): Promise<readonly Publication[]> {
  const { rows } = await sql<Row>`${which}`.execute(trx);
  return rows.map((row) => ({
    account: accountId(row.account_id),
    product: productId(row.product_id),
    actor: row.actor,
    cause: row.cause,
    lane: row.lane,
    asks: row.asks,
    askedAt: row.asked_at,
    state: row.state,
    command: row.command_id === null ? null : commandId(row.command_id),
    faults: row.faults,
    warnings: row.warnings,
    trouble: row.trouble,
  }));
}
