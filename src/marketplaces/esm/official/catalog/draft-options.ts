import type { DraftItem, ListingDraft } from '../../../kit/catalog.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Site } from '../../site.ts';
import { optionKeys, readItemId } from './item-id.ts';
import type { OptionRow, OptionSheet } from './options.ts';
import { MAX_OPTION_CODE_BYTES } from './rules.ts';
import { SET_ASIDE } from './selling.ts';

/** What a draft wants of one site: the product's price there, and how many are left of it in all. */
export interface DraftSale {
  readonly price: number;
  /** Of a product without options; the smallest number where none is left. */
  readonly stock: number;
  readonly isLeft: boolean;
}

export interface DraftOffers {
  readonly sites: ReadonlyMap<Site, DraftSale>;
  readonly options: OptionSheet | null;
}

const NOTHING = {};

/**
 * The items of a draft on these sites. A draft names an item once for both sites, or once for each; `before` are the
 * options as they stand, whose rows keep what we have no word for.
 */
export function offersOf(
  draft: ListingDraft,
  sites: readonly Site[],
  before: OptionSheet | null,
): DraftOffers {
  if (draft.items.length === 0)
    throw new RefusedDraft('items', {
      ko: '판매할 옵션이 없습니다.',
      en: 'There is nothing to sell.',
      ru: 'Нет ни одного варианта для продажи.',
      uz: 'Sotiladigan variant yo‘q.',
    });
  if (draft.optionNames.length === 0) return withoutOptions(draft, sites);
  const groups = [...Map.groupBy(draft.items, ({ optionValues }) => JSON.stringify(optionValues)).values()];
  const base = new Map(sites.map((site) => [site, basePrice(draft, groups, site)]));
  const rows = groups.map((items) => rowFor(items, draft, base, before));
  const sheet = { names: draft.optionNames, rows: keptForSale(rows), written: before?.written ?? NOTHING };
  return {
    sites: new Map(
      sites.map((site) => {
        const counts = groups.map((items) => itemOn(items, site).quantity);
        const stock = counts.reduce((sum, count) => sum + count, 0);
        const sale = { price: base.get(site) ?? draft.price, stock: Math.max(SET_ASIDE, stock) };
        return [site, { ...sale, isLeft: stock > 0 }];
      }),
    ),
    options: sheet,
  };
}

function withoutOptions({ items }: ListingDraft, sites: readonly Site[]): DraftOffers {
  const sale = (site: Site): DraftSale => {
    const { price, quantity } = itemOn(items, site);
    return { price, stock: Math.max(SET_ASIDE, quantity), isLeft: quantity > 0 };
  };
  return { sites: new Map(sites.map((site) => [site, sale(site)])), options: null };
}

/** What a draft says of one thing on a site: by that site's own item, else by the one for every site. */
export function itemOn(items: readonly DraftItem[], site: Site): DraftItem {
  const found =
    items.find(({ nativeItemId }) => nativeItemId !== null && readItemId(nativeItemId).site === site) ??
    items.find(({ nativeItemId }) => nativeItemId === null) ??
    items[0];
  if (found === undefined) throw new RangeError('a group of items has items');
  return found;
}

/** The first option costs on top what it costs more than the draft, on whichever site. */
function basePrice(draft: ListingDraft, groups: readonly (readonly DraftItem[])[], site: Site): number {
  const [first] = groups;
  if (first === undefined) return draft.price;
  const extra = itemOn(first, 'G').price - draft.price;
  return itemOn(first, site).price - extra;
}

function rowFor(
  items: readonly DraftItem[],
  draft: ListingDraft,
  base: ReadonlyMap<Site, number>,
  before: OptionSheet | null,
): OptionRow {
  const [first] = items;
  if (first === undefined) throw new RangeError('a group of items has items');
  const { sellerSku, optionValues } = first;
  if (optionValues.length !== draft.optionNames.length || optionValues.includes(''))
    throw new RefusedDraft('items.optionValues', {
      ko: `옵션값이 빠졌습니다: ${sellerSku}.`,
      en: `Each option name wants a value: ${sellerSku}.`,
      ru: `Не указано значение варианта: ${sellerSku}.`,
      uz: `Variant qiymati ko‘rsatilmagan: ${sellerSku}.`,
    });
  if (bytesOf(sellerSku) > MAX_OPTION_CODE_BYTES)
    throw new RefusedDraft('items.sellerSku', {
      ko: `옵션 관리코드는 ${MAX_OPTION_CODE_BYTES}바이트까지입니다: ${sellerSku}.`,
      en: `ESM keeps codes of options up to ${MAX_OPTION_CODE_BYTES} bytes: ${sellerSku}.`,
      ru: `Код варианта может занимать до ${MAX_OPTION_CODE_BYTES} байт: ${sellerSku}.`,
      uz: `Variant kodi ${MAX_OPTION_CODE_BYTES} baytgacha bo‘ladi: ${sellerSku}.`,
    });
  const extras = new Set([...base].map(([site, price]) => itemOn(items, site).price - price));
  const [extra = 0, ...others] = extras;
  if (others.length > 0)
    throw new RefusedDraft('items.price', {
      ko: `옵션 추가금은 지마켓과 옥션이 같아야 합니다: ${sellerSku}.`,
      en: `What an option costs on top is the same on both sites: ${sellerSku}.`,
      ru: `Доплата за вариант должна быть одинаковой на Gmarket и Auction: ${sellerSku}.`,
      uz: `Variant ustama narxi Gmarket va Auction da bir xil bo‘lishi kerak: ${sellerSku}.`,
    });
  const quantities = [...base.keys()].map((site) => [site, itemOn(items, site).quantity] as const);
  return {
    values: optionValues,
    code: sellerSku,
    extra,
    // One mark for both sites: an option is sold out where nothing is left of it on one of them.
    soldOut: quantities.some(([, count]) => count === 0),
    quantity: new Map(quantities.map(([site, count]) => [site, Math.max(SET_ASIDE, count)])),
    written: rowBefore(items, before)?.written ?? NOTHING,
  };
}

function rowBefore(items: readonly DraftItem[], before: OptionSheet | null): OptionRow | undefined {
  if (before === null) return undefined;
  const keys = optionKeys(before);
  const named = items.flatMap(({ nativeItemId }) =>
    nativeItemId === null ? [] : [readItemId(nativeItemId).option],
  );
  const values = JSON.stringify(items[0]?.optionValues);
  return (
    before.rows.find((_, nth) => named.includes(keys[nth] ?? null)) ??
    before.rows.find((row) => JSON.stringify(row.values) === values)
  );
}

/** No product may have sold-out options only (E:26): the first one is left without its mark, and the product is stopped. */
function keptForSale(rows: readonly OptionRow[]): readonly OptionRow[] {
  if (rows.some(({ soldOut }) => !soldOut)) return rows;
  return rows.map((row, nth) => (nth === 0 ? { ...row, soldOut: false } : row));
}

/** As ESM counts: one for ASCII, two for everything else. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 1 : 2), 0);
}
