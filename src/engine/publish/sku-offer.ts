import type { Minor } from '../../domain/money.ts';
import { offerQuantity } from '../../domain/offer-quantity.ts';
import type { ListingRules } from '../../marketplaces/kit/listing-rules.ts';
import type { StoredSku } from '../../store/catalogue/product.ts';
import type { TargetItem } from '../../store/publish/targets.ts';
import type { DraftInput } from './draft-input.ts';
import { priceThere } from './item-price.ts';

/**
 * What a SKU is to cost in a shop. A price that was set there since the last publication, by a rule or by hand, stays
 * while what the catalogue says is what it said then.
 */
export function priceOf(
  sku: Pick<StoredSku, 'price'>,
  product: { readonly price: Minor },
  overridden: Minor | null,
  standing: Pick<TargetItem, 'price' | 'priceWish' | 'publishedPrice'> | undefined,
): Minor {
  const wanted = cataloguePrice(sku, product, overridden);
  const isUnchanged = standing !== undefined && standing.publishedPrice === wanted;
  return isUnchanged ? (priceThere(standing) ?? wanted) : wanted;
}

/** What the catalogue says that it costs in a shop. */
export function cataloguePrice(
  sku: Pick<StoredSku, 'price'>,
  product: { readonly price: Minor },
  overridden: Minor | null,
): Minor {
  const own = sku.price ?? product.price;
  return overridden === null ? own : overridden + own - product.price;
}

/**
 * How many of a SKU the shop may sell: by the ledger where it is counted and the item follows it, else what the shop offers
 * now, else what was told to be offered there at first. Null where nobody knows.
 */
export function quantityOf(
  { id, code }: Pick<StoredSku, 'id' | 'code'>,
  standing: TargetItem | undefined,
  { stock, rules, lastUnits, choices }: Pick<DraftInput, 'stock' | 'rules' | 'lastUnits' | 'choices'>,
): number | null {
  const level = stock.get(id);
  if (level === undefined || level.trackedSince === null || standing?.isCountedThere === true)
    return standing?.quantity ?? choices.quantities[code] ?? null;
  return offerQuantity([{ available: level.available, quantity: 1 }], {
    buffer: standing?.buffer ?? 0,
    sharePercent: standing?.sharePercent ?? 100,
    max: rules.stock.max,
    lastUnits,
  });
}

/**
 * The price of the listing as a whole: the catalogue's where an item costs that and all others lie as near as the
 * marketplace wants them, else that of an item of which it is so.
 */
export function listingPrice(
  prices: readonly Minor[],
  usual: Minor,
  itemPrice: ListingRules['itemPrice'],
): Minor {
  const own = [...new Set(prices)].sort((one, other) => one - other);
  const candidates = [...own.filter((price) => price === usual), ...own];
  const fits = (base: Minor) =>
    itemPrice === null ||
    prices.every((price) => price >= base * (1 - itemPrice.below) && price <= base * (1 + itemPrice.above));
  return candidates.find(fits) ?? candidates[0] ?? usual;
}
