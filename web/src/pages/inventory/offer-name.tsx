import { RowLink } from '../../desk/row-link.tsx';
import { ShopLabel } from '../../desk/shop-label.tsx';

/** A thing on sale: its shop, what it is, and the marketplace's number, which tells apart those of one name. */
export function OfferName({
  offer,
  units = 1,
}: {
  readonly offer: {
    readonly account_id: number;
    readonly platform: string;
    readonly listing_id: number;
    readonly listing: string;
    readonly option_values: readonly string[];
    readonly native_item_id: string | null;
  };
  /** Of the SKU in one of it. */
  readonly units?: number;
}) {
  return (
    <span className="flex min-w-36 flex-col gap-0.5">
      <ShopLabel id={offer.account_id} platform={offer.platform} />
      <span className="line-clamp-2">
        <RowLink href={`/listings/${offer.listing_id}`} className="text-accent hover:underline">
          {[offer.listing, ...offer.option_values].join(' · ')}
        </RowLink>
        {units > 1 ? <span className="text-faint"> ×{units}</span> : null}
      </span>
      <span className="numeric text-2xs text-faint">{offer.native_item_id}</span>
    </span>
  );
}
