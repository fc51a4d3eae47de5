import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { usePriceWords } from './price-words.ts';
import { SheetHead } from './sheet-head.tsx';
import type { Currencies } from './use-currencies.ts';

type State = Schema<'Plan'>['state'];

const TONES: Readonly<Record<State, Tone>> = {
  preparing: 'info',
  ready: 'accent',
  confirmed: 'info',
  applied: 'good',
  failed: 'danger',
  canceled: 'plain',
  expired: 'plain',
};

/** Where a plan stands, in a word. */
export function PlanBadge({ state }: { readonly state: State }) {
  const t = usePriceWords();
  return <Badge tone={TONES[state]}>{t.word('planState', state)}</Badge>;
}

/** Every change of many prices: what is prepared, under way, done, and can be put back. */
export function PlansList({
  currencies,
  onOpen,
}: {
  readonly currencies: Currencies;
  onOpen(plan: number): void;
}) {
  const t = usePriceWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const [isNew, setNew] = useState(false);
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/plans',
    { params: { query: { kind: 'set_price', limit: 30 } } },
    keysetPages,
  );
  return (
    <div className="flex flex-col gap-3">
      <SheetHead
        hint={t('plansHint')}
        deed={t('bulkChange')}
        onDo={mayAct ? () => setNew(true) : undefined}
      />
      <Answered query={query} height="h-64">
        {({ pages }) => (
          <Panel>
            <DataTable
              label={t.word('tab', 'plans')}
              rows={pages.flatMap(({ plans }) => plans)}
              keyOf={({ id }) => id}
              empty={
                <EmptyState icon={<ListChecks />} title={t('noPlans')}>
                  {t('noPlansHint')}
                </EmptyState>
              }
              columns={[
                {
                  id: 'id',
                  title: t('plan'),
                  cell: ({ id }) => (
                    <button
                      type="button"
                      className="numeric whitespace-nowrap text-accent hover:underline"
                      onClick={() => onOpen(id)}
                    >
                      {t('planNumber', { id })}
                    </button>
                  ),
                },
                { id: 'state', title: t('state'), cell: ({ state }) => <PlanBadge state={state} /> },
                {
                  id: 'items',
                  title: t('items'),
                  align: 'right',
                  cell: ({ items }) => format.number(items.total),
                },
                {
                  id: 'done',
                  title: t('done'),
                  align: 'right',
                  cell: ({ items }) => format.number(items.done),
                },
                {
                  id: 'failed',
                  title: t('failed'),
                  align: 'right',
                  cell: ({ items }) => format.number(items.failed + items.declined),
                },
                {
                  id: 'undoes',
                  title: t('undoes'),
                  cell: ({ undoes }) => (undoes === null ? '' : t('planNumber', { id: undoes })),
                },
                {
                  id: 'at',
                  title: t('madeAt'),
                  cell: ({ created_at }) => (
                    <span className="numeric whitespace-nowrap text-soft">{format.moment(created_at)}</span>
                  ),
                },
              ]}
            />
          </Panel>
        )}
      </Answered>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {isNew ? (
        <BulkDialog
          currencies={currencies}
          onClose={() => setNew(false)}
          onMade={(plan) => {
            setNew(false);
            onOpen(plan);
          }}
        />
      ) : null}
    </div>
  );
}
