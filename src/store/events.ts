import { sql } from 'kysely';
import type { EventType } from '../domain/event.ts';
import type { AccountId } from '../domain/ids.ts';
import { isMailedEvent } from '../domain/notice.ts';
import { askForJob } from './job-wishes.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export interface NewEvent {
  readonly type: EventType;
  readonly account: AccountId | null;
  /** Ids and states, as they go into webhooks: snake_case, never personal data or secrets. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Writes down what happened, in the transaction of the change itself. Followers hear of it after the commit.
 */
export async function recordEvents(scope: OwnerScope, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`select record_events(${scope.owner}, ${sqlJson(events)}::json)`.execute(scope.trx);
  askForJob(scope, 'fan-out', null);
  if (events.some(({ type }) => isMailedEvent(type))) askForJob(scope, 'notify', null);
}
