import type { QueryOf } from '../../api/types.ts';
import { DUE, type Due } from '../../desk/lists/due.ts';
import { compact, dayOf, idOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';
import { ORDER_STATUSES } from '../../desk/status-badge.tsx';

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
  });
}

const PAGE = 100;

/** The same in the API's words. */
export function ordersQuery({ shop, from, to, ...rest }: OrdersSearch): QueryOf<'/api/v1/orders'> {
  return compact({
    ...rest,
    account_id: shop === undefined ? undefined : Number(shop),
    start_date: from,
    end_date: to,
    limit: PAGE,
  });
}
