import type { ReactNode } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { LatePenalties } from './late-penalties.tsx';
import { NoShopYet } from './no-shop-yet.tsx';
import { TodayNumber } from './today-number.tsx';
import { useTodayWords } from './today-words.ts';

type Today = Schema<'Today'>;

/** The first screen: what must be done now. Each number is what its list shows, and opens it. */
export function TodayPage() {
  const t = useTodayWords();
  const format = useFormat();
  const { data: today, error, refetch } = queries.useQuery('get', '/api/v1/today');
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
          <Numbers today={today} />
        )}
      </div>
    </Page>
  );
}

function Numbers({ today }: { readonly today: Today }) {
  const t = useTodayWords();
  const { orders, claims, commands, shops, stock } = today;
  return (
    <>
      <Group title={t('ordersGroup')}>
        <TodayNumber
          name={t('toAcknowledge')}
          count={orders.to_acknowledge}
          tone="accent"
          to="/orders"
          search={{ status: 'PAID' }}
        />
        <TodayNumber
          name={t('dueToday')}
          count={orders.due_today}
          tone="warn"
          to="/orders"
          search={{ due: 'today' }}
          note={
            orders.next_due_at === null || orders.due_today === 0 ? undefined : (
              <>
                {t('nextDue')} <DueClock at={orders.next_due_at} />
              </>
            )
          }
        />
        <TodayNumber
          name={t('dueSoon')}
          count={orders.due_soon}
          tone="warn"
          to="/orders"
          search={{ due: 'soon' }}
        />
        <TodayNumber
          name={t('overdue')}
          count={orders.overdue}
          tone="danger"
          to="/orders"
          search={{ due: 'overdue' }}
        />
      </Group>
      {today.late.length === 0 ? null : <LatePenalties late={today.late} />}
      <Group title={t('claimsGroup')}>
        <TodayNumber
          name={t('claimsOpen')}
          count={claims.open}
          tone="accent"
          to="/claims"
          search={{ open: 'true' }}
        />
        <TodayNumber
          name={t('claimsDueToday')}
          count={claims.due_today}
          tone="warn"
          to="/claims"
          search={{ due: 'today' }}
        />
        <TodayNumber
          name={t('claimsOverdue')}
          count={claims.overdue}
          tone="danger"
          to="/claims"
          search={{ due: 'overdue' }}
        />
        <TodayNumber
          name={t('claimsToResolve')}
          count={claims.to_resolve}
          tone="danger"
          to="/claims"
          search={{ to_resolve: 'true' }}
        />
      </Group>
      <Group title={t('deskGroup')}>
        <TodayNumber
          name={t('commandsFailed')}
          count={commands.failed}
          tone="danger"
          to="/sync"
          search={{ tab: 'commands', state: 'failed' }}
          note={commands.open === 0 ? undefined : t('commandsOpen', { count: commands.open })}
        />
        <TodayNumber
          name={t('shopsTroubled')}
          count={shops.troubled}
          tone="danger"
          to="/connections"
          search={{}}
          note={t('shopsConnected', { count: shops.connected })}
        />
        <TodayNumber
          name={t('stockOut')}
          count={stock.out}
          tone="danger"
          to="/inventory"
          search={{ low: 'true' }}
        />
        <TodayNumber
          name={t('stockLow')}
          count={stock.low}
          tone="warn"
          to="/inventory"
          search={{ low: 'true' }}
        />
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-medium text-soft">{title}</h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">{children}</div>
    </section>
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
