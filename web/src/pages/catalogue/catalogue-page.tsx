import { Link, useNavigate } from '@tanstack/react-router';
import { Download, FileUp, PackagePlus, PackageSearch } from 'lucide-react';
import { useMemo } from 'react';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { ColumnMenu } from '../../desk/column-menu.tsx';
import { type Column, DeskTable } from '../../desk/desk-table.tsx';
import { useKeptNames } from '../../desk/kept.ts';
import { RowLink } from '../../desk/row-link.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { type CatalogueSearch, readCatalogueSearch } from './catalogue-search.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { ShopCell } from './shop-cell.tsx';
import { useListingsOf, useProducts } from './use-products.ts';

type Product = Schema<'Product'>;

const NONE: readonly string[] = [];

/** Every product with what it is in every shop. */
export function CataloguePage({ search }: { readonly search: CatalogueSearch }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const { query, rows } = useProducts(search);
  const columns = useMatrix(rows);
  const [hidden, setHidden] = useKeptNames('catalogue.hidden', NONE);
  const { hasMore, onEnd } = useNextPage(query);
  const go = (next: CatalogueSearch) =>
    navigate({ to: '/catalogue', search: readCatalogueSearch({ ...next }) });
  return (
    <Page
      title={t('title')}
      fill
      side={
        <>
          <ColumnMenu columns={columns} hidden={hidden} onHide={setHidden} />
          <Files />
        </>
      }
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-2">
        <SearchBox
          value={search.q ?? ''}
          hint={t('searchHint')}
          onSearch={(q) => go({ q: q === '' ? undefined : q })}
        />
        <span className="ml-auto text-sm text-faint" role="status">
          {query.isPending ? '' : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        </span>
        {query.error === null ? null : (
          <div className="w-full">
            <TroubleNote error={query.error} onRetry={() => query.refetch()} />
          </div>
        )}
      </div>
      {query.data === undefined ? (
        <div
          aria-busy={query.isPending}
          className="flex flex-1 flex-col gap-3 border-t border-line bg-surface p-4"
        >
          {query.isPending ? <Skeleton className="h-full" /> : null}
        </div>
      ) : (
        <DeskTable
          label={t('title')}
          columns={columns.filter(({ id }) => !hidden.includes(id))}
          rows={rows}
          keyOf={({ id }) => id}
          narrow={(product) => <NarrowProduct product={product} />}
          onOpen={({ id }) => navigate({ to: '/catalogue/$productId', params: { productId: String(id) } })}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoProducts isNarrowed={search.q !== undefined} onAll={() => go({})} />}
        />
      )}
    </Page>
  );
}

/** The columns: the product's own, then one for each connected shop. */
function useMatrix(rows: readonly Product[]): readonly Column<Product>[] {
  const t = useCatalogueWords();
  const format = useFormat();
  const shops = useAccounts();
  const listingOf = useListingsOf(rows, shops.length);
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        width: 'minmax(15rem, 1fr)',
        cell: ({ id, name }: Product) => (
          <RowLink href={`/catalogue/${id}`} className="text-accent hover:underline">
            {name}
          </RowLink>
        ),
      },
      {
        id: 'code',
        title: t('sellerCode'),
        width: '9rem',
        cell: ({ seller_code }: Product) => <span title={seller_code}>{seller_code}</span>,
      },
      {
        id: 'price',
        title: t('price'),
        width: '7rem',
        align: 'right' as const,
        cell: ({ price, currency }: Product) => (
          <span className="numeric">{format.money(price, currency)}</span>
        ),
      },
      {
        id: 'stock',
        title: t('available'),
        width: '6rem',
        align: 'right' as const,
        cell: ({ available_quantity }: Product) => (
          <span className="numeric">
            {available_quantity === null ? t('notCounted') : format.number(available_quantity)}
          </span>
        ),
      },
      ...shops.map((shop) => ({
        id: `shop-${shop.id}`,
        title: shop.name,
        width: '13.5rem',
        cell: (product: Product) => (
          <ShopCell product={product} shop={shop} listing={listingOf(product.id, shop.id)} />
        ),
      })),
    ],
    [t, format, shops, listingOf],
  );
}

function NarrowProduct({ product }: { readonly product: Product }) {
  const t = useCatalogueWords();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1">
      <div className="truncate">
        <RowLink href={`/catalogue/${product.id}`} className="text-accent">
          {product.name}
        </RowLink>
      </div>
      <div className="flex gap-3 text-sm text-soft">
        <span className="min-w-0 flex-1 truncate">{product.seller_code}</span>
        <span className="numeric">{format.money(product.price, product.currency)}</span>
        <span className="numeric">
          {product.available_quantity === null
            ? t('notCounted')
            : t('pieces', { count: product.available_quantity })}
        </span>
      </div>
    </div>
  );
}

/** Adding one, and all of them by a file. */
function Files() {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  if (!mayAct) return null;
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={buttonClass('plain')}>
            <Download aria-hidden="true" />
            <span className="max-md:sr-only">{t('export')}</span>
          </button>
        }
      >
        {(['xlsx', 'csv'] as const).map((format) => (
          <MenuItem key={format} onSelect={() => location.assign(`/api/v1/products/export?format=${format}`)}>
            {t.word('fileKinds', format)}
          </MenuItem>
        ))}
      </Menu>
      <Button onClick={() => navigate({ to: '/catalogue/import' })}>
        <FileUp aria-hidden="true" />
        {t('import')}
      </Button>
      <Link to="/catalogue/new" className={buttonClass('primary')}>
        <PackagePlus aria-hidden="true" />
        {t('newProduct')}
      </Link>
    </>
  );
}

function NoProducts({ isNarrowed, onAll }: { readonly isNarrowed: boolean; onAll(): void }) {
  const t = useCatalogueWords();
  if (isNarrowed)
    return (
      <EmptyState
        icon={<PackageSearch />}
        title={t('noneFound')}
        action={<Button onClick={onAll}>{t('showAll')}</Button>}
      >
        {t('noneFoundHint')}
      </EmptyState>
    );
  return (
    <EmptyState icon={<PackagePlus />} title={t('none')}>
      {t('noneHint')}
    </EmptyState>
  );
}
