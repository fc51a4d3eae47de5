import { sql } from 'kysely';
import type { EventType } from '../domain/event.ts';
import type { AccountId } from '../domain/ids.ts';
import { isMailedEvent } from '../domain/notice.ts';
import { askForJob } from './job-wishes.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export interface NewEvent {
  readonly type: EventType;
  readonly account: AccountId | null;
  /** Ids and states, as they go into webhooks: snake_case, never personal data or secrets. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Writes down what happened, in the transaction of the change itself. Followers hear of it after the commit. Best
 * called last: it takes the owner's wish for a fan-out, which other transactions of the owner then wait for.
 */
export async function recordEvents(scope: OwnerScope, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into events (owner_id, type, account_id, data)
    select ${scope.owner}, type, account, data
    from json_to_recordset(${sqlJson(events)}::json) as x(type text, account bigint, data jsonb)`.execute(
    scope.trx,
  );
  await announce(scope, 'moa_events', String(scope.owner));
  await askForJob(scope, 'fan-out', null);
  if (events.some(({ type }) => isMailedEvent(type))) await askForJob(scope, 'notify', null);
}
