import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { oneOf } from '../../desk/search-params.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useNarrow } from '../../desk/use-narrow.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Drawer } from '../../ui/dialog.tsx';
import { controlClass } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useClaimWords } from './claim-words.ts';
import { type ClaimsSearch, DUE, KINDS, STATES } from './claims-search.ts';

interface FilterProps {
  readonly search: ClaimsSearch;
  onGo(search: ClaimsSearch): void;
}

const QUICK = [
  { name: 'all', search: {} },
  { name: 'open', search: { open: 'true' } },
  { name: 'today', search: { due: 'today' } },
  { name: 'overdue', search: { due: 'overdue' } },
  { name: 'toResolve', search: { to_resolve: 'true' } },
  { name: 'cancel', search: { type: 'cancel', open: 'true' } },
  { name: 'return', search: { type: 'return', open: 'true' } },
  { name: 'exchange', search: { type: 'exchange', open: 'true' } },
] as const satisfies readonly { readonly name: string; readonly search: ClaimsSearch }[];

/** The lists that everybody needs several times a day. */
export function QuickViews({ search, onGo }: FilterProps) {
  const t = useClaimWords();
  const shown = markOf(search);
  return (
    <fieldset className="-mx-4 flex gap-1 overflow-x-auto px-4" aria-label={t('quick')}>
      {QUICK.map((view) => {
        const isShown = shown === markOf(view.search);
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

/** The same filters have the same mark, in whatever order the address has them. */
function markOf(search: ClaimsSearch): string {
  const params = new URLSearchParams({ ...search });
  params.sort();
  return params.toString();
}

/** Shop, kind, state, deadline and days; behind a button where there is no room for them. */
export function ClaimFilters(props: FilterProps) {
  const t = useClaimWords();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  if (!isNarrow) return <FilterFields {...props} />;
  const chosen = Object.keys(props.search).length;
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
  const t = useClaimWords();
  const accounts = useAccounts();
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
        label={t('kind')}
        value={search.type ?? ''}
        onChoose={(type) => onGo({ ...search, type: oneOf({ type }, 'type', KINDS) })}
        choices={[
          { value: '', label: t('everyKind') },
          ...KINDS.map((kind) => ({ value: kind, label: t.word('kinds', kind) })),
        ]}
      />
      <Select
        label={t('state')}
        value={search.state ?? ''}
        onChoose={(state) => onGo({ ...search, state: oneOf({ state }, 'state', STATES) })}
        choices={[
          { value: '', label: t('everyState') },
          ...STATES.map((state) => ({ value: state, label: t.word('states', state) })),
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
      {Object.keys(search).length === 0 ? null : (
        <Button look="quiet" onClick={() => onGo({})}>
          {t('clearFilters')}
        </Button>
      )}
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
