import type { Localized } from '../../../kit/localized.ts';
import type { Site } from '../../site.ts';
import { optionKeys } from './item-id.ts';
import type { OptionSheet } from './options.ts';
import { LISTING_RULES } from './rules.ts';
import type { Selling } from './selling.ts';
import { NO_ITEM, type TurnedDown } from './stock-plan.ts';

/** What an item of a product costs from now on, its option included, in won. */
export interface WantedPrice {
  readonly item: number;
  readonly site: Site;
  readonly option: string | null;
  readonly price: number;
}

export interface PricePlan {
  /** The product's own price, by site; sites that keep theirs are left out. */
  readonly base: ReadonlyMap<Site, number>;
  /** Options with other prices on top; null where they stay. */
  readonly options: OptionSheet | null;
  readonly turnedDown: readonly TurnedDown[];
}

const STOPPED: Localized = {
  ko: '판매중지된 상품은 가격을 바꿀 수 없습니다. 판매를 재개한 뒤 다시 시도하세요.',
  en: 'It is stopped: put it back on sale first.',
  ru: 'Товар снят с продажи, цену изменить нельзя. Сначала верните его в продажу.',
  uz: 'Mahsulot sotuvdan olingan, narxni o‘zgartirib bo‘lmaydi. Avval sotuvga qaytaring.',
};
const SHARED_EXTRA: Localized = {
  ko: '옵션 추가금은 지마켓과 옥션에 함께 적용되어 사이트마다 다르게 할 수 없습니다.',
  en: 'What an option costs on top is one amount for both sites.',
  ru: 'Доплата за вариант одна для Gmarket и Auction, сделать её разной нельзя.',
  uz: 'Variant ustamasi Gmarket va Auction uchun bitta, uni har xil qilib bo‘lmaydi.',
};

const CHEAPER_THERE: Localized = {
  ko: '옵션 추가금은 지마켓과 옥션에 함께 적용됩니다. 이 가격이면 다른 사이트의 같은 옵션이 싸지므로, 두 사이트의 가격을 함께 정하세요.',
  en: 'It would make the same option cheaper on the other site: set both prices together.',
  ru: 'Доплата за вариант общая, и на другом сайте он стал бы дешевле: задайте обе цены вместе.',
  uz: 'Variant ustamasi umumiy, u boshqa saytda arzonlashib qolardi: ikkala narxni birga belgilang.',
};

const NO_PRICE: Localized = {
  ko: '가격은 10원 단위로 10원 이상 10억원 미만이어야 합니다.',
  en: 'Prices go in steps of 10 won, from 10 to under a thousand million.',
  ru: 'Цена должна быть кратна 10 вонам, от 10 и меньше 1 000 000 000.',
  uz: 'Narx 10 vonga karrali, 10 dan 1 000 000 000 dan kamgacha bo‘lishi kerak.',
};

/**
 * Plans how the prices of a product's items become what is wanted. What an option costs on top is one number for both
 * sites (E:26). Where every option of a site gets a price, the product's own price moves and what is on top stays as it
 * is as far as possible; else it stays, and what is on top of the options that were named changes.
 *
 * So a price of an option on one site moves it on the other one too. It may become dearer there, which a reading tells and a
 * price for that site mends; cheaper than anybody asked for it may not become, and such a wish is turned down.
 */
