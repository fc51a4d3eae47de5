import type { ReactNode } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useNow } from '../../desk/use-now.ts';
import { useFormat } from '../../language/format.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useConnectionWords } from './connection-words.ts';

type Health = Schema<'AccountHealth'>;
type Bucket = Schema<'RateBucket'>;

const LOOK_AGAIN_MS = 15_000;
const MINUTE_MS = 60_000;
/** From so many days before its end a key's date is shown as a warning. */
const SOON_DAYS = 14;

const BUCKET_TONES: Readonly<Record<Bucket['state'], Tone>> = {
  free: 'good',
  busy: 'info',
  spent: 'warn',
  shut: 'danger',
};

/** When orders were read last, how fresh each list is, when the key ends and what is left of the limits. */
export function ShopFacts({
  shop,
  health,
}: {
  readonly shop: Schema<'PlatformAccount'>;
  readonly health: Health | undefined;
}) {
  const t = useConnectionWords();
  const format = useFormat();
  const now = useNow();
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
      <Fact name={t('lastSuccess')}>
        {health === undefined ? (
          <Skeleton className="h-5 w-40" />
        ) : health.last_success_at === null ? (
          t('never')
        ) : (
          <span title={format.moment(health.last_success_at)}>
            {isWithinMinute(health.last_success_at, now)
              ? t('justNow')
              : format.distance(health.last_success_at, now)}
            {health.reading ? ` · ${t('reading')}` : ''}
          </span>
        )}
      </Fact>
      <Fact name={t('nextRead')}>
        {health === undefined ? (
          <Skeleton className="h-5 w-32" />
        ) : health.next_attempt_at === null ? (
          health.reading ? (
            t('readingNow')
          ) : (
            '—'
          )
        ) : (
          <span title={format.moment(health.next_attempt_at)}>
            {isWithinMinute(health.next_attempt_at, now)
              ? t('soon')
              : format.distance(health.next_attempt_at, now)}
          </span>
        )}
      </Fact>
      <Fact name={t('freshness')}>
        {health === undefined ? <Skeleton className="h-5 w-full" /> : <Freshness health={health} />}
      </Fact>
      <Fact name={t('key')}>
        {health === undefined ? <Skeleton className="h-5 w-40" /> : <KeyEnd health={health} />}
      </Fact>
      <Fact name={t('budget')}>
        <Budget id={shop.id} />
      </Fact>
      {health === undefined || health.waiting_commands === 0 ? null : (
        <Fact name={t('waiting')}>{t('waitingCommands', { count: health.waiting_commands })}</Fact>
      )}
      {health === undefined || health.unknown_codes.length === 0 ? null : (
        <Fact name={t('unknownCodes')}>
          <ul>
            {health.unknown_codes.map(({ field, code, detail }) => (
              <li key={`${field} ${code}`}>
                <code className="rounded bg-sunken px-1">{code}</code> {detail}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

/** Nearer than a clock that shows minutes can tell. */
function isWithinMinute(iso: string, now: number): boolean {
  return Math.abs(Date.parse(iso) - now) < MINUTE_MS;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-faint max-sm:-mb-1.5">{name}</dt>
      <dd className="min-h-5 min-w-0">{children}</dd>
    </>
  );
}

/** Only lists that are late are named; the others are summed up. */
function Freshness({ health }: { readonly health: Health }) {
  const t = useConnectionWords();
  const format = useFormat();
  const late = health.feeds.filter((feed) => feed.late);
  if (late.length === 0) return t('allFresh', { count: health.feeds.length });
  return (
    <ul>
      {late.map(({ feed, reads, last_read_at }) => (
        <li key={feed} className="text-warn">
          {t('lateFeed', {
            feed: reads,
            at: last_read_at === null ? t('never') : format.moment(last_read_at),
          })}
        </li>
      ))}
    </ul>
  );
}

function KeyEnd({ health: { key } }: { readonly health: Health }) {
  const t = useConnectionWords();
  const format = useFormat();
  if (key.expires_at === null || key.days_left === null)
    return <span className="text-soft">{t('keyUnknown')}</span>;
  const tone = key.days_left === 0 ? 'text-danger' : key.days_left <= SOON_DAYS ? 'text-warn' : '';
  return (
    <span className={tone}>
      {key.days_left === 0
        ? t('keyEnded', { day: format.day(key.expires_at) })
        : t('keyDaysLeft', { day: format.day(key.expires_at), days: key.days_left })}
    </span>
  );
}

/** How much of the marketplace's limits is used: the tightest bucket speaks, the others open below. */
function Budget({ id }: { readonly id: number }) {
  const t = useConnectionWords();
  const { data, error } = queries.useQuery(
    'get',
    '/api/v1/platform-accounts/{id}/budget',
    { params: { path: { id } } },
    { refetchInterval: LOOK_AGAIN_MS },
  );
  if (data === undefined)
    return error === null ? <Skeleton className="h-5 w-full" /> : <TroubleNote error={error} />;
  const tightest = (['shut', 'spent', 'busy', 'free'] as const)
    .flatMap((state) => data.buckets.find((bucket) => bucket.state === state) ?? [])
    .at(0);
  if (tightest === undefined) return t('noLimits');
  return (
    <details>
      <summary className="cursor-pointer">
        <Badge tone={BUCKET_TONES[tightest.state]}>{t.word('bucketState', tightest.state)}</Badge>{' '}
        <span className="text-soft">{tightest.sentence}</span>
      </summary>
      <ul className="mt-1 flex flex-col gap-1 text-2xs text-soft">
        {data.buckets.map((bucket) => (
          <li key={bucket.bucket} className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-24 font-medium text-ink">{bucket.bucket}</span>
            <Badge tone={BUCKET_TONES[bucket.state]}>{t.word('bucketState', bucket.state)}</Badge>
            <BucketCalls bucket={bucket} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function BucketCalls({ bucket: { calls, limits } }: { readonly bucket: Bucket }) {
  const t = useConnectionWords();
  const format = useFormat();
  return (
    <>
      <span className="numeric">{t('callsLastMinute', { count: calls.last_minute })}</span>
      {limits.map(({ allowance, per_seconds }) => (
        <span key={`${allowance} ${per_seconds}`} className="numeric">
          {t('allowed', { calls: format.number(allowance), seconds: per_seconds })}
        </span>
      ))}
    </>
  );
}
