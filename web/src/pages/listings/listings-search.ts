import { everyOf } from '../../api/every.ts';
import type { Schema } from '../../api/types.ts';
import { LISTING_STATES } from '../../desk/listing-badge.tsx';
import { compact, idOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';

export const LINK_STATES = everyOf<Schema<'Listing'>['link_state']>()(['linked', 'partly', 'unlinked']);

/** What the list of listings shows, as its address says. */
export interface ListingsSearch {
  readonly q?: string | undefined;
  readonly state?: (typeof LISTING_STATES)[number] | undefined;
  readonly link?: (typeof LINK_STATES)[number] | undefined;
  /** The number of a connected shop. */
  readonly shop?: string | undefined;
  readonly gone?: 'true' | undefined;
}

export function readListingsSearch(search: Search): ListingsSearch {
  return compact({
    q: textOf(search, 'q'),
    state: oneOf(search, 'state', LISTING_STATES),
    link: oneOf(search, 'link', LINK_STATES),
    shop: idOf(search, 'shop'),
    gone: oneOf(search, 'gone', ['true'] as const),
  });
}
