import type { ListingItemSnapshot, ListingSnapshot } from '../../../../domain/listing.ts';
import type { ListingRead } from '../../../kit/catalog.ts';
import { type Fields, UnreadableError } from '../../../kit/decode.ts';
import { SITES, type Site } from '../../site.ts';
import { itemId, optionKeys } from './item-id.ts';
import { fieldsAt, idAt, listAt, memberAt, textAt, wholeAt } from './members.ts';
import type { OptionSheet } from './options.ts';
import { leftOf, type Selling } from './selling.ts';
import { bySite } from './sites.ts';
import { isSelling, nativeStatusOf, stateOf } from './states.ts';

/** One row of a search (E:160): everything of a product but its options. */
export interface SearchRow {
  readonly goodsNo: string;
  readonly hasOptions: boolean;
  readonly fields: Fields;
}

export interface SearchPage {
  readonly total: number | null;
  readonly rows: readonly (SearchRow | Extract<ListingRead, { readonly kind: 'unreadable' }>)[];
}

/** Reads a page of a search; a row that breaks the contract is set aside and the rest goes on. */
export function decodeSearchPage(json: unknown): SearchPage {
  const rows = listAt(json, 'items').map((row) => orUnreadable(row, () => decodeSearchRow(row)));
  return { total: wholeAt(json, 'totalItems'), rows };
}

function decodeSearchRow(row: unknown): SearchRow {
  return {
    goodsNo: idAt(row, 'goodsNo'),
    hasOptions: memberAt(row, 'useOption') === true,
    fields: fieldsAt({ row }, 'row'),
  };
}

/** A row and its options as a listing. A row that cannot be read is set aside with its payload. */
export function readListing({ fields }: SearchRow, options: OptionSheet | null): ListingRead {
  return orUnreadable(fields, () => ({ kind: 'listing', listing: decodeListing(fields, options) }));
}

function orUnreadable<Read>(
  row: unknown,
  read: () => Read,
): Read | Extract<ListingRead, { readonly kind: 'unreadable' }> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeListingId: textAt(row, 'goodsNo'),
      reason: error.message,
      payload: JSON.stringify(row) ?? 'null',
    };
  }
}

const asText = (said: unknown) => textAt({ said }, 'said');
const asWhole = (said: unknown) => wholeAt({ said }, 'said');
/** A site on which the product was not made has this number (sheet §5). */
const NOT_MADE = '0';

/** A product with an item for each site and option. Throws UnreadableError. */
export function decodeListing(row: Fields, options: OptionSheet | null): ListingSnapshot {
  const numbers = bySite(memberAt(row, 'siteGoodsNo'), (said) => {
    const number = asText(said);
    return number === NOT_MADE ? null : number;
  });
  const statuses = bySite(memberAt(row, 'sellStatus'), asText);
  const selling = sellingOf(row, options, statuses);
  const own = new Map([...statuses].filter(([site]) => numbers.has(site)));
  return {
    nativeListingId: idAt(row, 'goodsNo'),
    name: idAt(row, 'goodsName'),
    sellerCode: textAt(row, 'managedCode'),
    state: stateOf(own, selling),
    nativeStatus: nativeStatusOf(own),
    reviewText: null,
    nativeCategoryId: textAt(row, 'category', 'esm', 'catCode'),
    price: [...selling.sites.values()][0]?.price ?? null,
    currency: 'KRW',
    url: null,
    imageUrl: textAt(row, 'imgUrl'),
    items: SITES.flatMap((site) => {
      const number = numbers.get(site);
      return number === undefined ? [] : itemsOf(site, number, selling, textAt(row, 'managedCode'));
    }),
  };
}

function sellingOf(row: Fields, options: OptionSheet | null, statuses: ReadonlyMap<Site, string>): Selling {
  const prices = bySite(memberAt(row, 'price'), asWhole);
  const stocks = bySite(memberAt(row, 'stock'), asWhole);
  const sites = [...prices].map(([site, price]) => {
    const isSell = isSelling(statuses.get(site));
    return [site, { isSell, price, stock: stocks.get(site) ?? 0 }] as const;
  });
  return { sites: new Map(sites), options };
}

function itemsOf(
  site: Site,
  number: string,
  selling: Selling,
  sellerCode: string | null,
): readonly ListingItemSnapshot[] {
  const sale = selling.sites.get(site);
  const { options } = selling;
  const price = sale?.price ?? null;
  if (options === null) {
    const quantity = leftOf(selling, site, null);
    return [
      {
        nativeItemId: itemId(number, null),
        optionValues: [],
        sellerSku: sellerCode,
        barcode: null,
        price,
        quantity,
        onSale: sale?.isSell ?? null,
      },
    ];
  }
  const keys = optionKeys(options);
  return options.rows.map((option, nth) => ({
    nativeItemId: itemId(number, keys[nth] ?? null),
    optionValues: option.values,
    sellerSku: option.code,
    barcode: null,
    price: price === null ? null : price + option.extra,
    quantity: leftOf(selling, site, option),
    onSale: sale === undefined ? null : sale.isSell && !option.soldOut,
  }));
}
