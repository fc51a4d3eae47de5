import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { TroubleNote } from '../ui/trouble-note.tsx';

/** What a question was answered with; its place until then, and what is wrong when it is not. */
export function Answered<Data>({
  query,
  height = 'h-40',
  children,
}: {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; refetch(): unknown };
  /** About as high as the answer: a class. */
  readonly height?: string;
  readonly children: (data: Data) => ReactNode;
}) {
  return (
    <>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.data === undefined ? (
        query.error === null ? (
          <div aria-busy="true">
            <Skeleton className={height} />
          </div>
        ) : null
      ) : (
        children(query.data)
      )}
    </>
  );
}
