import { TriangleAlert } from 'lucide-react';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { Picture, productPicture } from '../../desk/picture.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { ListingsIn } from './use-listings-of.ts';

type Product = Schema<'Product'>;

/** A row of the matrix on a phone: the shops that have the product stand below it. */
export function NarrowProduct({
  product,
  listingsIn,
}: {
  readonly product: Product;
  readonly listingsIn: ListingsIn;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  return (
    <div className="flex items-center gap-3">
      <Picture src={productPicture(product)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="truncate">
          <RowLink href={`/catalogue/${product.id}`} className="font-medium text-accent">
            {product.name}
          </RowLink>
        </div>
        <div className="flex gap-2 text-sm text-soft">
          <span className="numeric">{format.money(product.price, product.currency)}</span>
          <span className="numeric">
            {product.available_quantity === null
              ? t('notCounted')
              : t('pieces', { count: product.available_quantity })}
          </span>
          <span className="min-w-0 flex-1 truncate text-right text-faint">{product.seller_code}</span>
        </div>
        <Shops product={product} listingsIn={listingsIn} />
      </div>
    </div>
  );
}

/** In how many shops it stands how: all of them by name would not fit. */
function Shops({ product, listingsIn }: { readonly product: Product; readonly listingsIn: ListingsIn }) {
  const t = useCatalogueWords();
  const accounts = useAccounts();
  const places = accounts.map(({ id }) => listingsIn(product.id, id));
  if (places.includes(undefined)) return <Skeleton className="h-4 w-24" />;
  const listings = places.flatMap((there) => there?.slice(0, 1) ?? []);
  if (listings.length === 0) return <span className="text-2xs text-faint">{t('inNoShopShort')}</span>;
  const standing = Map.groupBy(listings, ({ state, native_status }) => state ?? native_status);
  return (
    <ul className="flex gap-2 overflow-hidden text-2xs">
      {[...standing].map(([state, alike]) => (
        <li key={state} className="flex shrink-0 items-center gap-1">
          {alike.slice(0, 1).map((listing) => (
            <ListingBadge key={listing.id} listing={listing} />
          ))}
          <span className="numeric text-soft">{t('shops', { count: alike.length })}</span>
        </li>
      ))}
      {listings.some(({ drift_count }) => drift_count > 0) ? (
        <li className="flex min-w-0 items-center gap-0.5 text-warn">
          <TriangleAlert className="size-3.5 shrink-0" aria-hidden="true" />
          <span className="truncate">{t('driftShort')}</span>
        </li>
      ) : null}
    </ul>
  );
}
