import type { Window } from '../../kit/windows.ts';
import type { GuideStatus } from './statuses.ts';

/** Guide §5.3: pages hold 50 at most. */
export const PAGE_SIZE = 50;

export type ClaimStatus = 'RECEIPT' | 'PROGRESS' | 'COMPLETE';

function query(fields: Readonly<Record<string, string | number>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Unix milliseconds, both ends (guide §2.3.1). */
function between({ from, to }: Window): Readonly<Record<string, number>> {
  return { createdAtFrom: from.getTime(), createdAtTo: to.getTime() };
}

function page(nextToken: string): Readonly<Record<string, string | number>> {
  return { maxPerPage: PAGE_SIZE, ...(nextToken === '' ? {} : { nextToken }) };
}

/** One page of the orders of one status. */
export function ordersPage(vendorId: string, status: GuideStatus, window: Window, nextToken: string): string {
  return query({ vendorId, status, ...between(window), ...page(nextToken) });
}

/** One page of receipts; of all statuses where none is told. */
export function receiptsPage(
  vendorId: string,
  status: ClaimStatus | null,
  window: Window,
  nextToken: string,
): string {
  return query({
    vendorId,
    ...(status === null ? {} : { status }),
    ...between(window),
    ...page(nextToken),
  });
}
