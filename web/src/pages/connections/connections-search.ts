import { compact, oneOf, type Search } from '../../desk/search-params.ts';

/** What the connections show, as their address says. */
export interface ConnectionsSearch {
  /** The form for another shop is open. */
  readonly connect?: 'true' | undefined;
}

export function readConnectionsSearch(search: Search): ConnectionsSearch {
  return compact({ connect: oneOf(search, 'connect', ['true'] as const) });
}
