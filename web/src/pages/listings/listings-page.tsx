import { Link, useNavigate } from '@tanstack/react-router';
import { Link2, PackagePlus, Store } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { LISTING_STATES } from '../../desk/listing-badge.tsx';
import { useListMemory } from '../../desk/lists/list-memory.ts';
import { SelectionBar } from '../../desk/lists/selection-bar.tsx';
import { WaitingRows } from '../../desk/lists/waiting-rows.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { compact, oneOf } from '../../desk/search-params.ts';
import { useSelection } from '../../desk/selection.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { NarrowListing, useListingColumns } from './listing-columns.tsx';
import { useListingWords } from './listing-words.ts';
import { LINK_STATES, type ListingsSearch, readListingsSearch } from './listings-search.ts';
import { MakeProductsDialog } from './make-products-dialog.tsx';

type Listing = Schema<'Listing'>;

const PAGE = 100;
/** Pictures take more than a line. */
const HEIGHT = { wide: 46, narrow: 72 };
const keyOf = ({ id }: Listing) => id;
const narrow = (listing: Listing) => <NarrowListing listing={listing} />;

/** What all shops have on sale. */
export function ListingsPage({ search }: { readonly search: ListingsSearch }) {
  const t = useListingWords();
  const navigate = useNavigate();
  const mayAct = useMay('staff');
  const { shop, ...rest } = search;
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/listings',
    {
      params: {
        query: compact({ ...rest, account_id: shop === undefined ? undefined : Number(shop), limit: PAGE }),
      },
    },
    keysetPages,
  );
  const rows = useMemo(() => query.data?.pages.flatMap(({ listings }) => listings) ?? [], [query.data]);
  const columns = useListingColumns();
  const { hasMore, onEnd } = useNextPage(query);
  useListMemory('/listings', search);
  const selection = useSelection();
  const { clear } = selection;
  // What was selected in another list is not in sight any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the address says, also on the way back
  useEffect(clear, [search]);
  const chosen = rows.filter((listing) => selection.has(listing.id) && isToMake(listing));
  const [making, setMaking] = useState<readonly Listing[] | null>(null);
  const open = useCallback(
    ({ id }: Listing) => navigate({ to: '/listings/$listingId', params: { listingId: String(id) } }),
    [navigate],
  );
  const go = (next: ListingsSearch) => navigate({ to: '/listings', search: readListingsSearch({ ...next }) });
  const accounts = useAccounts();
  const read = queries.useMutation('post', '/api/v1/sync/products', {
    onSuccess: () => showToast({ tone: 'good', title: t('readingShops') }),
    onError: useTroubleToast(),
  });
  return (
    <Page
      title={t('title')}
      fill
      side={
        <>
          {mayAct && accounts.length > 0 ? (
            <Button busy={read.isPending} onClick={() => read.mutate({})}>
              {t('readShops')}
            </Button>
          ) : null}
          <Link to="/listings/links" className={buttonClass('primary')}>
            <Link2 aria-hidden="true" />
            {t('linkQueue')}
          </Link>
        </>
      }
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-2">
        <SearchBox
          value={search.q ?? ''}
          hint={t('searchHint')}
          onSearch={(q) => go({ ...search, q: q === '' ? undefined : q })}
        />
        <Filters search={search} onGo={go} />
        <span className="ml-auto text-sm text-faint" role="status">
          {query.isPending ? '' : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        </span>
        {query.error === null ? null : (
          <div className="w-full">
            <TroubleNote error={query.error} onRetry={() => query.refetch()} />
          </div>
        )}
      </div>
      {query.isPending ? <WaitingRows /> : null}
      {query.data === undefined ? null : (
        <DeskTable
          label={t('title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          height={HEIGHT}
          narrow={narrow}
          {...(mayAct ? { selection } : {})}
          onOpen={open}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoListings isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
      {mayAct && selection.size > 0 ? (
        <SelectionBar count={selection.size} onClear={clear}>
          <Button look="primary" disabled={chosen.length === 0} onClick={() => setMaking(chosen)}>
            <PackagePlus aria-hidden="true" />
            {t('makeProducts', { count: chosen.length })}
          </Button>
        </SelectionBar>
      ) : null}
      {making === null ? null : (
        <MakeProductsDialog
          listings={making}
          onClose={() => {
            setMaking(null);
            clear();
          }}
        />
      )}
    </Page>
  );
}

/** Whether a product can be made of it: nothing of it is linked, and there is something to buy. */
function isToMake({ link_state, native_listing_id, item_count, gone_at }: Listing): boolean {
  return link_state === 'unlinked' && native_listing_id !== null && item_count > 0 && gone_at === null;
}

function Filters({ search, onGo }: { readonly search: ListingsSearch; onGo(search: ListingsSearch): void }) {
  const t = useListingWords();
  const desk = useDeskWords();
  const shops = useAccounts();
  return (
    <>
      <Select
        label={t('shop')}
        value={search.shop ?? ''}
        onChoose={(shop) => onGo({ ...search, shop: shop || undefined })}
        choices={[
          { value: '', label: t('everyShop') },
          ...shops.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        label={t('state')}
        value={search.gone === 'true' ? 'gone' : (search.state ?? '')}
        onChoose={(state) =>
          onGo({
            ...search,
            state: oneOf({ state }, 'state', LISTING_STATES),
            gone: state === 'gone' ? 'true' : undefined,
          })
        }
        choices={[
          { value: '', label: t('everyState') },
          ...LISTING_STATES.map((state) => ({ value: state, label: desk.word('listingState', state) })),
          { value: 'gone', label: t('goneOnes') },
        ]}
      />
      <Select
        label={t('link')}
        value={search.link ?? ''}
        onChoose={(link) => onGo({ ...search, link: oneOf({ link }, 'link', LINK_STATES) })}
        choices={[
          { value: '', label: t('everyLink') },
          ...LINK_STATES.map((link) => ({ value: link, label: t.word('links', link) })),
        ]}
      />
    </>
  );
}

function NoListings({ isNarrowed, onAll }: { readonly isNarrowed: boolean; onAll(): void }) {
  const t = useListingWords();
  return (
    <EmptyState
      icon={<Store />}
      title={t(isNarrowed ? 'noneFound' : 'none')}
      action={isNarrowed ? <Button onClick={onAll}>{t('showAll')}</Button> : undefined}
    >
      {t(isNarrowed ? 'noneFoundHint' : 'noneHint')}
    </EmptyState>
  );
}
