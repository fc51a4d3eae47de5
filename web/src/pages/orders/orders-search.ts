import { everyOf } from '../../api/every.ts';
import type { QueryOf } from '../../api/types.ts';
import { DUE, type Due } from '../../desk/lists/due.ts';
import { compact, dayOf, idOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';
import { ORDER_STATUSES } from '../../desk/status-badge.tsx';

type Query = QueryOf<'/api/v1/orders'>;

export const SORTS = everyOf<NonNullable<Query['sort']>>()(['newest', 'oldest', 'due']);

/** What the orders desk shows, as its address says. */
export interface OrdersSearch {
  readonly q?: string | undefined;
  readonly status?: (typeof ORDER_STATUSES)[number] | undefined;
  readonly due?: Due | undefined;
  /** The number of a connected shop. */
  readonly shop?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly vanished?: 'true' | undefined;
  /** As the API sorts by itself when absent. */
  readonly sort?: (typeof SORTS)[number] | undefined;
}

export function readOrdersSearch(search: Search): OrdersSearch {
  return compact({
    q: textOf(search, 'q'),
    status: oneOf(search, 'status', ORDER_STATUSES),
    due: oneOf(search, 'due', DUE),
    shop: idOf(search, 'shop'),
    from: dayOf(search, 'from'),
    to: dayOf(search, 'to'),
    vanished: oneOf(search, 'vanished', ['true'] as const),
    sort: oneOf(search, 'sort', SORTS),
  });
}

/** How the list is sorted, also where the address does not say. */
export function sortOf({ sort, due }: OrdersSearch): (typeof SORTS)[number] {
  return sort ?? (due === undefined ? 'newest' : 'due');
}

const PAGE = 100;

/** The same in the API's words. */
export function ordersQuery({ shop, from, to, ...rest }: OrdersSearch): Query {
  return compact({
    ...rest,
    account_id: shop === undefined ? undefined : Number(shop),
    start_date: from,
    end_date: to,
    limit: PAGE,
  });
}
