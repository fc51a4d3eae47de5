import type { Localized } from '../../../kit/localized.ts';
import type { TroubleReason } from '../../../kit/trouble.ts';
import type { Site } from '../../site.ts';
import { optionKeys } from './item-id.ts';
import type { OptionRow, OptionSheet } from './options.ts';
import { isSetAside, isStoppedByStock, SET_ASIDE, type Selling } from './selling.ts';

/** How many of an item of a product are left from now on. */
export interface WantedStock {
  /** Whoever asked for it. */
  readonly item: number;
  readonly site: Site;
  readonly option: string | null;
  readonly quantity: number;
}

/** A wish that the product, as it stands, does not allow. */
export interface TurnedDown {
  readonly item: number;
  readonly reason: TroubleReason;
  readonly says: Localized;
}

/** What has to be sent, in this order: resume, then set, then stop; a stopped product takes nothing (sheet §7.14). */
export interface StockPlan {
  readonly resume: readonly Site[];
  /** Of a product without options. */
  readonly stock: ReadonlyMap<Site, number>;
  /** The options as they are to be; null where they stay. */
  readonly options: OptionSheet | null;
  readonly stop: readonly Site[];
  readonly turnedDown: readonly TurnedDown[];
}

/** Most that can be set (E:194). */
export const MAX_STOCK = 99_999;

const PAUSED: Localized = {
  ko: '판매중지된 상품은 재고를 바꿀 수 없습니다. 판매를 재개한 뒤 다시 시도하세요.',
  en: 'It is stopped: put it back on sale first.',
  ru: 'Товар снят с продажи, остаток изменить нельзя. Сначала верните его в продажу.',
  uz: 'Mahsulot sotuvdan olingan, qoldiqni o‘zgartirib bo‘lmaydi. Avval sotuvga qaytaring.',
};
const SOLD_OUT_BY_HAND: Localized = {
  ko: '판매자나 판매자 취소가 품절로 표시한 옵션입니다. ESM PLUS에서 품절을 해제하세요.',
  en: 'Somebody, or a seller cancel, marked the option sold out. Take the mark off in ESM PLUS.',
  ru: 'Вариант отмечен распроданным вручную или при отмене продавцом. Снимите отметку в ESM PLUS.',
  uz: 'Variant qo‘lda yoki sotuvchi bekor qilganda tugagan deb belgilangan. Belgini ESM PLUS da oling.',
};
const SHARED_MARK: Localized = {
  ko: '옵션의 품절 표시는 지마켓과 옥션에 함께 적용됩니다.',
  en: 'The sold-out mark of an option is one for both sites.',
  ru: 'Отметка «распродан» у варианта общая для Gmarket и Auction.',
  uz: 'Variantning «tugagan» belgisi Gmarket va Auction uchun umumiy.',
};
export const NO_ITEM: Localized = {
  ko: '이 사이트에 없는 상품이나 옵션입니다.',
  en: 'There is no such item on the site.',
  ru: 'На этом сайте нет такого товара или варианта.',
  uz: 'Bu saytda bunday mahsulot yoki variant yo‘q.',
};

const TOO_MANY: Localized = {
  ko: `재고는 ${MAX_STOCK}개까지입니다.`,
  en: `Up to ${MAX_STOCK} may be set.`,
  ru: `Остаток может быть не больше ${MAX_STOCK}.`,
  uz: `Qoldiq ${MAX_STOCK} dan oshmasin.`,
};

/** Plans how the stock of a product's items becomes what is wanted, with numbers that are never none. */
export function planStock(selling: Selling, wanted: readonly WantedStock[]): StockPlan {
  const { options } = selling;
  const keys = options === null ? null : optionKeys(options);
  const turnedDown: TurnedDown[] = [];
  const possible = wanted.filter((one) => {
    const refusal = refusalOf(selling, keys, one);
    if (refusal !== null) turnedDown.push({ item: one.item, ...refusal });
    return refusal === null;
  });
  const goesOn = new Set(possible.filter(({ quantity }) => quantity > 0).map(({ site }) => site));
  // What is stopped and stays so sells nothing: there is nothing to do about none.
  const taken = possible.filter(({ site }) => isOn(selling, site) || goesOn.has(site));
  const plan = options === null ? planSites(selling, taken) : planOptions(selling, options, taken);
  return { ...plan, turnedDown: [...turnedDown, ...plan.turnedDown] };
}

function isOn({ sites }: Selling, site: Site): boolean {
  return sites.get(site)?.isSell === true;
}

function refusalOf(
  selling: Selling,
  keys: readonly string[] | null,
  { site, option, quantity }: WantedStock,
): Omit<TurnedDown, 'item'> | null {
  const sale = selling.sites.get(site);
  const isThere = keys === null ? option === null : option !== null && keys.includes(option);
  if (sale === undefined || !isThere) return { reason: 'not_found', says: NO_ITEM };
  if (quantity > MAX_STOCK) return { reason: 'refused', says: TOO_MANY };
  if (quantity > 0 && !sale.isSell && !isStoppedByStock(selling, site))
    return { reason: 'wrong_state', says: PAUSED };
  return null;
}

