import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useInventoryWords } from './inventory-words.ts';

type Movement = Schema<'StockMovement'>;

const LINK = 'text-accent hover:underline';

/** Why the stock of a SKU is what it is: every movement, the newest first, with what brought it about. */
export function Ledger({ sku }: { readonly sku: number }) {
  const t = useInventoryWords();
  const format = useFormat();
  const places = queries.useQuery('get', '/api/v1/locations').data?.locations ?? [];
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/inventory/{id}/movements',
    { params: { path: { id: sku }, query: { limit: 50 } } },
    keysetPages,
  );
  return (
    <Panel title={t('ledger')}>
      <Answered query={query} height="h-64">
        {({ pages }) => (
          <DataTable
            label={t('ledger')}
            rows={pages.flatMap(({ movements }) => movements)}
            keyOf={({ id }) => id}
            empty={<p className="px-4 py-3 text-sm text-soft">{t('noLedger')}</p>}
            columns={[
              {
                id: 'at',
                title: t('at'),
                cell: ({ at }) => (
                  <span className="numeric whitespace-nowrap text-soft">{format.moment(at)}</span>
                ),
              },
              { id: 'type', title: t('movementType'), cell: ({ type }) => t.word('movement', type) },
              {
                id: 'quantity',
                title: t('change'),
                align: 'right',
                cell: ({ quantity }) => (
                  <span className={classNames('font-medium', quantity < 0 ? 'text-danger' : 'text-good')}>
                    {quantity > 0 ? '+' : ''}
                    {format.number(quantity)}
                  </span>
                ),
              },
              {
                id: 'balance',
                title: t('balance'),
                align: 'right',
                cell: ({ balance_after }) => format.number(balance_after),
              },
              {
                id: 'place',
                title: t('place'),
                cell: ({ location_id }) => places.find(({ id }) => id === location_id)?.name ?? '–',
              },
              { id: 'cause', title: t('cause'), cell: (movement) => <Cause movement={movement} /> },
              {
                id: 'note',
                title: t('note'),
                cell: ({ note }) => <span className="text-soft">{note ?? ''}</span>,
              },
            ]}
          />
        )}
      </Answered>
      {query.hasNextPage ? (
        <div className="flex justify-center border-t border-line p-2">
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

/** Leads to what brought a movement about, where that has a page. */
function Cause({ movement }: { readonly movement: Movement }) {
  const t = useInventoryWords();
  const { cause, order_id, native_order_id, claim_id, reference, told_reference } = movement;
  const name = t.word('causeKind', cause);
  if (claim_id !== null)
    return (
      <RowLink href={`/claims/${claim_id}`} className={LINK}>
        {t('causeClaim', { id: claim_id })}
      </RowLink>
    );
  if (order_id !== null)
    return (
      <RowLink href={`/orders/${order_id}`} className={LINK}>
        {t('causeOrder', { id: native_order_id ?? order_id })}
      </RowLink>
    );
  if (cause === 'import')
    return (
      <RowLink href={`/catalogue/import?file=${encodeURIComponent(reference)}`} className={LINK}>
        {t('causeImport', { id: reference })}
      </RowLink>
    );
  return told_reference === null ? name : `${name} · ${told_reference}`;
}
