import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import type { Column } from '../../desk/desk-table.tsx';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { listingPicture, Picture } from '../../desk/picture.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { useListingWords } from './listing-words.ts';

type Listing = Schema<'Listing'>;

/** The columns of the list of listings. */
export function useListingColumns(): readonly Column<Listing>[] {
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

/** A listing on a phone. */
export function NarrowListing({ listing }: { readonly listing: Listing }) {
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
