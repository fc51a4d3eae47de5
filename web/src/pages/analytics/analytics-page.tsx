import { useNavigate } from '@tanstack/react-router';
import { ChartLine } from 'lucide-react';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { AnalyticsFilters } from './analytics-filters.tsx';
import { type AnalyticsSearch, readAnalyticsSearch, shownBy } from './analytics-search.ts';
import { useAnalyticsWords } from './analytics-words.ts';
import { dayLabel } from './day-label.ts';
import { PlatformsPanel } from './platforms-panel.tsx';
import { SalesTiles } from './sales-tiles.tsx';
import { ShopsPanel } from './shops-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useAnalytics } from './use-analytics.ts';

/** What was sold, claimed and sent in time: over a period, by shop and by marketplace. */
export function AnalyticsPage({ search }: { readonly search: AnalyticsSearch }) {
  const t = useAnalyticsWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { summary, trend, platforms } = useAnalytics(search);
  const go = (next: AnalyticsSearch) =>
    navigate({ to: '/analytics', search: readAnalyticsSearch({ ...next }), replace: true });
  const trouble = [summary, trend, platforms].find(({ error }) => error !== null);
  /** What is shown is of the filters before. */
  const isWaiting = [summary, trend, platforms].some((query) => query.isPlaceholderData);
  const told = summary.data;
  const isEmpty = told !== undefined && told.total.now.orders === 0 && told.total.before.orders === 0;
  return (
    <Page title={t('title')}>
      <AnalyticsFilters
        search={search}
        currency={told?.currency ?? search.currency ?? 'KRW'}
        currencies={told?.currencies ?? []}
        onGo={go}
      />
      <div
        aria-busy={isWaiting}
        className={classNames('flex flex-col gap-4 px-4 pt-4', isWaiting && 'opacity-50 transition-opacity')}
      >
        {trouble === undefined ? null : (
          <TroubleNote
            error={trouble.error}
            onRetry={() => Promise.all([summary, trend, platforms].map((query) => query.refetch()))}
          />
        )}
        {isEmpty ? (
          <EmptyState icon={<ChartLine />} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <>
            {told === undefined ? (
              trouble === undefined && <Skeleton className="h-60 rounded-lg lg:h-28" />
            ) : (
              <>
                <SalesTiles now={told.total.now} before={told.total.before} currency={told.currency} />
                <p className="text-sm text-faint">
                  {t('howCounted', {
                    canceled: format.money(told.total.now.canceled_amount, told.currency),
                    returned: format.money(told.total.now.returned_amount, told.currency),
                    from: dayLabel(told.period_before.from, format),
                    to: dayLabel(told.period_before.to, format),
                  })}
                </p>
              </>
            )}
            {trend.data === undefined ? (
              trouble === undefined && <Skeleton className="h-192 rounded-lg" />
            ) : (
              <TrendPanel trend={trend.data} search={search} onGo={go} />
            )}
            {platforms.data === undefined ? null : (
              <PlatformsPanel platforms={platforms.data} period={shownBy(search)} />
            )}
            {told === undefined ? null : <ShopsPanel summary={told} />}
          </>
        )}
      </div>
    </Page>
  );
}
