import { Receipt } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FeeDialog } from './fee-dialog.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RowDeeds } from './row-deeds.tsx';
import { SheetHead } from './sheet-head.tsx';
import type { Currencies } from './use-currencies.ts';

type Rate = Schema<'FeeRate'>;
/** One that the business has told; the others come with Moa. */
type OwnRate = Rate & { readonly id: number };

/** What selling costs at each marketplace, where that is written and when somebody looked. */
export function FeesList({ currencies }: { readonly currencies: Currencies }) {
  const t = usePriceWords();
  const desk = useDeskWords();
  const format = useFormat();
  const mayChange = useMay('owner');
  const [editing, setEditing] = useState<Rate | 'new' | null>(null);
  const [removing, setRemoving] = useState<OwnRate | null>(null);
  const query = queries.useQuery('get', '/api/v1/fee-rates');
  const share = (percent: number) => `${format.number(percent)}%`;
  return (
    <div className="flex flex-col gap-3">
      <SheetHead
        hint={t('feesHint')}
        deed={t('newFee')}
        onDo={mayChange ? () => setEditing('new') : undefined}
      />
      <Answered query={query} height="h-96">
        {({ fee_rates }) => (
          <Panel>
            <DataTable
              label={t.word('tab', 'fees')}
              rows={fee_rates}
              keyOf={(rate) => `${rate.id} ${rate.platform} ${rate.native_category_id} ${rate.valid_from}`}
              empty={<EmptyState icon={<Receipt />} title={t('noFees')} />}
              columns={[
                {
                  id: 'platform',
                  title: t('platform'),
                  cell: ({ platform, id }) => (
                    <span className="flex items-center gap-2 whitespace-nowrap">
                      {desk.word('platform', platform)}
                      <Badge tone={id === null ? 'plain' : 'accent'}>
                        {t(id === null ? 'builtIn' : 'own')}
                      </Badge>
                    </span>
                  ),
                },
                {
                  id: 'category',
                  title: t('category'),
                  cell: ({ native_category_id }) => native_category_id ?? t('allCategories'),
                },
                {
                  id: 'sale',
                  title: t.word('fee', 'sale'),
                  align: 'right',
                  cell: (rate) => share(rate.sale_percent),
                },
                {
                  id: 'shipping',
                  title: t.word('fee', 'shipping'),
                  align: 'right',
                  cell: (rate) => share(rate.shipping_percent),
                },
                {
                  id: 'payment',
                  title: t.word('fee', 'payment'),
                  align: 'right',
                  cell: (rate) => share(rate.payment_percent),
                },
                {
                  id: 'fixed',
                  title: t.word('fee', 'fixed'),
                  align: 'right',
                  cell: ({ fixed, platform }) => format.money(fixed, currencies.ofPlatform(platform)),
                },
                {
                  id: 'vat',
                  title: t('vat'),
                  cell: ({ vat_included }) => t(vat_included ? 'vatIncluded' : 'vatExtra'),
                },
                {
                  id: 'from',
                  title: t('validFrom'),
                  cell: ({ valid_from }) => <span className="numeric whitespace-nowrap">{valid_from}</span>,
                },
                {
                  id: 'source',
                  title: t('source'),
                  cell: ({ source, checked_on }) => (
                    <span className="block min-w-44 break-words text-soft">
                      {source}
                      <span className="block text-2xs text-faint">{t('checkedOn', { day: checked_on })}</span>
                    </span>
                  ),
                },
                {
                  id: 'deeds',
                  title: t('deeds'),
                  align: 'right',
                  cell: (rate) =>
                    mayChange ? (
                      <RowDeeds
                        name={desk.word('platform', rate.platform)}
                        onEdit={() => setEditing(rate)}
                        onRemove={isOwn(rate) ? () => setRemoving(rate) : undefined}
                      />
                    ) : null,
                },
              ]}
            />
          </Panel>
        )}
      </Answered>
      {editing === null ? null : (
        <FeeDialog
          rate={editing === 'new' ? null : editing}
          currencies={currencies}
          onClose={() => setEditing(null)}
        />
      )}
      {removing === null ? null : <RemoveRate rate={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function isOwn(rate: Rate): rate is OwnRate {
  return rate.id !== null;
}

function RemoveRate({ rate, onClose }: { readonly rate: OwnRate; onClose(): void }) {
  const t = usePriceWords();
  const desk = useDeskWords();
  const remove = queries.useMutation('delete', '/api/v1/fee-rates/{id}', {
    onSuccess: onClose,
    onSettled: pricesChanged,
  });
  return (
    <RemoveDialog
      name={t('feeOf', { platform: desk.word('platform', rate.platform), day: rate.valid_from })}
      hint={t('removeFeeHint')}
      isBusy={remove.isPending}
      error={remove.error}
      onRemove={() => remove.mutate({ params: { path: { id: rate.id } } })}
      onClose={onClose}
    />
  );
}
