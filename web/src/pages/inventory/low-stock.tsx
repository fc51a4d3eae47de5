import { PackageCheck } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { StockBadge } from './stock-badge.tsx';

type Product = Schema<'LowStockProduct'>;

/** What has to be bought again, product by product, and how fast it sells. */
export function LowStock() {
  const t = useInventoryWords();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/inventory/low-stock',
    { params: { query: { limit: 50 } } },
    keysetPages,
  );
  return (
    <Answered query={query} height="h-96">
      {({ pages }) => {
        const products = pages.flatMap(({ low_stock_products }) => low_stock_products);
        return (
          <div className="flex flex-col gap-4">
            {products.length === 0 ? (
              <EmptyState icon={<PackageCheck />} title={t('nothingLow')}>
                {t('nothingLowHint')}
              </EmptyState>
            ) : null}
            {products.map((product) => (
              <LowProduct key={product.product_id} product={product} />
            ))}
            {query.hasNextPage ? (
              <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </div>
        );
      }}
    </Answered>
  );
}

function LowProduct({ product }: { readonly product: Product }) {
  const t = useInventoryWords();
  const format = useFormat();
  return (
    <Panel
      title={product.product_name}
      side={
        <span className="flex items-center gap-2 text-sm text-soft">
          {product.high_demand ? <Badge tone="warn">{t('highDemand')}</Badge> : null}
          <StockBadge status={product.stock_status} />
          <span className="numeric max-sm:hidden">
            {t('ofSafety', { stock: product.current_stock, safety: product.safety_stock })}
          </span>
        </span>
      }
    >
      <DataTable
        label={product.product_name}
        rows={product.skus}
        keyOf={({ sku_id }) => sku_id}
        columns={[
          {
            id: 'sku',
            title: t('sku'),
            cell: ({ sku_id, sku_code }) => (
              <RowLink
                href={`/inventory/${sku_id}`}
                className="numeric whitespace-nowrap text-accent hover:underline"
              >
                {sku_code}
              </RowLink>
            ),
          },
          {
            id: 'options',
            title: t('options'),
            cell: ({ option_values }) => option_values.join(' / ') || '–',
          },
          {
            id: 'status',
            title: t('status'),
            cell: ({ stock_status }) => <StockBadge status={stock_status} />,
          },
          {
            id: 'stock',
            title: t('available'),
            align: 'right',
            cell: ({ current_stock }) => format.number(current_stock),
          },
          {
            id: 'safety',
            title: t('safetyStock'),
            align: 'right',
            cell: ({ safety_stock }) => format.number(safety_stock),
          },
          {
            id: 'sold',
            title: t('soldLastWeek'),
            align: 'right',
            cell: ({ sold_last_week }) => format.number(sold_last_week),
          },
        ]}
      />
    </Panel>
  );
}
