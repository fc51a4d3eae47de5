import type { CommandId } from '../../domain/ids.ts';
import type { Minor } from '../../domain/money.ts';
import type { StandingItem } from '../../store/publish/standing-items.ts';

type Priced = Pick<StandingItem, 'price' | 'publishedPrice' | 'priceWish'>;

/** What a publication says of an item's price: what it drafted, and what the catalogue said then. */
export interface PublishedAs {
  readonly publication: CommandId;
  readonly drafted: Minor;
  /** Null for what has left the catalogue. */
  readonly catalogued: Minor | null;
}

/**
 * What an item is to cost as a publication leaves. Whoever wished for a price after the publication was asked for has said
 * the last word; else what was set in the shop stays while the catalogue says what it said at the last publication.
 */
export function priceNow(
  { price, publishedPrice, priceWish }: Priced,
  { publication, drafted, catalogued }: PublishedAs,
): Minor {
  if (priceWish !== null && priceWish.command > publication) return priceWish.price;
  if (publishedPrice === null || publishedPrice !== catalogued) return drafted;
  return priceThere({ price, priceWish }) ?? drafted;
}

/**
 * The price that an item needs by a call of its own after an update, null where it needs none: the catalogue's new one that
 * the update did not carry, or that an older wish still on its way would set back.
 */
export function priceLeftToSet(
  { price, publishedPrice, priceWish }: Priced,
  { publication, drafted, catalogued }: PublishedAs,
): Minor | null {
  if (priceWish !== null && priceWish.command > publication) return null;
  if (publishedPrice === catalogued) return null;
  const comesTo = priceWish?.isOpen === true ? priceWish.price : price;
  return comesTo === null || comesTo === drafted ? null : drafted;
}

/** What an item costs in the shop, by what was read or wished for last; null where nobody knows. */
export function priceThere({ price, priceWish }: Pick<StandingItem, 'price' | 'priceWish'>): Minor | null {
  const isNewer = priceWish !== null && (priceWish.isOpen || priceWish.isUnread);
  return isNewer ? priceWish.price : price;
}
