import type { DraftItem, ListingDraft } from '../../../kit/catalog.ts';
import { type Fields, optionalFieldsAt } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { itemsOf, type ProductItem } from './items.ts';
import { basePrice } from './option-prices.ts';

/** Price, stock and options of a product. */
export interface EncodedOptions {
  readonly salePrice: number;
  /** Of all options together (D#1194). */
  readonly stockQuantity: number;
  readonly optionInfo: Fields | undefined;
}

/**
 * The items of a draft as options. Where the listing has options already, those that the draft names keep their ids;
 * others are no longer sold but stay, since an option that is made again gets a new id (sheet §7.15).
 */
export function encodeOptions(draft: ListingDraft, listingId: string | null, origin: Fields): EncodedOptions {
  const now = listingId === null ? [] : itemsOf(listingId, origin);
  const options = now.filter(({ kind }) => kind === 'combination');
  if (now.some(({ kind }) => kind === 'standard'))
    throw new RefusedDraft('items', {
      ko: '표준형 옵션 상품은 스마트스토어센터에서 수정하세요.',
      en: 'A product with standard options is changed in the SmartStore Center.',
      ru: 'Товар со стандартными вариантами меняют в SmartStore Center.',
      uz: 'Standart variantli mahsulot SmartStore Center da o‘zgartiriladi.',
    });
  const info = optionalFieldsAt(optionalFieldsAt(origin, 'detailAttribute') ?? {}, 'optionInfo');
  return draft.optionNames.length === 0
    ? withoutOptions(draft, options, info)
    : withOptions(draft, options, info);
}

function withoutOptions(
  { items }: ListingDraft,
  options: readonly ProductItem[],
  info: Fields | undefined,
): EncodedOptions {
  const [item, another] = items;
  if (item === undefined)
    throw new RefusedDraft('items', {
      ko: '판매할 상품이 없습니다.',
      en: 'There is nothing to sell.',
      ru: 'Нет товара для продажи.',
      uz: 'Sotiladigan mahsulot yo‘q.',
    });
  if (another !== undefined)
    throw new RefusedDraft('optionNames', {
      ko: '옵션이 여러 개이면 옵션명을 입력하세요.',
      en: 'Several options need an option name.',
      ru: 'Если вариантов несколько, укажите название варианта.',
      uz: 'Variantlar bir nechta bo‘lsa, variant nomini kiriting.',
    });
  if (options.length > 0)
    throw new RefusedDraft('optionNames', {
      ko: '네이버 상품에는 옵션이 있습니다. 옵션명과 옵션값을 입력하세요.',
      en: 'The product at Naver has options. Tell option names and values.',
      ru: 'У товара на Naver есть варианты. Укажите их названия и значения.',
      uz: 'Naver dagi mahsulotning variantlari bor. Ularning nomi va qiymatlarini kiriting.',
    });
  return { salePrice: item.price, stockQuantity: item.quantity, optionInfo: info };
}

function withOptions(
  draft: ListingDraft,
  options: readonly ProductItem[],
  info: Fields | undefined,
): EncodedOptions {
  const { items, optionNames } = draft;
  if (items.length === 0)
    throw new RefusedDraft('items', {
      ko: '판매할 옵션이 없습니다.',
      en: 'There is no option to sell.',
      ru: 'Нет ни одного варианта для продажи.',
      uz: 'Sotiladigan variant yo‘q.',
    });
  const salePrice = basePrice(
    draft.price,
    items.map(({ price }) => price),
  );
  if (salePrice === undefined)
    throw new RefusedDraft('items.price', {
      ko: '옵션 가격 차이가 네이버의 옵션가 제한을 넘습니다. 상품을 나누어 등록하세요.',
      en: 'The prices of the options differ more than Naver allows. List them as several products.',
      ru: 'Цены вариантов различаются больше, чем разрешает Naver. Разместите их разными товарами.',
      uz: 'Variantlar narxi Naver ruxsat berganidan ko‘p farq qiladi. Ularni alohida mahsulot qilib joylang.',
    });
  const rows = items.map((item) => optionRow(item, optionNames, salePrice, options));
  const named = new Set(rows.map(({ id }) => id));
  const left = options
    .filter(({ row }) => !named.has(row.id))
    .map(({ row, price }) => ({ ...row, price: price - salePrice, usable: false }));
  return {
    salePrice,
    stockQuantity: items.reduce((sum, { quantity }) => sum + quantity, 0),
    optionInfo: {
      optionCombinationSortType: 'CREATE',
      ...info,
      optionCombinationGroupNames: Object.fromEntries(
        optionNames.map((name, nth) => [`optionGroupName${nth + 1}`, name]),
      ),
      optionCombinations: [...rows, ...left],
      useStockManagement: true,
    },
  };
}

function optionRow(
  item: DraftItem,
  optionNames: readonly string[],
  salePrice: number,
  options: readonly ProductItem[],
): Fields {
  if (item.optionValues.length !== optionNames.length)
    throw new RefusedDraft(`items.${item.sellerSku}.optionValues`, {
      ko: `옵션값 ${optionNames.length}개를 입력하세요.`,
      en: `Tell ${optionNames.length} option values.`,
      ru: `Укажите значения варианта, всего ${optionNames.length}.`,
      uz: `${optionNames.length} ta variant qiymatini kiriting.`,
    });
  const known = options.find(({ id }) => id === item.nativeItemId);
  if (item.nativeItemId !== null && known === undefined)
    throw new RefusedDraft(`items.${item.sellerSku}`, {
      ko: `네이버 상품에 없는 옵션입니다. (${item.nativeItemId})`,
      en: `The product at Naver has no such option. (${item.nativeItemId})`,
      ru: `У товара на Naver нет такого варианта. (${item.nativeItemId})`,
      uz: `Naver dagi mahsulotda bunday variant yo‘q. (${item.nativeItemId})`,
    });
  return {
    ...known?.row,
    // Also one that was left out of the product, and so stopped, and has come back to it.
    usable: true,
    ...Object.fromEntries(item.optionValues.map((value, nth) => [`optionName${nth + 1}`, value])),
    stockQuantity: item.quantity,
    price: item.price - salePrice,
    sellerManagerCode: item.sellerSku,
  };
}
