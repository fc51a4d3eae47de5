import { sql } from 'kysely';
import { type AccountId, accountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** How an owner wants shops to be told of stock. */
export interface StockSettings {
  /** Whether shops are told by themselves, or only when asked. */
  readonly continuous: boolean;
  /** From so few on only this shop sells; null where all do. */
  readonly lastUnits: { readonly from: number; readonly account: AccountId } | null;
}

export async function readStockSettings(scope: OwnerScope): Promise<StockSettings> {
  const { rows } = await sql<{
    continuous: boolean;
    last_units: number;
    last_units_account_id: number | null;
  }>`select continuous, last_units, last_units_account_id from stock_settings
    where owner_id = ${scope.owner}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return { continuous: true, lastUnits: null };
  const { last_units_account_id: account, last_units: from } = row;
  return {
    continuous: row.continuous,
    lastUnits: account === null || from === 0 ? null : { from, account: accountId(account) },
  };
}

export async function writeStockSettings(scope: OwnerScope, settings: StockSettings): Promise<void> {
  const { continuous, lastUnits } = settings;
  await sql`
    insert into stock_settings (owner_id, continuous, last_units, last_units_account_id)
    values (${scope.owner}, ${continuous}, ${lastUnits?.from ?? 0}, ${lastUnits?.account ?? null})
    on conflict (owner_id) do update set continuous = excluded.continuous, last_units = excluded.last_units, last_units_account_id = excluded.last_units_account_id`.execute(
    scope.trx,
  );
}
