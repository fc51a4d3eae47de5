import { sql } from 'kysely';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export type IdempotencyClaim =
  | { readonly kind: 'first' }
  | { readonly kind: 'replay'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'other_request' };

/** How long the answer to a key is kept. */
const KEPT_HOURS = 24;
/** A request that never answered, as when its process died, may be tried again after this long. */
const ABANDONED_SECONDS = 60;

/** Claims an Idempotency-Key for one request; a second claim gets the first one's answer. */
export async function claimKey(
  scope: OwnerScope,
  key: string,
  requestHash: string,
): Promise<IdempotencyClaim> {
  await sql`
    delete from idempotency_keys where owner_id = ${scope.owner} and key = ${key}
      and (created_at < now() - make_interval(hours => ${KEPT_HOURS})
        or (status is null and created_at < now() - make_interval(secs => ${ABANDONED_SECONDS})))`.execute(
    scope.trx,
  );
  const fresh = await sql`
    insert into idempotency_keys (owner_id, key, request_hash) values (${scope.owner}, ${key}, ${requestHash})
    on conflict (owner_id, key) do nothing returning key`.execute(scope.trx);
  if (fresh.rows.length === 1) return { kind: 'first' };
  const { rows } = await sql<{ request_hash: string; status: number | null; body: unknown }>`
    select request_hash, status, body from idempotency_keys
    where owner_id = ${scope.owner} and key = ${key}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined || row.request_hash !== requestHash) return { kind: 'other_request' };
  if (row.status === null) return { kind: 'in_progress' };
  return { kind: 'replay', status: row.status, body: row.body };
}

/** Keeps the answer for replays. */
export async function keepAnswer(
  scope: OwnerScope,
  key: string,
  status: number,
  body: unknown,
): Promise<void> {
  await sql`
    update idempotency_keys set status = ${status}, body = ${sqlJson(body ?? null)}::jsonb
    where owner_id = ${scope.owner} and key = ${key}`.execute(scope.trx);
}

/** Forgets a key whose request failed, so that it can be tried again. */
export async function forgetKey(scope: OwnerScope, key: string): Promise<void> {
  await sql`delete from idempotency_keys where owner_id = ${scope.owner} and key = ${key}`.execute(scope.trx);
}
