import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useNarrow } from '../use-narrow.ts';

/** What stands above a list: its lists of the day, what narrows it, how long it is, news of it and what went wrong. */
export function ListHead({
  views,
  count,
  news,
  error,
  onRetry,
  children,
}: {
  readonly views: ReactNode;
  readonly count: string;
  /** What is said where the list has changed since it was fetched; null where it has not. */
  readonly news: { readonly label: string; startOver(): void } | null;
  readonly error: unknown;
  onRetry(): void;
  /** What narrows the list. */
  readonly children: ReactNode;
}) {
  const isNarrow = useNarrow();
  // Not among the filters where there is room: those that come and go would push it into a line of its own.
  const counted = (
    <span className="ml-auto shrink-0 text-sm text-faint" role="status">
      {count}
    </span>
  );
  return (
    <div className="flex shrink-0 flex-col gap-2 px-4 pb-2">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">{views}</div>
        {isNarrow ? null : counted}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        {news === null ? null : (
          <Button size="small" onClick={news.startOver}>
            <RefreshCw aria-hidden="true" />
            {news.label}
          </Button>
        )}
        {isNarrow ? counted : null}
      </div>
      {error === null ? null : <TroubleNote error={error} onRetry={onRetry} />}
    </div>
  );
}
