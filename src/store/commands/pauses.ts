import { sql } from 'kysely';
import type { CommandKind } from '../../domain/command.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What a pause holds up: one kind of command, or every kind. */
export type PauseScope = CommandKind | 'any';

/** How often in a row the account, or the kind, was turned away; what fails while a pause lasts belongs to it. */
export async function failuresInRow(
  scope: OwnerScope,
  account: AccountId,
  kind: PauseScope,
): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    select case when until > now() then failures - 1 else failures end as failures from command_pauses
    where owner_id = ${scope.owner} and account_id = ${account} and kind = ${kind}`.execute(scope.trx);
  return rows[0]?.failures ?? 0;
}

/** Holds up commands of an account until a time. */
export async function pauseCommands(
  scope: OwnerScope,
  account: AccountId,
  pause: {
    readonly kind: PauseScope;
    readonly until: Date;
    readonly failures: number;
    readonly trouble: unknown;
  },
): Promise<void> {
  await sql`
    insert into command_pauses (account_id, owner_id, kind, until, failures, trouble)
    values (${account}, ${scope.owner}, ${pause.kind}, ${pause.until}, ${pause.failures}, ${sqlJson(pause.trouble)}::jsonb)
    on conflict (account_id, kind) do update set until = greatest(command_pauses.until, excluded.until),
      failures = excluded.failures, trouble = excluded.trouble`.execute(scope.trx);
}

/** Forgets what turned the account away, after a call of this kind was answered. */
export async function endPauses(scope: OwnerScope, account: AccountId, kind: CommandKind): Promise<void> {
  await sql`
    delete from command_pauses
    where owner_id = ${scope.owner} and account_id = ${account} and kind in ('any', ${kind})`.execute(
    scope.trx,
  );
}

/** Reasons that only time heals; nobody can put them right by pressing a button. */
const ONLY_TIME = ['over_limit', 'penalty', 'quota_spent'];

/**
 * Lets the next command of each account be tried at once: somebody presses the button again, or has changed the
 * account, and may have put right what was wrong.
 */
export async function liftPauses(scope: OwnerScope, accounts: readonly AccountId[]): Promise<void> {
  await sql`
    update command_pauses set until = now()
    where owner_id = ${scope.owner} and account_id = any(${[...accounts]}::bigint[]) and until > now()
      and not (trouble ->> 'reason' = any(${ONLY_TIME}::text[]))`.execute(scope.trx);
}
