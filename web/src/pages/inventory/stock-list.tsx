import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Boxes } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useListMemory } from '../../desk/lists/list-memory.ts';
import { WaitingRows } from '../../desk/lists/waiting-rows.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { type InventorySearch, stockQuery } from './inventory-search.ts';
import { useInventoryWords } from './inventory-words.ts';
import { NarrowStock, useStockColumns } from './stock-columns.tsx';

type Stock = Schema<'Stock'>;

// The same from one drawing to the next: rows that have not changed are not drawn again.
const keyOf = ({ sku_id }: Stock) => sku_id;
const narrow = (stock: Stock) => <NarrowStock stock={stock} />;

const FLAGS = ['low', 'oversold', 'untracked'] as const;

/** Every SKU with what there is of it. */
export function StockList({
  search,
  onGo,
}: {
  readonly search: InventorySearch;
  onGo(search: InventorySearch): void;
}) {
  const t = useInventoryWords();
  const navigate = useNavigate();
  const columns = useStockColumns();
  useListMemory('/inventory', search);
  const open = useCallback(
    ({ sku_id }: Stock) => navigate({ to: '/inventory/$skuId', params: { skuId: String(sku_id) } }),
    [navigate],
  );
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/inventory',
    { params: { query: stockQuery(search) } },
    { ...keysetPages, placeholderData: keepPreviousData },
  );
  const { data, error, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ inventory }) => inventory) ?? [], [data]);
  const { hasMore, onEnd } = useNextPage(query);
  const isNarrowed = search.q !== undefined || FLAGS.some((flag) => search[flag] !== undefined);
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-2">
        <SearchBox
          value={search.q ?? ''}
          hint={t('searchHint')}
          onSearch={(q) => onGo({ ...search, q: q === '' ? undefined : q })}
        />
        {FLAGS.map((flag) => (
          <Button
            key={flag}
            size="small"
            look={search[flag] === undefined ? 'plain' : 'primary'}
            aria-pressed={search[flag] !== undefined}
            onClick={() => onGo({ ...search, [flag]: search[flag] === undefined ? 'true' : undefined })}
          >
            {t.word('flag', flag)}
          </Button>
        ))}
        <span className="ml-auto text-sm text-faint" role="status">
          {data === undefined || query.isPlaceholderData
            ? ''
            : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        </span>
      </div>
      {error === null ? null : (
        <div className="px-4 pb-2">
          <TroubleNote error={error} onRetry={() => refetch()} />
        </div>
      )}
      {data === undefined ? (
        error === null && <WaitingRows />
      ) : (
        <DeskTable
          label={t('stock')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          narrow={narrow}
          onOpen={open}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={
            isNarrowed ? (
              <EmptyState
                icon={<Boxes />}
                title={t('noneFound')}
                action={<Button onClick={() => onGo({})}>{t('showAll')}</Button>}
              />
            ) : (
              <EmptyState icon={<Boxes />} title={t('none')}>
                {t('noneHint')}
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
