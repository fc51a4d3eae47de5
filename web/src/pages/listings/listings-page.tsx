import { Link, useNavigate } from '@tanstack/react-router';
import { Link2, Store, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { type Column, DeskTable } from '../../desk/desk-table.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { LISTING_STATES, ListingBadge } from '../../desk/listing-badge.tsx';
import { listingPicture, Picture } from '../../desk/picture.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { SearchBox } from '../../desk/search-box.tsx';
import { compact, oneOf } from '../../desk/search-params.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { useListingWords } from './listing-words.ts';
import { LINK_STATES, type ListingsSearch, readListingsSearch } from './listings-search.ts';

type Listing = Schema<'Listing'>;

const PAGE = 100;
/** Pictures take more than a line. */
const HEIGHT = { wide: 46, narrow: 72 };

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
      {query.data === undefined ? (
        <div aria-busy={query.isPending} className="flex-1 border-t border-line bg-surface p-4">
          {query.isPending ? <Skeleton className="h-full" /> : null}
        </div>
      ) : (
        <DeskTable
          label={t('title')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          height={HEIGHT}
          narrow={(listing) => <NarrowListing listing={listing} />}
          onOpen={({ id }) => navigate({ to: '/listings/$listingId', params: { listingId: String(id) } })}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoListings isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
    </Page>
  );
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

function useListingColumns(): readonly Column<Listing>[] {
  const t = useListingWords();
  const format = useFormat();
  const shops = useAccounts();
  return useMemo(() => {
    const names = new Map(shops.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'state',
        title: t('state'),
        width: '8rem',
        cell: (listing) => <ListingBadge listing={listing} />,
      },
      { id: 'shop', title: t('shop'), width: '9rem', cell: ({ account_id }) => names.get(account_id) },
      {
        id: 'name',
        title: t('name'),
        width: 'minmax(16rem, 1fr)',
        cell: (listing) => (
          <span className="flex items-center gap-2.5">
            <Picture src={listingPicture(listing)} />
            <RowLink
              href={`/listings/${listing.id}`}
              className="min-w-0 truncate text-accent hover:underline"
            >
              {listing.name}
            </RowLink>
          </span>
        ),
      },
      {
        id: 'number',
        title: t('number'),
        width: '10rem',
        cell: ({ native_listing_id }) => <span className="numeric">{native_listing_id ?? '–'}</span>,
      },
      {
        id: 'price',
        title: t('price'),
        width: '7rem',
        align: 'right',
        cell: ({ price, currency }) => (
          <span className="numeric">{price === null ? '–' : format.money(price, currency)}</span>
        ),
      },
      {
        id: 'stock',
        title: t('stock'),
        width: '6rem',
        align: 'right',
        cell: (listing) => <Stock listing={listing} />,
      },
      {
        id: 'link',
        title: t('link'),
        width: '8rem',
        cell: ({ link_state, linked_count, item_count }) =>
          item_count === 0 ? (
            <span className="text-faint">{t('noItems')}</span>
          ) : (
            <Badge tone={link_state === 'linked' ? 'good' : 'warn'}>
              {t.word('links', link_state)} {linked_count}/{item_count}
            </Badge>
          ),
      },
    ];
  }, [t, format, shops]);
}

function Stock({ listing: { shown_quantity, drift_count } }: { readonly listing: Listing }) {
  const t = useListingWords();
  const format = useFormat();
  return (
    <span className="numeric inline-flex items-center gap-1">
      {drift_count === 0 ? null : (
        <TriangleAlert role="img" aria-label={t('drift')} className="size-4 text-warn" />
      )}
      {shown_quantity === null ? '–' : format.number(shown_quantity)}
    </span>
  );
}

function NarrowListing({ listing }: { readonly listing: Listing }) {
  const format = useFormat();
  const shop = useAccounts().find(({ id }) => id === listing.account_id);
  return (
    <div className="flex items-center gap-3">
      <Picture src={listingPicture(listing)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-center gap-2">
          <ListingBadge listing={listing} />
          <span className="min-w-0 flex-1 truncate text-2xs text-soft">{shop?.name}</span>
          <span className="numeric text-sm">
            {listing.price === null ? '–' : format.money(listing.price, listing.currency)}
          </span>
          <Stock listing={listing} />
        </div>
        <div className="truncate">
          <RowLink href={`/listings/${listing.id}`} className="text-accent">
            {listing.name}
          </RowLink>
        </div>
      </div>
    </div>
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
