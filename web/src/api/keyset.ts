import { replaceEqualDeep } from '@tanstack/react-query';

/** How lists go on: each page names the cursor of the next. For `queries.useInfiniteQuery`. */
export const keysetPages = {
  pageParamName: 'cursor',
  // Not undefined: openapi-react-query takes that for page 0.
  initialPageParam: null,
  structuralSharing: sharedPages,
  getNextPageParam: ({ next_cursor }: { readonly next_cursor: string | null }) => next_cursor ?? undefined,
} as const;

/**
 * Keeps what has not changed as it was, so that only changed rows are drawn again. Page by page: one that was not fetched
 * again is passed over, since comparing a hundred thousand rows with themselves takes longer than fetching the next page.
 */
function sharedPages(before: unknown, after: unknown): unknown {
  if (!hasPages(before) || !hasPages(after)) return after;
  const pages = after.pages.map((page, at) =>
    page === before.pages[at] ? page : replaceEqualDeep(before.pages[at], page),
  );
  const isSame = pages.length === before.pages.length && pages.every((page, at) => page === before.pages[at]);
  return isSame ? before : { ...after, pages };
}

/** A list scrolled deeper than this is not fetched again behind its reader; it says that there is news. */
export const MOST_PAGES = 3;

/** Whether a query holds a list that was scrolled so deep that fetching it again would be many calls. */
export function isDeep({ state: { data } }: { readonly state: { readonly data: unknown } }): boolean {
  return hasPages(data) && data.pages.length > MOST_PAGES;
}

function hasPages(data: unknown): data is { readonly pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}
