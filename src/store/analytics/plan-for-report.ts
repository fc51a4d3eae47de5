import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';

/**
 * Has PostgreSQL plan the rest of the transaction for reports: anew for each period, since a day and a year want different
 * plans and statements are prepared; with room for a hundred thousand lines; and with rows that lie together, as those of
 * an order do, as cheap to fetch as they are.
 */
export async function planForReport({ trx }: OwnerScope): Promise<void> {
  await sql`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '64MB', true),
      set_config('random_page_cost', '1.1', true)`.execute(trx);
}
