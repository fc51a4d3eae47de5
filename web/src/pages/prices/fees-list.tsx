import { Pencil, Plus, Receipt, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { FeeDialog } from './fee-dialog.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { useCurrencies } from './use-currencies.ts';

type Rate = Schema<'FeeRate'>;

/** What selling costs at each marketplace, where that is written and when somebody looked. */
export function FeesList() {
  const t = usePriceWords();
  const desk = useDeskWords();
  const format = useFormat();
  const mayChange = useMay('owner');
  const [editing, setEditing] = useState<Rate | 'new' | null>(null);
  const currencies = useCurrencies();
  const query = queries.useQuery('get', '/api/v1/fee-rates');
  const remove = queries.useMutation('delete', '/api/v1/fee-rates/{id}', { onSettled: pricesChanged });
  const share = (percent: number) => `${format.number(percent)}%`;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-soft">{t('feesHint')}</p>
        {mayChange ? (
          <Button look="primary" onClick={() => setEditing('new')}>
            <Plus aria-hidden="true" />
            {t('newFee')}
          </Button>
        ) : null}
      </div>
      {remove.error === null ? null : <TroubleNote error={remove.error} />}
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
                      <span className="whitespace-nowrap">
                        <IconButton
                          label={t('editOf', { name: desk.word('platform', rate.platform) })}
                          onClick={() => setEditing(rate)}
                        >
                          <Pencil aria-hidden="true" />
                        </IconButton>
                        {rate.id === null ? null : (
                          <IconButton
                            label={t('feeBack')}
                            disabled={remove.isPending}
                            onClick={() =>
                              rate.id === null
                                ? undefined
                                : remove.mutate({ params: { path: { id: rate.id } } })
                            }
                          >
                            <Undo2 aria-hidden="true" />
                          </IconButton>
                        )}
                      </span>
                    ) : null,
                },
              ]}
            />
          </Panel>
        )}
      </Answered>
      {editing === null ? null : (
        <FeeDialog rate={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
