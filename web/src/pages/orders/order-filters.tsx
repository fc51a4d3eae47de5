import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useDeskWords } from '../../desk/desk-words.ts';
import { oneOf } from '../../desk/search-params.ts';
import { ORDER_STATUSES } from '../../desk/status-badge.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useNarrow } from '../../desk/use-narrow.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Drawer } from '../../ui/dialog.tsx';
import { controlClass } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useOrderWords } from './order-words.ts';
import { DUE, type OrdersSearch } from './orders-search.ts';

interface FilterProps {
  readonly search: OrdersSearch;
  onGo(search: OrdersSearch): void;
}

const QUICK = [
  { name: 'all', search: {} },
  { name: 'new', search: { status: 'PAID' } },
  { name: 'today', search: { due: 'today' } },
  { name: 'overdue', search: { due: 'overdue' } },
  { name: 'preparing', search: { status: 'PREPARING' } },
  { name: 'cancelRequested', search: { status: 'CANCEL_REQUESTED' } },
] as const satisfies readonly { readonly name: string; readonly search: OrdersSearch }[];

/** The lists that everybody needs several times a day. */
export function QuickViews({ search, onGo }: FilterProps) {
  const t = useOrderWords();
  const shown = new URLSearchParams({ ...search }).toString();
  return (
    <fieldset className="-mx-4 flex gap-1 overflow-x-auto px-4" aria-label={t('quick')}>
      {QUICK.map((view) => {
        const isShown = shown === new URLSearchParams({ ...view.search }).toString();
        return (
          <button
            key={view.name}
            type="button"
            aria-pressed={isShown}
            onClick={() => onGo(view.search)}
            className={classNames(
              'h-7 shrink-0 rounded-full border px-3 text-sm whitespace-nowrap',
              isShown
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-line bg-surface text-soft hover:bg-hover hover:text-ink',
            )}
          >
            {t.word('quickViews', view.name)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Shop, state, deadline and days; behind a button where there is no room for them. */
export function OrderFilters(props: FilterProps) {
  const t = useOrderWords();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  if (!isNarrow) return <FilterFields {...props} />;
  const chosen = Object.keys(props.search).filter((name) => name !== 'q').length;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <ListFilter aria-hidden="true" />
        {chosen === 0 ? t('filters') : t('filtersChosen', { count: chosen })}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('filters')}>
        <div className="flex flex-col items-stretch gap-3 px-2">
          <FilterFields {...props} />
        </div>
      </Drawer>
    </>
  );
}

function FilterFields({ search, onGo }: FilterProps) {
  const t = useOrderWords();
  const desk = useDeskWords();
  const accounts = useAccounts();
  const isNarrowed = Object.keys(search).some((name) => name !== 'q');
  return (
    <>
      <Select
        label={t('shop')}
        value={search.shop ?? ''}
        onChoose={(shop) => onGo({ ...search, shop: shop || undefined })}
        choices={[
          { value: '', label: t('everyShop') },
          ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        label={t('status')}
        value={search.status ?? ''}
        onChoose={(status) => onGo({ ...search, status: oneOf({ status }, 'status', ORDER_STATUSES) })}
        choices={[
          { value: '', label: t('everyStatus') },
          ...ORDER_STATUSES.map((status) => ({ value: status, label: desk.word('status', status) })),
        ]}
      />
      <Select
        label={t('due')}
        value={search.due ?? ''}
        onChoose={(due) => onGo({ ...search, due: oneOf({ due }, 'due', DUE) })}
        choices={[
          { value: '', label: t('everyDue') },
          ...DUE.map((due) => ({ value: due, label: t.word('dues', due) })),
        ]}
      />
      <DayField label={t('fromDay')} value={search.from} onChoose={(from) => onGo({ ...search, from })} />
      <DayField label={t('toDay')} value={search.to} onChoose={(to) => onGo({ ...search, to })} />
      {isNarrowed ? (
        <Button look="quiet" onClick={() => onGo({ q: search.q })}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </>
  );
}

function DayField({
  label,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  onChoose(day: string | undefined): void;
}) {
  return (
    <input
      type="date"
      aria-label={label}
      title={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
      className={`${controlClass} h-8 text-sm md:w-36`}
    />
  );
}
