import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { saleOf, useSale } from '../../desk/use-sale.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

type Listing = Schema<'Listing'>;
type Account = Schema<'PlatformAccount'>;
type Product = Schema<'Product'>;

/** What a product is in one shop, and what can be done there. */
export function ShopCell({
  product,
  shop,
  isAsked,
  listings,
}: {
  readonly product: Product;
  readonly shop: Account;
  /** Whether the shop is one to publish in. */
  readonly isAsked: boolean;
  /** Undefined while nobody knows yet. */
  readonly listings: readonly Listing[] | undefined;
}) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
  if (listings === undefined) return <Skeleton className="mx-1.5 h-4 w-16" />;
  const there = listings.filter(({ native_listing_id }) => native_listing_id !== null);
  const [listing = listings[0], ...others] = there;
  if (listing !== undefined && there.length > 0) {
    const inside = <InShop product={product} listing={listing} others={others.length} />;
    if (!mayAct) return inside;
    return (
      <CellMenu product={product} shop={shop} listing={listing}>
        <button
          type="button"
          className="group flex h-11 w-full min-w-0 items-center gap-1 rounded-md px-1.5 text-left hover:bg-sunken"
        >
          {inside}
          <span className="sr-only">{t('cellDeeds', { product: product.name, shop: shop.name })}</span>
          <Ellipsis
            className="ml-auto size-4 shrink-0 text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 group-data-[state=open]:opacity-100"
            aria-hidden="true"
          />
        </button>
      </CellMenu>
    );
  }
  const standing =
    listing === undefined ? (
      <span className="text-faint">{t('notThere')}</span>
    ) : (
      <ListingBadge listing={listing} />
    );
  if (!mayAct || !isAsked) return <span className="px-1.5">{standing}</span>;
  return (
    <RowLink
      href={`/catalogue/${product.id}/publish?shop=${shop.id}`}
      className="group flex h-11 items-center rounded-md px-1.5 hover:bg-sunken"
    >
      <span className="group-hover:hidden group-focus-visible:hidden">{standing}</span>
      <span className="hidden text-accent group-hover:inline group-focus-visible:inline" aria-hidden="true">
        {t('publishHere')}
      </span>
      <span className="sr-only">{t('publishCell', { product: product.name, shop: shop.name })}</span>
    </RowLink>
  );
}

/** State, price and stock as the marketplace shows them; with a sign where they are not what they should be. */
function InShop({
  product,
  listing,
  others,
}: {
  readonly product: Product;
  readonly listing: Listing;
  /** How many more listings of it the shop has. */
  readonly others: number;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  const hasOtherPrice = listing.price !== null && listing.price !== product.price;
  return (
    <span className="flex min-w-0 flex-col gap-0.5 leading-4">
      <span className="flex items-center gap-1">
        <ListingBadge listing={listing} />
        {listing.drift_count === 0 ? null : (
          <span
            className="inline-flex items-center gap-0.5 text-2xs font-medium text-warn"
            title={t('drift')}
          >
            <TriangleAlert className="size-3.5 shrink-0" aria-hidden="true" />
            {t('driftShort')}
          </span>
        )}
        {others === 0 ? null : (
          <span className="truncate text-2xs text-soft">{t('more', { count: others })}</span>
        )}
      </span>
      {listing.price === null ? null : (
        <span className="numeric truncate">
          <span
            className={hasOtherPrice ? 'font-medium text-warn' : ''}
            title={hasOtherPrice ? t('otherPrice') : undefined}
          >
            {format.money(listing.price, listing.currency)}
            {hasOtherPrice ? <span className="sr-only"> {t('otherPrice')}</span> : null}
          </span>
          {listing.shown_quantity === null ? null : (
            <span className={listing.shown_quantity === 0 ? 'text-danger' : 'text-soft'}>
              {' · '}
              {t('pieces', { count: listing.shown_quantity })}
            </span>
          )}
        </span>
      )}
    </span>
  );
}

function CellMenu({
  product,
  shop,
  listing,
  children,
}: {
  readonly product: Product;
  readonly shop: Account;
  readonly listing: Listing;
  readonly children: ReactNode;
}) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const sale = useSale();
  const deed = saleOf(listing);
  return (
    <Menu trigger={children} align="start">
      <MenuItem
        onSelect={() =>
          navigate({
            to: '/catalogue/$productId/publish',
            params: { productId: String(product.id) },
            search: { shop: String(shop.id) },
          })
        }
      >
        {t('seeDifferences')}
      </MenuItem>
      {deed === null ? null : (
        <MenuItem disabled={sale.isBusy} onSelect={() => sale[deed](listing.id)}>
          {t(deed)}
        </MenuItem>
      )}
      <MenuItem
        onSelect={() => navigate({ to: '/listings/$listingId', params: { listingId: String(listing.id) } })}
      >
        {t('openListing')}
      </MenuItem>
    </Menu>
  );
}
