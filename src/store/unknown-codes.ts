import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.ts';
import { recordEvents } from './events.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

/** What a code is a code of. */
export const CODE_FIELDS = ['order_status', 'claim_status', 'claim_reason', 'carrier'] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

/** A code of a marketplace that nobody has mapped. */
export interface UnknownCode {
  readonly field: CodeField;
  readonly code: string;
}

export interface SeenCode extends UnknownCode {
  readonly times: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

/** Seen again within this time is not written again. */
const COARSE = '1 hour';
/** Marketplaces have codes, not novels. */
const LONGEST_CODE = 100;

/**
 * Notes codes that nobody has mapped, so that a person sees them, and tells of each once. The values themselves stay on
 * their rows.
 */
export async function noteUnknownCodes(
  scope: OwnerScope,
  account: AccountId,
  codes: readonly UnknownCode[],
): Promise<void> {
  if (codes.length === 0) return;
  const rows = codes.map(({ field, code }) => ({ field, code: code.slice(0, LONGEST_CODE) }));
  const written = await sql<UnknownCode & { fresh: boolean; platform: string }>`
    insert into unknown_codes as u (account_id, owner_id, field, code, times)
    select ${account}, ${scope.owner}, x.field, x.code, count(*)
    from json_to_recordset(${sqlJson(rows)}::json) as x(field text, code text)
    group by x.field, x.code order by x.field, x.code
    on conflict (account_id, field, code) do update set times = u.times + excluded.times, last_seen_at = now()
    where u.last_seen_at < now() - ${COARSE}::interval
    returning field, code, xmax = 0 as fresh,
      (select a.platform from accounts a where a.id = u.account_id) as platform`.execute(scope.trx);
  await recordEvents(
    scope,
    written.rows.flatMap(({ fresh, platform, field, code }) =>
      fresh ? [{ type: 'account.unknown_code' as const, account, data: { platform, field, code } }] : [],
    ),
  );
}

/** The codes of an account that nobody has mapped, those seen last first. */
export async function listUnknownCodes(scope: OwnerScope, account: AccountId): Promise<readonly SeenCode[]> {
  const { rows } = await sql<{
    field: CodeField;
    code: string;
    times: number;
    first_seen_at: Date;
    last_seen_at: Date;
  }>`
    select field, code, times, first_seen_at, last_seen_at from unknown_codes
    where owner_id = ${scope.owner} and account_id = ${account}
    order by last_seen_at desc, field, code limit 200`.execute(scope.trx);
  return rows.map((row) => ({
    field: row.field,
    code: row.code,
    times: row.times,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }));
}
