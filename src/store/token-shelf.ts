import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { AccountId, OwnerId } from '../domain/ids.ts';
import type { SharedToken, TokenShelf } from '../marketplaces/kit/shared-token.ts';
import type { Database } from './database.ts';
import { asOwner, type OwnerScope } from './scope.ts';
import { open, seal } from './vault/seal.ts';
import type { Vault } from './vault/vault.ts';

/** How long one process may take to fetch a token before another one tries. */
const ISSUING_MS = 20_000;
const POLL_MS = 50;
/** What another process has put on the shelf is known here after so long; the one before is still alive then, or refused. */
const REMEMBERED_MS = 5_000;

interface SeenToken {
  readonly token: string;
  /** On this process's monotonic clock; it lived for so long from then on by the database's. */
  readonly at: number;
  readonly livesMs: number;
}

interface ShelfRow {
  sealed: Uint8Array | null;
  lives_ms: number | null;
  alive: boolean;
  fresh: boolean;
  issuing: boolean;
}

/**
 * The bearer token of one account, kept sealed in the database so that all processes use the same one. A token that was
 * seen alive is remembered for a moment, so that not every call has the row opened again; the row stays the truth.
 */
export function tokenShelf(db: Database, vault: Vault, owner: OwnerId, account: AccountId): TokenShelf {
  const place = `token|${owner}|${account}`;
  let refused: string | undefined;
  let seen: SeenToken | undefined;

  /** The token as it was seen, where that was a moment ago and it lives for so long. */
  function remembered(renewBeforeMs: number): string | undefined {
    if (seen === undefined || performance.now() - seen.at > REMEMBERED_MS) return undefined;
    return seen.livesMs - (performance.now() - seen.at) > renewBeforeMs ? seen.token : undefined;
  }

  async function look(renewBeforeMs: number): Promise<{ token: string | undefined; mayIssue: boolean }> {
    return asOwner(db, owner, async (scope) => {
      const at = performance.now();
      const row = await readRow(scope, account, renewBeforeMs);
      const stored = row?.sealed
        ? open(await vault.dataKey(scope, account), row.sealed, place).toString('utf8')
        : undefined;
      const usable = row?.alive === true && stored !== refused ? stored : undefined;
      seen = usable === undefined ? undefined : { token: usable, at, livesMs: row?.lives_ms ?? 0 };
      if (usable !== undefined && (row?.fresh === true || row?.issuing === true)) {
        return { token: usable, mayIssue: false };
      }
      const mayIssue = await claimIssuing(scope, account, row?.sealed ?? null);
      return { token: usable, mayIssue };
    });
  }

  async function store(token: SharedToken): Promise<void> {
    await asOwner(db, owner, async (scope) => {
      const sealed = seal(await vault.dataKey(scope, account), Buffer.from(token.value), place);
      await sql`
        update account_tokens set sealed = ${sealed}, expires_at = ${token.expiresAt}, issuing_until = null
        where account_id = ${account}`.execute(scope.trx);
    });
  }

  async function giveUpIssuing(): Promise<void> {
    await asOwner(db, owner, async (scope) => {
      await sql`update account_tokens set issuing_until = null where account_id = ${account}`.execute(
        scope.trx,
      );
    });
  }

  return {
    async current(renewBeforeMs, issue) {
      const known = remembered(renewBeforeMs);
      if (known !== undefined) return known;
      for (;;) {
        const { token, mayIssue } = await look(renewBeforeMs);
        if (token !== undefined && !mayIssue) return token;
        if (!mayIssue) {
          await pause(POLL_MS);
          continue;
        }
        try {
          const issued = await issue();
          await store(issued);
          return issued.value;
        } catch (error) {
          await giveUpIssuing();
          // The old token is still good for a while; a failed renewal must not stop the work.
          if (token !== undefined) return token;
          throw error;
        }
      }
    },
    async drop(token) {
      refused = token;
      seen = undefined;
      await asOwner(db, owner, async (scope) => {
        const row = await readRow(scope, account, 0);
        if (!row?.sealed) return;
        const stored = open(await vault.dataKey(scope, account), row.sealed, place).toString('utf8');
        if (stored === token)
          await sql`update account_tokens set sealed = null where account_id = ${account}`.execute(scope.trx);
      });
    },
  };
}

async function readRow(
  scope: OwnerScope,
  account: AccountId,
  renewBeforeMs: number,
): Promise<ShelfRow | undefined> {
  const { rows } = await sql<ShelfRow>`
    select sealed, (extract(epoch from expires_at - now()) * 1000)::float8 as lives_ms,
      coalesce(expires_at > now(), false) as alive,
      coalesce(expires_at > now() + make_interval(secs => ${renewBeforeMs / 1000}::float8), false) as fresh,
      coalesce(issuing_until > now(), false) as issuing
    from account_tokens where owner_id = ${scope.owner} and account_id = ${account}`.execute(scope.trx);
  return rows[0];
}

/** True for the one caller that may ask the marketplace for a token now, unless the token seen was replaced meanwhile. */
async function claimIssuing(
  scope: OwnerScope,
  account: AccountId,
  seen: Uint8Array | null,
): Promise<boolean> {
  const { rows } = await sql`
    insert into account_tokens (account_id, owner_id, issuing_until)
    values (${account}, ${scope.owner}, now() + make_interval(secs => ${ISSUING_MS / 1000}::float8))
    on conflict (account_id) do update set issuing_until = excluded.issuing_until
    where coalesce(account_tokens.issuing_until <= now(), true)
      and account_tokens.sealed is not distinct from ${seen}::bytea
    returning account_id`.execute(scope.trx);
  return rows.length === 1;
}
