import { sql } from 'kysely';
import { afterContact, type Contact, type HealthState } from '../../domain/health.ts';
import type { AccountId } from '../../domain/ids.ts';
import { gravityOf } from '../../marketplaces/kit/gravity.ts';
import { liftPauses } from '../commands/pauses.ts';
import { recordEvents } from '../events.ts';
import { wakeLane } from '../lanes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** A trouble as the engine reported it; more fields of it are stored as they are. */
export interface ReportedTrouble {
  readonly reason: string;
}

interface HealthRow {
  platform: string;
  health: HealthState;
  health_since: Date;
  failures_in_row: number;
  failing_since: Date | null;
  last_good_at: Date | null;
  alarmed: boolean;
  at: Date;
}

/**
 * Notes how a contact with the marketplace went: null when it went well. When the account turns unhealthy or
 * recovers, the event is written in the same transaction, so each turn is told once; work that waited for the
 * recovery is woken. Contacts of one account wait for each other.
 */
export async function noteHealth(
  scope: OwnerScope,
  id: AccountId,
  trouble: ReportedTrouble | null,
  met: 'reading' | 'writing' = 'reading',
): Promise<void> {
  const { rows } = await sql<HealthRow>`
    select platform, health, health_since, failures_in_row, failing_since, last_good_at, alarmed,
      clock_timestamp() as at
    from accounts where owner_id = ${scope.owner} and id = ${id} and disconnected_at is null
    for no key update`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return;
  const before = {
    state: row.health,
    since: row.health_since,
    failures: row.failures_in_row,
    failingSince: row.failing_since,
    lastGoodAt: row.last_good_at,
    alarmed: row.alarmed,
  };
  const { health, word } = afterContact(before, contactOf(trouble, met, row.at));
  await sql`
    update accounts set health = ${health.state}, health_since = ${health.since}, health_at = ${row.at},
      failures_in_row = ${health.failures}, failing_since = ${health.failingSince},
      last_good_at = ${health.lastGoodAt}, alarmed = ${health.alarmed},
      trouble = ${trouble === null ? null : sqlJson(trouble)}::jsonb
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
  if (word === 'unhealthy') {
    await recordEvents(scope, [
      {
        type: 'account.unhealthy',
        account: id,
        data: {
          account_id: id,
          platform: row.platform,
          reason: trouble?.reason,
          failing_since: health.failingSince?.toISOString(),
        },
      },
    ]);
  }
  if (word === 'recovered') {
    await liftPauses(scope, [id]);
    for (const kind of ['commands', 'reread'] as const) await wakeLane(scope, id, kind, null);
    await recordEvents(scope, [
      {
        type: 'account.recovered',
        account: id,
        data: {
          account_id: id,
          platform: row.platform,
          failing_since: row.failing_since?.toISOString() ?? null,
        },
      },
    ]);
  }
}

function contactOf(trouble: ReportedTrouble | null, met: 'reading' | 'writing', at: Date): Contact {
  if (trouble === null) return { kind: 'good', at };
  return { kind: 'trouble', at, gravity: gravityOf(trouble.reason), met };
}
