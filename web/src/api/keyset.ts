/** How lists go on: each page names the cursor of the next. For `queries.useInfiniteQuery`. */
export const keysetPages = {
  pageParamName: 'cursor',
  // Not undefined: openapi-react-query takes that for page 0.
  initialPageParam: null,
  // Comparing a hundred thousand rows with themselves for each page that is added takes longer than fetching it.
  structuralSharing: false,
  getNextPageParam: ({ next_cursor }: { readonly next_cursor: string | null }) => next_cursor ?? undefined,
} as const;
