import { FilterBar } from '../../desk/lists/filter-bar.tsx';
import { ChoiceFilter, DayRangeFilter, DueFilter, ShopFilter } from '../../desk/lists/filter-fields.tsx';
import type { QuickView } from '../../desk/lists/quick-views.tsx';
import { useClaimWords } from './claim-words.ts';
import { type ClaimsSearch, KINDS, STATES } from './claims-search.ts';

interface FilterProps {
  readonly search: ClaimsSearch;
  onGo(search: ClaimsSearch): void;
}

/** The lists of claims that everybody needs several times a day. */
export const QUICK: readonly QuickView<ClaimsSearch>[] = [
  { name: 'all', search: {} },
  { name: 'open', search: { open: 'true' } },
  { name: 'today', search: { due: 'today' } },
  { name: 'overdue', search: { due: 'overdue' } },
  { name: 'toResolve', search: { to_resolve: 'true' } },
  { name: 'cancel', search: { type: 'cancel', open: 'true' } },
  { name: 'return', search: { type: 'return', open: 'true' } },
  { name: 'exchange', search: { type: 'exchange', open: 'true' } },
];

/** Shop, kind, state, deadline and days. */
export function ClaimFilters({ search, onGo }: FilterProps) {
  const t = useClaimWords();
  return (
    <FilterBar chosen={Object.keys(search).length} onClear={() => onGo({})}>
      <ShopFilter shop={search.shop} onChoose={(shop) => onGo({ ...search, shop })} />
      <ChoiceFilter
        label={t('kind')}
        every={t('everyKind')}
        value={search.type}
        choices={KINDS.map((kind) => ({ value: kind, label: t.word('kinds', kind) }))}
        onChoose={(type) => onGo({ ...search, type })}
      />
      <ChoiceFilter
        label={t('state')}
        every={t('everyState')}
        value={search.state}
        choices={STATES.map((state) => ({ value: state, label: t.word('states', state) }))}
        onChoose={(state) => onGo({ ...search, state })}
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
