import { queries } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { NoShopYet } from './no-shop-yet.tsx';
import { TodayNumbers } from './today-numbers.tsx';
import { useTodayWords } from './today-words.ts';

/** Days end and deadlines pass without anything happening. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** The first screen: what must be done now. Each number is what its list shows, and opens it. */
export function TodayPage() {
  const t = useTodayWords();
  const format = useFormat();
  const {
    data: today,
    error,
    refetch,
  } = queries.useQuery('get', '/api/v1/today', undefined, { refetchInterval: LOOK_AGAIN_MS });
  return (
    <Page
      title={t('title')}
      side={
        <span className="text-sm text-faint">
          {today === undefined ? '' : t('asOf', { at: format.time(today.as_of) })}
        </span>
      }
    >
      <div className="flex flex-col gap-6 px-4">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {today === undefined ? (
          error === null ? (
            <Waiting />
          ) : null
        ) : today.shops.connected === 0 ? (
          <NoShopYet />
        ) : (
          <TodayNumbers today={today} />
        )}
      </div>
    </Page>
  );
}

const PLACES = Array.from({ length: 12 }, (_, place) => place);

function Waiting() {
  return (
    <div className="grid grid-cols-2 gap-3 pt-7 md:grid-cols-4" aria-busy="true">
      {PLACES.map((place) => (
        <Skeleton key={place} className="h-26 rounded-lg" />
      ))}
    </div>
  );
}
