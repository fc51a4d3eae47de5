import { MarketplaceError } from '../trouble.ts';

/** A page that tells where its list goes on: the next page's token or number, null at the end, never empty. */
interface Page {
  readonly next: string | null;
}

/** Every page of one list, from its first, which is named by '', to its last; throws `goingRound`. */
export async function* pagesOf<Of extends Page>(
  operation: string,
  read: (page: string) => Promise<Of>,
): AsyncGenerator<Of> {
  const met = new Set<string>();
  for (let page = ''; ; ) {
    if (met.has(page)) throw goingRound(operation, page);
    met.add(page);
    const answer = await read(page);
    yield answer;
    if (answer.next === null) return;
    page = answer.next;
  }
}

/** A list whose pages lead back to one that was read: going on would never end. */
export function goingRound(operation: string, page: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation,
    nativeText: `page came twice: ${page}`,
  });
}

/** The number of a page, in lists that number their pages from 1. */
export function pageNumber(page: string): number {
  return page === '' ? 1 : Number(page);
}

/** The page after it, or null where there are no more. */
export function pageAfter(page: string, more: boolean): string | null {
  return more ? String(pageNumber(page) + 1) : null;
}
