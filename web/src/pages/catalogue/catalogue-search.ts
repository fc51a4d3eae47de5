import { compact, idOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';

/** What the catalogue shows, as its address says. */
export interface CatalogueSearch {
  readonly q?: string | undefined;
  /** A shop: only what it does not have. */
  readonly missing_in?: string | undefined;
  /** Only what some shop shows another stock of than it was told. */
  readonly drift?: 'true' | undefined;
}

export function readCatalogueSearch(search: Search): CatalogueSearch {
  return compact({
    q: textOf(search, 'q'),
    missing_in: idOf(search, 'missing_in'),
    drift: oneOf(search, 'drift', ['true'] as const),
  });
}
