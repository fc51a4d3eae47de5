import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId } from '../domain/ids.ts';
import { askForJob } from './job-wishes.ts';
import type { OwnerScope } from './scope.ts';
import { keyedDigest, open, seal } from './vault/seal.ts';
import type { Vault } from './vault/vault.ts';

export type PushSource = 'hook' | 'api';

export interface Push {
  readonly account: AccountId;
  readonly source: PushSource;
  readonly body: Buffer;
  /** What makes two deliveries the same, where the marketplace says; else the body itself. */
  readonly deliveryId: string | null;
}

/**
 * The same push again is worked through again, because a body may say no more than that an order changed, but no
 * sooner than this after the last time: whoever replays pushes brings about one read a minute and order at the most.
 */
const SAME_AFTER_SECONDS = 60;

/**
 * Keeps a push as it came, sealed, and asks for it to be worked through after the commit. Equal ones that wait are
 * one; one that repeats a delivery id is not taken at all.
 */
export async function keepPush(scope: OwnerScope, vault: Vault, push: Push): Promise<void> {
  const key = await vault.dataKey(scope, push.account);
  const what = push.deliveryId === null ? `body\0${push.body.toString('utf8')}` : `id\0${push.deliveryId}`;
  const digest = keyedDigest(key, 'inbox', what);
  const { rows } = await sql<{ due_at: Date; now_due: boolean }>`
    insert into inbox as i (owner_id, account_id, source, digest, sealed)
    values (${scope.owner}, ${push.account}, ${push.source}, ${digest},
      ${seal(key, push.body, placeOf(push.account, digest))})
    on conflict (account_id, digest) do update
    set times = i.times + 1, received_at = now(), processed_at = null, due_at = case when i.processed_at is null then i.due_at
      else greatest(now(), i.processed_at + make_interval(secs => ${SAME_AFTER_SECONDS}::float8)) end
    where ${push.deliveryId === null}
    returning due_at, due_at <= now() as now_due`.execute(scope.trx);
  const [row] = rows;
  if (row !== undefined) askForJob(scope, 'inbox', row.now_due ? null : row.due_at);
}

export interface KeptPush {
  readonly id: number;
  readonly account: AccountId;
  readonly platform: string;
  readonly edition: string;
  readonly body: Buffer;
}

/** The oldest pushes that nobody has worked through, of accounts that are still connected; locked. */
export async function takePushes(
  scope: OwnerScope,
  vault: Vault,
  limit: number,
): Promise<readonly KeptPush[]> {
  const { rows } = await sql<{
    id: number;
    account_id: number;
    platform: string;
    edition: string;
    digest: Uint8Array;
    sealed: Uint8Array;
  }>`
    select i.id, i.account_id, a.platform, a.edition, i.digest, i.sealed
    from inbox i join accounts a on a.id = i.account_id
    where i.owner_id = ${scope.owner} and i.processed_at is null and i.due_at <= now()
    order by i.due_at limit ${limit} for update of i skip locked`.execute(scope.trx);
  const keys = new Map<AccountId, KeyObject>();
  const pushes: KeptPush[] = [];
  for (const row of rows) {
    const account = accountId(row.account_id);
    const key = keys.get(account) ?? (await vault.dataKey(scope, account));
    keys.set(account, key);
    const body = open(key, row.sealed, placeOf(account, Buffer.from(row.digest)));
    pushes.push({ id: row.id, account, platform: row.platform, edition: row.edition, body });
  }
  return pushes;
}

/** When the next push is to be worked through; null when none waits. */
export async function nextPushAt(scope: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(due_at) as at from inbox where owner_id = ${scope.owner} and processed_at is null`.execute(
    scope.trx,
  );
  return rows[0]?.at ?? null;
}

/** Marks pushes as worked through. They stay for a while, so that their repetitions are known. */
export async function settlePushes(scope: OwnerScope, ids: readonly number[]): Promise<void> {
  await sql`
    update inbox set processed_at = now()
    where owner_id = ${scope.owner} and id = any(${[...ids]}::bigint[])`.execute(scope.trx);
}

function placeOf(account: AccountId, digest: Buffer): string {
  return `inbox|${account}|${digest.toString('base64')}`;
}
