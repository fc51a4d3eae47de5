import type { Window } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { decodeOrders, decodeReceipts, type Page } from './decode-pages.ts';
import type { Feed } from './feeds.ts';
import { ordersPage, receiptsPage } from './queries.ts';

/** Reads one page of any list. */
export function listPage(
  ask: Ask,
  vendorId: string,
  { list }: Pick<Feed, 'list'>,
  window: Window,
  token: string,
): Promise<Page> {
  if (list.of === 'orders') {
    const query = ordersPage(vendorId, list.status, window, token);
    return ask({ operation: 'orders', query, decode: decodeOrders });
  }
  const query = receiptsPage(vendorId, list.status, window, token);
  return ask({ operation: 'claims', query, decode: decodeReceipts });
}
