import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, TriangleAlert } from 'lucide-react';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { saleOf, useSale } from '../../desk/use-sale.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

type Listing = Schema<'Listing'>;
type Account = Schema<'PlatformAccount'>;

/** What a product is in one shop, and what can be done there. */
export function ShopCell({
  product,
  shop,
  listing,
}: {
  readonly product: Schema<'Product'>;
  readonly shop: Account;
  readonly listing: Listing | undefined;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const hasOtherPrice = listing?.price != null && listing.price !== product.price;
  const told = listing === undefined ? t('notThere') : null;
  const inside = (
    <>
      {listing === undefined ? (
        <span className="text-faint">{told}</span>
      ) : (
        <>
          <ListingBadge listing={listing} />
          <span
            className={`numeric min-w-0 truncate ${hasOtherPrice ? 'text-warn' : ''}`}
            title={hasOtherPrice ? t('otherPrice') : undefined}
          >
            {listing.price === null ? '–' : format.money(listing.price, listing.currency)}
          </span>
          <span className="numeric text-soft">
            {listing.shown_quantity === null ? '' : t('pieces', { count: listing.shown_quantity })}
          </span>
          {listing.drift_count === 0 ? null : (
            <TriangleAlert role="img" aria-label={t('drift')} className="size-4 shrink-0 text-warn" />
          )}
        </>
      )}
    </>
  );
  if (!mayAct) return <span className="flex items-center gap-1.5">{inside}</span>;
  return (
    <CellMenu product={product} shop={shop} listing={listing}>
      <button
        type="button"
        aria-label={t('cellDeeds', { product: product.name, shop: shop.name })}
        className="flex h-7 w-full min-w-0 items-center gap-1.5 rounded px-1 text-left hover:bg-sunken"
      >
        {inside}
        <Ellipsis className="ml-auto size-4 shrink-0 text-faint" aria-hidden="true" />
      </button>
    </CellMenu>
  );
}

function CellMenu({
  product,
  shop,
  listing,
  children,
}: {
  readonly product: Schema<'Product'>;
  readonly shop: Account;
  readonly listing: Listing | undefined;
  readonly children: React.ReactNode;
}) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const sale = useSale();
  const deed = listing === undefined ? null : saleOf(listing);
  const openWizard = () =>
    navigate({
      to: '/catalogue/$productId/publish',
      params: { productId: String(product.id) },
      search: { shop: String(shop.id) },
    });
  return (
    <Menu trigger={children} align="start">
      <MenuItem onSelect={openWizard}>{t(listing === undefined ? 'publishHere' : 'seeDifferences')}</MenuItem>
      {deed === null || listing === undefined ? null : (
        <MenuItem disabled={sale.isBusy} onSelect={() => sale[deed](listing.id)}>
          {t(deed)}
        </MenuItem>
      )}
      {listing === undefined ? null : (
        <MenuItem
          onSelect={() => navigate({ to: '/listings/$listingId', params: { listingId: String(listing.id) } })}
        >
          {t('openListing')}
        </MenuItem>
      )}
    </Menu>
  );
}