export function planPrices({ sites, options }: Selling, wanted: readonly WantedPrice[]): PricePlan {
  const turnedDown: TurnedDown[] = [];
  const keys = options === null ? null : optionKeys(options);
  const possible = wanted.filter(({ item, site, option, price }) => {
    const sale = sites.get(site);
    const isThere = keys === null ? option === null : option !== null && keys.includes(option);
    if (sale === undefined || !isThere) turnedDown.push({ item, reason: 'not_found', says: NO_ITEM });
    else if (!sale.isSell) turnedDown.push({ item, reason: 'wrong_state', says: STOPPED });
    else if (!isPrice(price)) turnedDown.push({ item, reason: 'refused', says: NO_PRICE });
    else return true;
    return false;
  });
  if (options === null || keys === null) {
    return { base: new Map(possible.map(({ site, price }) => [site, price])), options: null, turnedDown };
  }
  for (let taken = possible; ; ) {
    const { base, extras } = movesFor(sites, options, keys, taken);
    const apart = taken.find(
      ({ site, option, price }) => price - priceOn(sites, base, site) !== extras.get(option ?? ''),
    );
    const cheaper =
      apart === undefined ? cheaperElsewhere({ sites, options }, keys, taken, extras) : undefined;
    const torn = apart ?? cheaper;
    if (torn === undefined) {
      const rows = options.rows.map((row, nth) => ({
        ...row,
        extra: extras.get(keys[nth] ?? '') ?? row.extra,
      }));
      const isOther = rows.some(({ extra }, nth) => extra !== options.rows[nth]?.extra);
      return { base, options: isOther ? { ...options, rows } : null, turnedDown };
    }
    const says = apart === undefined ? CHEAPER_THERE : SHARED_EXTRA;
    turnedDown.push({ item: torn.item, reason: 'refused', says });
    taken = taken.filter((one) => one !== torn);
  }
}

type Sites = Selling['sites'];

function priceOn(sites: Sites, base: ReadonlyMap<Site, number>, site: Site): number {
  return base.get(site) ?? sites.get(site)?.price ?? 0;
}

/** The sites' own prices that move, and what each option that was named costs on top: as whoever came first wants it. */
function movesFor(
  sites: Sites,
  options: OptionSheet,
  keys: readonly string[],
  taken: readonly WantedPrice[],
): { readonly base: ReadonlyMap<Site, number>; readonly extras: ReadonlyMap<string, number> } {
  const base = new Map<Site, number>();
  const extras = new Map<string, number>();
  for (const [site, own] of Map.groupBy(taken, (one) => one.site)) {
    const before = sites.get(site)?.price ?? 0;
    const now = basePrice(options, keys, own, extras) ?? before;
    if (now !== before) base.set(site, now);
    for (const { option, price } of own) {
      const key = option ?? '';
      extras.set(key, extras.get(key) ?? price - now);
    }
  }
  return { base, extras };
}

/** A wish for an option that lowers what it costs on a site that sells it and for which nobody has named a price. */
function cheaperElsewhere(
  { sites, options }: { readonly sites: Sites; readonly options: OptionSheet },
  keys: readonly string[],
  taken: readonly WantedPrice[],
  extras: ReadonlyMap<string, number>,
): WantedPrice | undefined {
  const falls = (key: string) =>
    (extras.get(key) ?? Number.POSITIVE_INFINITY) < (options.rows[keys.indexOf(key)]?.extra ?? 0);
  const isUnnamed = (key: string) =>
    [...sites].some(
      ([site, { isSell }]) => isSell && !taken.some((one) => one.site === site && one.option === key),
    );
  return taken.find(({ option }) => option !== null && falls(option) && isUnnamed(option));
}

function isPrice(won: number): boolean {
  const { min, max, step } = LISTING_RULES.price;
  return won >= min && won <= max && won % step === 0;
}

/** The product's price that leaves the option with the least on top as it is; null where not every option is named. */
function basePrice(
  { rows }: OptionSheet,
  keys: readonly string[],
  wanted: readonly WantedPrice[],
  agreed: ReadonlyMap<string, number>,
): number | null {
  const prices = new Map(wanted.map(({ option, price }) => [option, price]));
  if (!keys.every((key) => prices.has(key))) return null;
  const least = Math.min(...rows.map(({ extra }) => Math.abs(extra)));
  const at = rows.findIndex(({ extra }) => Math.abs(extra) === least);
  const key = keys[at] ?? '';
  const price = prices.get(key);
  // The other site may have moved what it costs on top by now.
  return price === undefined ? null : price - (agreed.get(key) ?? rows[at]?.extra ?? 0);
}
