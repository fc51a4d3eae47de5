import { useNavigate } from '@tanstack/react-router';
import { PackageOpen, RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { ColumnMenu } from '../../desk/column-menu.tsx';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useKeptNames } from '../../desk/kept.ts';
import { ListHead } from '../../desk/lists/list-head.tsx';
import { useListMemory } from '../../desk/lists/list-memory.ts';
import { QuickViews } from '../../desk/lists/quick-views.tsx';
import { WaitingRows } from '../../desk/lists/waiting-rows.tsx';
import { SavedViews } from '../../desk/saved-views.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { useSelection } from '../../desk/selection.ts';
import { useShopNames } from '../../desk/shop-name.tsx';
import { Page } from '../../frame/page.tsx';
import { useOfferDeeds } from '../../frame/palette-deeds.ts';
import { useKeys } from '../../frame/use-keys.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { NarrowOrder, USUALLY_HIDDEN, useOrderColumns } from './order-columns.tsx';
import { OrderFilters, QUICK } from './order-filters.tsx';
import { useOrderWords } from './order-words.ts';
import { type OrdersSearch, readOrdersSearch, sortOf } from './orders-search.ts';
import { ShipDialog } from './ship-dialog.tsx';
import { useActing } from './use-acting.ts';
import { useOrders } from './use-orders.ts';
import { WorkOutcome } from './work-outcome.tsx';

type Order = Schema<'OrderSummary'>;

// The same from one drawing to the next: rows that have not changed are not drawn again.
const keyOf = ({ id }: Order) => id;

/** The one list of the orders of all shops, and what is done with many of them at once. */
export function OrdersPage({ search }: { readonly search: OrdersSearch }) {
  const t = useOrderWords();
  const navigate = useNavigate();
  const { query, rows, hasNews, startOver, refresh } = useOrders(search);
  const { hasMore, onEnd, retry } = useNextPage(query);
  useListMemory('/orders', search);
  const selection = useSelection();
  const onSort = useCallback(
    (sort: OrdersSearch['sort']) =>
      navigate({ to: '/orders', search: (before) => readOrdersSearch({ ...before, sort }) }),
    [navigate],
  );
  const columns = useOrderColumns(sortOf(search), onSort);
  const shopName = useShopNames();
  const narrow = useCallback(
    (order: Order) => <NarrowOrder order={order} shop={shopName(order.platform, order.account_name)} />,
    [shopName],
  );
  const [hidden, setHidden] = useKeptNames('orders.hidden', USUALLY_HIDDEN);
  const [shipping, setShipping] = useState(false);
  const mayAct = useMay('staff');
  const acting = useActing(selection, rows);
  const go = (next: OrdersSearch) => navigate({ to: '/orders', search: readOrdersSearch({ ...next }) });
  const { clear } = selection;
  // What was selected in another list is not in sight any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the address says, also on the way back
  useEffect(clear, [search]);
  const hasSelection = mayAct && selection.size > 0;
  useKeys({
    ...(hasSelection ? { a: acting.acknowledge, s: () => setShipping(true) } : {}),
    r: refresh,
  });
  useOfferDeeds(
    useMemo(
      () =>
        mayAct
          ? [
              {
                id: 'orders-ship',
                label: t('shipByPaste'),
                also: 'ship invoice',
                run: () => setShipping(true),
              },
            ]
          : [],
      [mayAct, t],
    ),
  );
  const shownColumns = useMemo(() => columns.filter(({ id }) => !hidden.includes(id)), [columns, hidden]);
  const open = useCallback(
    ({ id }: Order) => navigate({ to: '/orders/$orderId', params: { orderId: String(id) } }),
    [navigate],
  );
  return (
    <Page
      title={t('title')}
      fill
      side={
        <>
          <SavedViews
            place="orders"
            search={new URLSearchParams({ ...search }).toString()}
            onOpen={(text) => go(readOrdersSearch(Object.fromEntries(new URLSearchParams(text))))}
          />
          <ColumnMenu columns={columns} hidden={hidden} onHide={setHidden} />
          {mayAct ? <Button onClick={() => setShipping(true)}>{t('shipByPaste')}</Button> : null}
        </>
      }
    >
      <ListHead
        views={
          <QuickViews
            views={QUICK}
            labelOf={(name) => t.word('quickViews', name)}
            search={search}
            onGo={go}
          />
        }
        count={query.isPending ? '' : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        news={hasNews ? { label: t('news'), startOver } : null}
        error={query.error}
        onRetry={retry}
      >
        <SearchBox
          value={search.q ?? ''}
          hint={t('searchHint')}
          onSearch={(q) => go({ ...search, q: q === '' ? undefined : q })}
        />
        <OrderFilters search={search} onGo={go} />
      </ListHead>
      {query.isPending ? <WaitingRows /> : null}
      {query.data === undefined ? null : (
        <DeskTable
          label={t('title')}
          columns={shownColumns}
          rows={rows}
          keyOf={keyOf}
          narrow={narrow}
          {...(mayAct ? { selection } : {})}
          onOpen={open}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoOrders isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
      {hasSelection ? (
        <BulkBar
          count={selection.size}
          isBusy={acting.isBusy}
          onAcknowledge={acting.acknowledge}
          onShip={() => setShipping(true)}
          onClear={selection.clear}
        />
      ) : null}
      {shipping ? (
        <ShipDialog
          orders={rows.filter(({ id }) => selection.has(id))}
          onClose={() => setShipping(false)}
          onSent={(work) => {
            setShipping(false);
            selection.clear();
            acting.show(work);
          }}
        />
      ) : null}
      {acting.work === null ? null : <WorkOutcome work={acting.work} onClose={() => acting.show(null)} />}
    </Page>
  );
}

function NoOrders({ isNarrowed, onAll }: { readonly isNarrowed: boolean; onAll(): void }) {
  const t = useOrderWords();
  return isNarrowed ? (
    <EmptyState
      icon={<PackageOpen />}
      title={t('noneFound')}
      action={<Button onClick={onAll}>{t('showAll')}</Button>}
    >
      {t('noneFoundHint')}
    </EmptyState>
  ) : (
    <EmptyState icon={<RefreshCw />} title={t('none')}>
      {t('noneHint')}
    </EmptyState>
  );
}
