import { Link, useNavigate } from '@tanstack/react-router';
import { PackagePlus, PackageSearch } from 'lucide-react';
import { useState } from 'react';
import { useNextPage } from '../../api/next-page.ts';
import { ColumnMenu } from '../../desk/column-menu.tsx';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useKeptNames } from '../../desk/kept.ts';
import { SearchBox } from '../../desk/search-box.tsx';
import { useSelection } from '../../desk/selection.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { CatalogueBar } from './catalogue-bar.tsx';
import { CatalogueFiles } from './catalogue-files.tsx';
import { CatalogueFilter } from './catalogue-filter.tsx';
import { type CatalogueSearch, readCatalogueSearch } from './catalogue-search.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { useMatrixColumns } from './matrix-columns.tsx';
import { NarrowProduct } from './narrow-product.tsx';
import { PublishManyDialog } from './publish-many-dialog.tsx';
import { useListingsOf, useProducts } from './use-products.ts';

const NONE: readonly string[] = [];
/** A row of the matrix has two lines, and three on phones. */
const HEIGHT = { wide: 56, narrow: 92 };

/** Every product with what it is in every shop. */
export function CataloguePage({ search }: { readonly search: CatalogueSearch }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const { query, rows } = useProducts(search);
  const listingOf = useListingsOf(rows, useAccounts().length);
  const columns = useMatrixColumns(listingOf);
  const [hidden, setHidden] = useKeptNames('catalogue.hidden', NONE);
  const selection = useSelection();
  const [publishing, setPublishing] = useState(false);
  const hasSelection = mayAct && selection.size > 0;
  useKeys({ p: () => (hasSelection ? setPublishing(true) : undefined) });
  const { hasMore, onEnd } = useNextPage(query);
  const go = (next: CatalogueSearch) => {
    selection.clear();
    navigate({ to: '/catalogue', search: readCatalogueSearch({ ...next }) });
  };
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
          height={HEIGHT}
          narrow={(product) => <NarrowProduct product={product} listingOf={listingOf} />}
          {...(mayAct ? { selection } : {})}
          onOpen={({ id }) => navigate({ to: '/catalogue/$productId', params: { productId: String(id) } })}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoProducts isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
      {hasSelection ? (
        <CatalogueBar
          count={selection.size}
          onPublish={() => setPublishing(true)}
          onClear={selection.clear}
        />
      ) : null}
      {publishing ? (
        <PublishManyDialog
          products={rows.filter(({ id }) => selection.has(id))}
          onClose={() => setPublishing(false)}
          onSent={selection.clear}
        />
      ) : null}
    </Page>
  );
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
          <Link to="/catalogue/new" className={buttonClass('primary')}>
            {t('newProduct')}
          </Link>
        ) : undefined
      }
    >
      {t('noneHint')}
    </EmptyState>
  );
}
