import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { SYNC_TYPES } from '../../domain/schedule.ts';
import type { LogFilter } from '../../store/sync-logs.ts';
import { RUN_CAUSES, RUN_STATUSES } from '../../store/sync-runs.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { idText } from '../values/id.ts';
import { several, yesOrNo } from '../values/several.ts';

/** By what sync logs are chosen, in a query. */
export const logFilterQuery = {
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
  platform: platformName.optional(),
  account_id: idText.optional(),
  status: several(RUN_STATUSES).optional(),
  sync_type: z.enum(SYNC_TYPES).optional(),
  cause: z.enum(RUN_CAUSES).optional(),
  has_failures: yesOrNo.optional().meta({
    description: 'Whether the run failed or could not read some rows.',
  }),
};

interface GivenFilter {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
  readonly platform?: { readonly id: string } | undefined;
  readonly account_id?: number | undefined;
  readonly status?: LogFilter['statuses'] | undefined;
  readonly sync_type?: string | undefined;
  readonly cause?: LogFilter['cause'] | undefined;
  readonly has_failures?: boolean | undefined;
}

/** The filter that a query or body means. Throws a 422 when its dates are the wrong way round. */
export function logFilterOf(given: GivenFilter, timeZone: string): LogFilter {
  return {
    ...rangeOf(given, timeZone),
    platform: given.platform?.id ?? null,
    account: given.account_id === undefined ? null : accountId(given.account_id),
    statuses: given.status ?? null,
    syncType: given.sync_type ?? null,
    cause: given.cause ?? null,
    hasFailures: given.has_failures ?? null,
  };
}
