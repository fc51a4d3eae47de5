import { compact, idOf, oneOf, type Search } from '../../desk/search-params.ts';

export const PRICE_TABS = ['quotes', 'rules', 'fees', 'plans'] as const;

/** What the prices show, as their address says. */
export interface PricesSearch {
  readonly tab?: (typeof PRICE_TABS)[number] | undefined;
  /** The number of a connected shop, for quotes. */
  readonly shop?: string | undefined;
  /** Quotes that change nothing as well. */
  readonly all?: 'true' | undefined;
  /** The number of the plan that is looked at. */
  readonly plan?: string | undefined;
}

export function readPricesSearch(search: Search): PricesSearch {
  return compact({
    tab: oneOf(search, 'tab', PRICE_TABS),
    shop: idOf(search, 'shop'),
    all: oneOf(search, 'all', ['true'] as const),
    plan: idOf(search, 'plan'),
  });
}