function planSites(selling: Selling, wanted: readonly WantedStock[]): StockPlan {
  return {
    resume: wanted
      .filter(({ quantity, site }) => quantity > 0 && !isOn(selling, site))
      .map(({ site }) => site),
    stock: new Map(wanted.map(({ site, quantity }) => [site, Math.max(SET_ASIDE, quantity)])),
    options: null,
    stop: wanted.filter(({ quantity }) => quantity === 0).map(({ site }) => site),
    turnedDown: [],
  };
}

/**
 * One mark tells for both sites that an option is sold out: none on one of them marks it, and it is marked until a number
 * comes again. In one and the same wish none wins. As no product may have sold-out options only (E:26), the last one
 * keeps its mark off and the product is stopped on the sites that have none of it.
 */
function planOptions(selling: Selling, sheet: OptionSheet, wanted: readonly WantedStock[]): StockPlan {
  const keys = optionKeys(sheet);
  const turnedDown: TurnedDown[] = [];
  const accepted: WantedStock[] = [];
  for (const [nth, row] of sheet.rows.entries()) {
    const own = wanted.filter(({ option }) => option === keys[nth]);
    const isNone = own.some(({ quantity }) => quantity === 0);
    for (const one of own) {
      if (one.quantity > 0 && isNone)
        turnedDown.push({ item: one.item, reason: 'wrong_state', says: SHARED_MARK });
      else if (one.quantity > 0 && row.soldOut && !isSetAside(row))
        turnedDown.push({ item: one.item, reason: 'wrong_state', says: SOLD_OUT_BY_HAND });
      else accepted.push(one);
    }
  }
  const resume = sitesOf(accepted.filter(({ quantity }) => quantity > 0)).filter(
    (site) => !isOn(selling, site),
  );
  const told = accepted.filter(({ site }) => isOn(selling, site) || resume.includes(site));
  if (told.length === 0) return { resume: [], stock: new Map(), options: null, stop: [], turnedDown };
  const set = sheet.rows.map((row, nth) =>
    withStock(row, new Map(told.filter(({ option }) => option === keys[nth]).map(siteAndCount)), resume),
  );
  const kept = set.every(({ soldOut }) => soldOut) ? keptRow(sheet.rows, told, keys) : -1;
  const rows = set.map((row, nth) => (nth === kept ? { ...row, soldOut: false } : row));
  const stop = [...selling.sites.keys()].filter(
    (site) =>
      kept >= 0 &&
      isOn(selling, site) &&
      (sheet.rows[kept]?.soldOut === true ||
        sheet.rows[kept]?.quantity.get(site) === 0 ||
        isNoneLeft(told, site, keys[kept])),
  );
  return { resume, stock: new Map(), options: { ...sheet, rows }, stop, turnedDown };
}

const siteAndCount = ({ site, quantity }: WantedStock) => [site, quantity] as const;

function sitesOf(wanted: readonly WantedStock[]): readonly Site[] {
  return [...new Set(wanted.map(({ site }) => site))];
}

function withStock(row: OptionRow, counts: ReadonlyMap<Site, number>, resumed: readonly Site[]): OptionRow {
  const told = [...counts.values()];
  const quantity = new Map(row.quantity);
  for (const [site, count] of counts) quantity.set(site, Math.max(SET_ASIDE, count));
  // Sold to the last one by the site itself: it may not be written back as none.
  const ranOut = [...quantity.values()].some((count) => count < SET_ASIDE);
  for (const [site, count] of quantity) quantity.set(site, Math.max(SET_ASIDE, count));
  // An option that only kept its product alive while that was stopped has none, now that it goes on.
  const wasKept = resumed.some((site) => row.quantity.get(site) === SET_ASIDE && !counts.has(site));
  if (told.includes(0)) return { ...row, quantity, soldOut: true };
  if (told.length > 0) return { ...row, quantity, soldOut: false };
  return { ...row, quantity, soldOut: row.soldOut || ranOut || wasKept };
}

/** The option that has just run out; else the first one. */
function keptRow(
  before: readonly OptionRow[],
  accepted: readonly WantedStock[],
  keys: readonly string[],
): number {
  const asked = new Set(accepted.map(({ option }) => option));
  const at = before.findIndex(({ soldOut }, nth) => !soldOut && asked.has(keys[nth] ?? ''));
  return at >= 0
    ? at
    : Math.max(
        0,
        before.findIndex(({ soldOut }) => !soldOut),
      );
}

function isNoneLeft(accepted: readonly WantedStock[], site: Site, key: string | undefined): boolean {
  return accepted.some((one) => one.site === site && one.option === key && one.quantity === 0);
}
