import { compact, type Search, textOf } from '../../desk/search-params.ts';

/** What the catalogue shows, as its address says. */
export interface CatalogueSearch {
  readonly q?: string | undefined;
}

export function readCatalogueSearch(search: Search): CatalogueSearch {
  return compact({ q: textOf(search, 'q') });
}
