import { useDeskWords } from '../../desk/desk-words.ts';
import { FilterBar } from '../../desk/lists/filter-bar.tsx';
import { ChoiceFilter, DayRangeFilter, DueFilter, ShopFilter } from '../../desk/lists/filter-fields.tsx';
import { QuickViews } from '../../desk/lists/quick-views.tsx';
import { ORDER_STATUSES } from '../../desk/status-badge.tsx';
import { useOrderWords } from './order-words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface FilterProps {
  readonly search: OrdersSearch;
  onGo(search: OrdersSearch): void;
}

const QUICK: readonly { readonly name: string; readonly search: OrdersSearch }[] = [
  { name: 'all', search: {} },
  { name: 'new', search: { status: 'PAID' } },
  { name: 'today', search: { due: 'today' } },
  { name: 'overdue', search: { due: 'overdue' } },
  { name: 'preparing', search: { status: 'PREPARING' } },
  { name: 'cancelRequested', search: { status: 'CANCEL_REQUESTED' } },
];

/** The lists of orders that everybody needs several times a day. */
export function OrderQuickViews(props: FilterProps) {
  const t = useOrderWords();
  return (
    <QuickViews
      views={QUICK.map((view) => ({ ...view, label: t.word('quickViews', view.name) }))}
      {...props}
    />
  );
}

/** Shop, state, deadline and days. */
export function OrderFilters({ search, onGo }: FilterProps) {
  const t = useOrderWords();
  const desk = useDeskWords();
  return (
    <FilterBar
      chosen={Object.keys(search).filter((name) => name !== 'q').length}
      onClear={() => onGo({ q: search.q })}
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
    </FilterBar>
  );
}
