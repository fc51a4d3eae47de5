import { Button } from '../../ui/button.tsx';
import { useSyncWords } from './sync-words.ts';

/** Fetches the next page of a list. */
export function MoreButton({
  query,
}: {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
}) {
  const t = useSyncWords();
  if (!query.hasNextPage) return null;
  return (
    <div className="flex justify-center p-3">
      <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  );
}
