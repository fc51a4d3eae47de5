import { queries } from '../api/client.ts';
import type { Schema } from '../api/types.ts';

const NONE: readonly Schema<'PlatformAccount'>[] = [];

/** The connected shops; a business has few of them. */
export function useAccounts(): readonly Schema<'PlatformAccount'>[] {
  return queries.useQuery('get', '/api/v1/platform-accounts').data?.platform_accounts ?? NONE;
}
