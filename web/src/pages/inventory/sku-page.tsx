import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { Page } from '../../frame/page.tsx';
import { useOfferDeeds } from '../../frame/palette-deeds.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { NumberCell } from '../../ui/number-cell.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { Ledger } from './ledger.tsx';
import { MOVES, type Move, MoveDialog } from './move-dialog.tsx';
import { ShopOffers } from './shop-offers.tsx';
import { StockBadge } from './stock-badge.tsx';
import { nameOf } from './stock-columns.tsx';
import { useSafetyStock } from './use-safety-stock.ts';

/** One SKU: what there is of it and where, what shops know of it, for whom it is kept, and its ledger. */
export function SkuPage({ id }: { readonly id: number }) {
  const t = useInventoryWords();
  const mayMove = useMay('staff');
  const [moving, setMoving] = useState<Move | null>(null);
  const query = queries.useQuery('get', '/api/v1/inventory/{id}', { params: { path: { id } } });
  useOfferDeeds(
    useMemo(
      () =>
        mayMove
          ? MOVES.map((kind) => ({
              id: `stock-${kind}`,
              label: t.word('move', kind),
              also: kind,
              run: () => setMoving(kind),
            }))
          : [],
      [mayMove, t],
    ),
  );
  return (
    <Page
      title={query.data?.sku_code ?? t('sku')}
      side={
        mayMove
          ? MOVES.map((kind) => (
              <Button
                key={kind}
                look={kind === 'count' ? 'primary' : 'plain'}
                disabled={query.data === undefined}
                onClick={() => setMoving(kind)}
              >
                {t.word('move', kind)}
              </Button>
            ))
          : null
      }
    >
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/inventory">{t('backToStock')}</BackLink>
        <Answered query={query} height="h-64">
          {(stock) => (
            <>
              <Summary stock={stock} />
              <Panel title={t('offers')}>
                <ShopOffers sku={id} />
              </Panel>
              <Places stock={stock} />
              <Reservations stock={stock} />
            </>
          )}
        </Answered>
        <Ledger sku={id} />
      </div>
      {moving === null || query.data === undefined ? null : (
        <MoveDialog key={moving} stock={query.data} kind={moving} onClose={() => setMoving(null)} />
      )}
    </Page>
  );
}

type Detail = Schema<'StockDetail'>;

function Summary({ stock }: { readonly stock: Detail }) {
  const t = useInventoryWords();
  const format = useFormat();
  const mayEdit = useMay('staff');
  const saveSafety = useSafetyStock();
  const numbers = [
    { name: t('onHand'), value: stock.on_hand },
    { name: t('reserved'), value: stock.reserved },
    { name: t('available'), value: stock.available },
  ];
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3 px-4 py-3">
        <div className="min-w-0 flex-1 basis-60">
          <p className="truncate font-medium">
            <RowLink href={`/catalogue/${stock.product_id}`} className="hover:text-accent hover:underline">
              {nameOf(stock)}
            </RowLink>
          </p>
          <p className="mt-1 flex items-center gap-2 text-2xs text-soft">
            <StockBadge status={stock.stock_status} />
            {stock.counted_at === null
              ? t('neverCounted')
              : t('lastCounted', { at: format.moment(stock.counted_at) })}
          </p>
        </div>
        <dl className="flex flex-wrap gap-x-6 gap-y-2">
          {numbers.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-2xs text-soft">{name}</dt>
              <dd className="numeric text-lg font-semibold">{value === null ? '–' : format.number(value)}</dd>
            </div>
          ))}
          <div>
            <dt className="text-2xs text-soft">{t('safetyStock')}</dt>
            <dd>
              <NumberCell
                label={t('safetyStockOf', { sku: stock.sku_code })}
                value={stock.safety_stock}
                disabled={!mayEdit}
                onSave={(quantity) => saveSafety(stock.sku_id, quantity)}
              />
            </dd>
          </div>
        </dl>
      </div>
    </Panel>
  );
}

function Places({ stock }: { readonly stock: Detail }) {
  const t = useInventoryWords();
  const format = useFormat();
  return (
    <Panel title={t('places')}>
      <DataTable
        label={t('places')}
        rows={stock.levels}
        keyOf={({ location_id }) => location_id}
        empty={<p className="px-4 py-3 text-sm text-soft">{t('nowhere')}</p>}
        columns={[
          { id: 'place', title: t('place'), cell: ({ location }) => location },
          { id: 'onHand', title: t('onHand'), align: 'right', cell: (level) => format.number(level.on_hand) },
          {
            id: 'reserved',
            title: t('reserved'),
            align: 'right',
            cell: ({ reserved }) => format.number(reserved),
          },
          {
            id: 'available',
            title: t('available'),
            align: 'right',
            cell: ({ available }) => format.number(available),
          },
        ]}
      />
    </Panel>
  );
}

function Reservations({ stock }: { readonly stock: Detail }) {
  const t = useInventoryWords();
  const format = useFormat();
  if (stock.reservations.length === 0) return null;
  return (
    <Panel title={t('reservations')}>
      <DataTable
        label={t('reservations')}
        rows={stock.reservations}
        keyOf={({ id }) => id}
        columns={[
          { id: 'for', title: t('keptFor'), cell: (kept) => t.word('reservedFor', kept.for) },
          {
            id: 'order',
            title: t('order'),
            cell: ({ order_id, native_order_id }) =>
              order_id === null ? (
                '–'
              ) : (
                <RowLink href={`/orders/${order_id}`} className="numeric text-accent hover:underline">
                  {native_order_id ?? order_id}
                </RowLink>
              ),
          },
          {
            id: 'quantity',
            title: t('quantity'),
            align: 'right',
            cell: ({ quantity }) => format.number(quantity),
          },
          { id: 'short', title: t('short'), align: 'right', cell: ({ short }) => format.number(short) },
          {
            id: 'since',
            title: t('since'),
            cell: ({ created_at }) => <span className="numeric text-soft">{format.moment(created_at)}</span>,
          },
        ]}
      />
    </Panel>
  );
}
