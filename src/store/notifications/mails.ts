import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { MailedEvent } from '../../domain/notice.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

export interface NewMail {
  readonly type: MailedEvent;
  readonly account: AccountId | null;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** Writes mails down to be sent; call it in the transaction that takes their events. */
export async function storeMails(scope: OwnerScope, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await sql`
    insert into mails (owner_id, account_id, event_type, recipients, subject, body)
    select ${scope.owner}, account, type, recipients, subject, body
    from json_to_recordset(${sqlJson(mails)}::json)
      as x(account bigint, type text, recipients text[], subject text, body text)`.execute(scope.trx);
}

/** A mail that this process sends now. */
export interface ClaimedMail {
  readonly id: number;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** A process that died while it sent leaves its mail to others after this long. */
const CLAIM_SECONDS = 300;

/** Takes the mail that is due the longest, for a while. Undefined when none is due. */
export async function claimMail(scope: OwnerScope): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<{
    id: number;
    recipients: string[];
    subject: string;
    body: string;
    attempts: number;
    created_at: Date;
  }>`
    update mails set attempts = attempts + 1, due_at = now() + make_interval(secs => ${CLAIM_SECONDS}::float8)
    where id = (
      select id from mails
      where owner_id = ${scope.owner} and state = 'waiting' and due_at <= now()
      order by due_at limit 1 for update skip locked)
    returning id, recipients, subject, body, attempts, created_at`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { created_at, ...mail } = row;
  return { ...mail, createdAt: created_at };
}

export type MailResult =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly failure: string }
  | { readonly state: 'waiting'; readonly failure: string; readonly dueAt: Date };

/** Writes down what became of a claimed mail. */
export async function settleMail(scope: OwnerScope, id: number, result: MailResult): Promise<void> {
  await sql`
    update mails set state = ${result.state}, failure = ${'failure' in result ? result.failure : null},
      due_at = coalesce(${'dueAt' in result ? result.dueAt : null}::timestamptz, due_at),
      finished_at = case when ${result.state === 'waiting'} then null else now() end
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
}

/** When the next mail is due; null when none waits. */
export async function nextMailAt(scope: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(due_at) as at from mails where owner_id = ${scope.owner} and state = 'waiting'`.execute(
    scope.trx,
  );
  return rows[0]?.at ?? null;
}

/** Forgets mails that were done with so many days ago. */
export async function forgetMails(scope: OwnerScope, days: number): Promise<void> {
  await sql`
    delete from mails where owner_id = ${scope.owner} and state <> 'waiting'
      and finished_at < now() - make_interval(days => ${days}::int)`.execute(scope.trx);
}

/** How an owner's mails go. */
export interface MailState {
  readonly waiting: number;
  readonly lastSentAt: Date | null;
  /** The failure of the newest mail that was not sent, if no later one was. */
  readonly failure: string | null;
}

export async function readMailState(scope: OwnerScope): Promise<MailState> {
  const { rows } = await sql<{ waiting: number; last_sent_at: Date | null; failure: string | null }>`
    select
      (select count(*) from mails where owner_id = ${scope.owner} and state = 'waiting') as waiting,
      (select max(finished_at) from mails where owner_id = ${scope.owner} and state = 'sent') as last_sent_at,
      (select failure from mails where owner_id = ${scope.owner} order by id desc limit 1) as failure`.execute(
    scope.trx,
  );
  const [row] = rows;
  return {
    waiting: row?.waiting ?? 0,
    lastSentAt: row?.last_sent_at ?? null,
    failure: row?.failure ?? null,
  };
}
