import { CircleCheck } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { Answered } from '../../desk/answered.tsx';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { OfferName } from './offer-name.tsx';

/** What shops show otherwise than they were told. */
export function DriftList() {
  const t = useInventoryWords();
  const format = useFormat();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/inventory/drift',
    { params: { query: { limit: 50 } } },
    keysetPages,
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-soft">{t('driftHint')}</p>
      <Answered query={query} height="h-96">
        {({ pages }) => (
          <Panel>
            <DataTable
              label={t.word('tab', 'drift')}
              rows={pages.flatMap(({ drift }) => drift)}
              keyOf={({ listing_item_id }) => listing_item_id}
              empty={<EmptyState icon={<CircleCheck />} title={t('noDrift')} />}
              columns={[
                { id: 'item', title: t('product'), cell: (drift) => <OfferName offer={drift} /> },
                { id: 'told', title: t('told'), align: 'right', cell: ({ told }) => format.number(told) },
                { id: 'shown', title: t('shown'), align: 'right', cell: ({ shown }) => format.number(shown) },
                {
                  id: 'sure',
                  title: t('status'),
                  cell: ({ sure }) => (
                    <Badge tone={sure ? 'danger' : 'plain'}>{t(sure ? 'driftSure' : 'driftMaybe')}</Badge>
                  ),
                },
                {
                  id: 'since',
                  title: t('since'),
                  cell: ({ since }) => <span className="numeric text-soft">{format.moment(since)}</span>,
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
    </div>
  );
}
