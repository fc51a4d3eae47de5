import type { QueryOf } from '../../api/types.ts';
import { compact, oneOf, type Search, textOf } from '../../desk/search-params.ts';

export const INVENTORY_TABS = ['stock', 'low', 'returns', 'drift', 'windows', 'settings'] as const;
const YES = ['true'] as const;

/** What the inventory shows, as its address says. */
export interface InventorySearch {
  readonly tab?: (typeof INVENTORY_TABS)[number] | undefined;
  readonly q?: string | undefined;
  readonly low?: 'true' | undefined;
  readonly oversold?: 'true' | undefined;
  readonly untracked?: 'true' | undefined;
}

export function readInventorySearch(search: Search): InventorySearch {
  return compact({
    tab: oneOf(search, 'tab', INVENTORY_TABS),
    q: textOf(search, 'q'),
    low: oneOf(search, 'low', YES),
    oversold: oneOf(search, 'oversold', YES),
    untracked: oneOf(search, 'untracked', YES),
  });
}

const PAGE = 100;

/** The stock list in the API's words. */
export function stockQuery({ q, low, oversold, untracked }: InventorySearch): QueryOf<'/api/v1/inventory'> {
  return compact({ q, low, oversold, untracked, limit: PAGE });
}
