import { useDeskWords } from '../../desk/desk-words.ts';
import { FilterBar } from '../../desk/lists/filter-bar.tsx';
import { ChoiceFilter, DayRangeFilter, DueFilter, ShopFilter } from '../../desk/lists/filter-fields.tsx';
import type { QuickView } from '../../desk/lists/quick-views.tsx';
import { ORDER_STATUSES } from '../../desk/status-badge.tsx';
import { useNarrow } from '../../desk/use-narrow.ts';
import { useOrderWords } from './order-words.ts';
import { type OrdersSearch, SORTS } from './orders-search.ts';

interface FilterProps {
  readonly search: OrdersSearch;
  onGo(search: OrdersSearch): void;
}

/** The lists of orders that everybody needs several times a day. */
export const QUICK: readonly QuickView<OrdersSearch>[] = [
  { name: 'all', search: {} },
  { name: 'new', search: { status: 'PAID' } },
  { name: 'today', search: { due: 'today' } },
  { name: 'overdue', search: { due: 'overdue' } },
  { name: 'preparing', search: { status: 'PREPARING' } },
  { name: 'cancelRequested', search: { status: 'CANCEL_REQUESTED' } },
];

/** Shop, state, deadline and days; and the sort where there are no titles of columns to click. */
export function OrderFilters({ search, onGo }: FilterProps) {
  const t = useOrderWords();
  const desk = useDeskWords();
  const isNarrow = useNarrow();
  return (
    <FilterBar
      chosen={Object.keys(search).filter((name) => name !== 'q' && name !== 'sort').length}
      onClear={() => onGo({ q: search.q, sort: search.sort })}
    >
      <ShopFilter shop={search.shop} onChoose={(shop) => onGo({ ...search, shop })} />
      <ChoiceFilter
        label={t('status')}
        every={t('everyStatus')}
        value={search.status}
        choices={ORDER_STATUSES.map((status) => ({ value: status, label: desk.word('status', status) }))}
        onChoose={(status) => onGo({ ...search, status })}
      />
      <DueFilter label={t('due')} due={search.due} onChoose={(due) => onGo({ ...search, due })} />
      <DayRangeFilter
        labels={{ from: t('fromDay'), to: t('toDay') }}
        from={search.from}
        to={search.to}
        onChoose={(days) => onGo({ ...search, ...days })}
      />
      {isNarrow ? (
        <ChoiceFilter
          label={t('sort')}
          every={t('sortUsual')}
          value={search.sort}
          choices={SORTS.map((sort) => ({ value: sort, label: t.word('sorts', sort) }))}
          onChoose={(sort) => onGo({ ...search, sort })}
        />
      ) : null}
    </FilterBar>
  );
}
