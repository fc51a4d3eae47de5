import { Link, useNavigate } from '@tanstack/react-router';
import { PackagePlus, PackageSearch, Send } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNextPage } from '../../api/next-page.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { ColumnMenu } from '../../desk/column-menu.tsx';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useKeptNames } from '../../desk/kept.ts';
import { useListMemory } from '../../desk/lists/list-memory.ts';
import { SelectionBar } from '../../desk/lists/selection-bar.tsx';
import { WaitingRows } from '../../desk/lists/waiting-rows.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { useSelection } from '../../desk/selection.ts';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { CatalogueFiles } from './catalogue-files.tsx';
import { CatalogueFilter } from './catalogue-filter.tsx';
import { type CatalogueSearch, readCatalogueSearch } from './catalogue-search.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { useMatrixColumns } from './matrix-columns.tsx';
import { NarrowProduct } from './narrow-product.tsx';
import { PublishManyDialog } from './publish-many-dialog.tsx';
import { useListingsOf } from './use-listings-of.ts';
import { useProducts } from './use-products.ts';

type Product = Schema<'Product'>;

const NONE: readonly string[] = [];
/** A row of the matrix has two lines, and three on phones. */
const HEIGHT = { wide: 56, narrow: 92 };
const keyOf = ({ id }: Product) => id;

/** Every product with what it is in every shop. */
export function CataloguePage({ search }: { readonly search: CatalogueSearch }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const { query, rows } = useProducts(search);
  useListMemory('/catalogue', search);
  const { listingsIn, error: listingsError } = useListingsOf(rows);
  const columns = useMatrixColumns(listingsIn);
  const [hidden, setHidden] = useKeptNames('catalogue.hidden', NONE);
  const selection = useSelection();
  const [publishing, setPublishing] = useState(false);
  const { clear } = selection;
  // What was selected in another list is not in sight any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the address says, also on the way back
  useEffect(clear, [search]);
  const hasSelection = mayAct && selection.size > 0;
  useKeys({ p: () => (hasSelection ? setPublishing(true) : undefined) });
  const { hasMore, onEnd } = useNextPage(query);
  const go = (next: CatalogueSearch) =>
    navigate({ to: '/catalogue', search: readCatalogueSearch({ ...next }) });
  const shownColumns = useMemo(() => columns.filter(({ id }) => !hidden.includes(id)), [columns, hidden]);
  const narrow = useCallback(
    (product: Product) => <NarrowProduct product={product} listingsIn={listingsIn} />,
    [listingsIn],
  );
  const open = useCallback(
    ({ id }: Product) => navigate({ to: '/catalogue/$productId', params: { productId: String(id) } }),
    [navigate],
  );
  const error = query.error ?? listingsError;
  return (
    <Page
      title={t('title')}
      fill
      side={
        <>
          <ColumnMenu columns={columns} hidden={hidden} onHide={setHidden} />
          <CatalogueFiles />
        </>
      }
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-2">
        <SearchBox
          value={search.q ?? ''}
          hint={t('searchHint')}
          onSearch={(q) => go({ ...search, q: q === '' ? undefined : q })}
        />
        <CatalogueFilter search={search} onGo={go} />
        <span className="ml-auto text-sm text-faint" role="status">
          {query.isPending ? '' : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        </span>
        {error === null ? null : (
          <div className="w-full">
            <TroubleNote error={error} onRetry={again} />
          </div>
        )}
      </div>
      {query.isPending ? <WaitingRows /> : null}
      {query.data === undefined ? null : (
        <DeskTable
          label={t('title')}
          columns={shownColumns}
          rows={rows}
          keyOf={keyOf}
          height={HEIGHT}
          narrow={narrow}
          {...(mayAct ? { selection } : {})}
          onOpen={open}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoProducts isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
      {hasSelection ? (
        <SelectionBar count={selection.size} onClear={clear}>
          <Button look="primary" onClick={() => setPublishing(true)}>
            <Send aria-hidden="true" />
            {t('publish')}
            <span className="max-md:hidden">
              <KeyCap>p</KeyCap>
            </span>
          </Button>
        </SelectionBar>
      ) : null}
      {publishing ? (
        <PublishManyDialog
          products={rows.filter(({ id }) => selection.has(id))}
          onClose={() => setPublishing(false)}
          onSent={clear}
        />
      ) : null}
    </Page>
  );
}

/** Asks again for products, and for the listings that did not come. */
function again(): void {
  for (const path of ['/api/v1/products', '/api/v1/listings'])
    queryClient.invalidateQueries({ queryKey: ['get', path] });
}

function NoProducts({ isNarrowed, onAll }: { readonly isNarrowed: boolean; onAll(): void }) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
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
    <EmptyState
      icon={<PackagePlus />}
      title={t('none')}
      action={
        mayAct ? (
          <span className="flex flex-wrap justify-center gap-2">
            <Link to="/catalogue/new" className={buttonClass('primary')}>
              {t('newProduct')}
            </Link>
            <Link to="/listings/links" className={buttonClass('plain')}>
              {t('takeFromShops')}
            </Link>
          </span>
        ) : undefined
      }
    >
      {t('noneHint')}
    </EmptyState>
  );
}
