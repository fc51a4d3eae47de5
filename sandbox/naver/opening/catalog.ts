import type { Random } from '../../frame/random.ts';
import type { ChannelProduct, Combination, OriginProduct, Supplement } from '../products/origin-product.ts';
import { createProductBook, type ProductBook } from '../products/product-book.ts';
import { settled } from '../products/stock.ts';
import type { Product } from '../seller/product.ts';
import { DAY_MS } from '../wire/time.ts';
import { GOODS_NAMES, type GoodsName, OPTION_GROUPS, type OptionKind, STRANGE_NAME } from './goods-names.ts';
import { descriptionOf, noticeOf, termsOf } from './goods-terms.ts';

const SUPPLEMENTS: readonly (readonly [name: string, price: number])[] = [
  ['선물포장', 2_000],
  ['쇼핑백', 500],
];
const PRODUCT_TAX = { TAXATION: 'TAX', TAX_EXEMPTION: 'DUTYFREE', TAX_FREE: 'SMALL' } as const;

/** Which leaf goods of a kind are listed under. */
const CATEGORY_OF: Readonly<Record<OptionKind, string>> = {
  none: '50003356',
  wear: '50000838',
  shoes: '50000788',
  color: '50000644',
  weight: '50001047',
  pack: '50001999',
  scent: '50003356',
  size: '50002333',
};

/** Every so many products one was stopped by the seller; every so many one is sold out. */
const STOPPED_EVERY = 29;
const SOLD_OUT_EVERY = 37;
const SOLD_OUT_OPTIONS = 0.02;

interface Making {
  readonly shopNumber: number;
  readonly now: number;
  readonly random: Random;
  /** Stock comes from a stream of its own, so that it moves no other choice. */
  readonly shelf: Random;
  readonly book: ProductBook;
}

/** A store's assortment of `count` products. */
export function createCatalog(count: number, parts: Omit<Making, 'book'>): ProductBook {
  const book = createProductBook(parts.shopNumber);
  const making = { ...parts, book };
  for (let index = 0; index < count; index += 1) {
    const goods = GOODS_NAMES[index % GOODS_NAMES.length] ?? parts.random.pick(GOODS_NAMES);
    addProduct(goods, index, making);
  }
  return book;
}

/** Whether a product carries the name that is hard on programs. */
export function hasStrangeName({ name }: Product): boolean {
  return name === STRANGE_NAME;
}

function addProduct(goods: GoodsName, index: number, { shopNumber, now, random, shelf, book }: Making): void {
  const round = Math.floor(index / GOODS_NAMES.length);
  const sellerCode = `SS-${String(shopNumber).padStart(2, '0')}-${String(index + 1).padStart(4, '0')}`;
  const ordinaryName = round === 0 ? goods.name : `${goods.name} ${round + 1}호`;
  const name = index === 1 ? STRANGE_NAME : ordinaryName;
  const numbers = book.nextNumbers();
  const picture = `https://shop-phinf.pstatic.net/20261001_${numbers.originProductNo}/goods.jpg`;
  const combinations = createOptions(goods.options, sellerCode, book, shelf);
  const hasSupplements = index === 0 || random.chance(0.3);
  const leafCategoryId = CATEGORY_OF[goods.options];
  const isSoldOut = index % SOLD_OUT_EVERY === SOLD_OUT_EVERY - 1;
  const left: readonly Combination[] = isSoldOut
    ? combinations.map((option) => ({ ...option, stockQuantity: 0 }))
    : combinations;
  const ownStock = isSoldOut ? 0 : shelf.int(300, 999);
  const stockQuantity =
    left.length === 0 ? ownStock : left.reduce((sum, option) => sum + option.stockQuantity, 0);
  const origin: OriginProduct = {
    statusType: index % STOPPED_EVERY === STOPPED_EVERY - 1 ? 'SUSPENSION' : 'SALE',
    saleType: 'NEW',
    leafCategoryId,
    name,
    detailContent: descriptionOf(name),
    images: { representativeImage: { url: picture }, optionalImages: [] },
    salePrice: goods.price + round * 1_000,
    stockQuantity,
    ...termsOf(shopNumber),
    detailAttribute: {
      afterServiceInfo: {
        afterServiceTelephoneNumber: '02-1234-5678',
        afterServiceGuideContent: '판매자에게 문의해 주세요.',
      },
      originAreaInfo: { originAreaCode: '03', plural: false },
      sellerCodeInfo: { sellerManagementCode: sellerCode },
      ...(left.length === 0 ? {} : { optionInfo: optionInfo(goods.options, left) }),
      ...(hasSupplements ? { supplementProductInfo: createSupplements(book, shelf) } : {}),
      productInfoProvidedNotice: noticeOf(leafCategoryId, name),
      taxType: PRODUCT_TAX[goods.tax ?? 'TAXATION'],
      minorPurchasable: true,
      seoInfo: { sellerTags: [{ text: goods.name.slice(0, 15) }] },
    },
  };
  const registeredAt = now - (400 - (index % 370)) * DAY_MS;
  book.pictures.set(picture, '');
  book.put({
    ...numbers,
    registeredAt,
    modifiedAt: registeredAt,
    storageType: goods.storage ?? 'DRY',
    origin: settled(origin),
    channel: ON_DISPLAY,
  });
}

const ON_DISPLAY: ChannelProduct = {
  naverShoppingRegistration: true,
  channelProductDisplayStatusType: 'ON',
};

function createOptions(
  kind: OptionKind,
  sellerCode: string,
  book: ProductBook,
  shelf: Random,
): readonly Combination[] {
  const [first, second] = OPTION_GROUPS[kind];
  if (first === undefined) return [];
  const [, firstValues] = first;
  const rows = firstValues.flatMap((value, rank): { values: readonly string[]; rank: number }[] =>
    second === undefined
      ? [{ values: [value], rank }]
      : second[1].map((other) => ({ values: [value, other], rank: 0 })),
  );
  return rows.map(({ values: [optionName1 = '', optionName2], rank }) => ({
    id: book.nextItemId(),
    optionName1,
    ...(optionName2 === undefined ? {} : { optionName2 }),
    stockQuantity: shelf.chance(SOLD_OUT_OPTIONS) ? 0 : shelf.int(100, 600),
    // Larger packs and weights cost more; colours and sizes do not.
    price: kind === 'pack' || kind === 'weight' || kind === 'size' ? rank * 4_500 : 0,
    usable: true,
    sellerManagerCode: [sellerCode, optionName1, ...(optionName2 === undefined ? [] : [optionName2])].join(
      '-',
    ),
  }));
}

function optionInfo(kind: OptionKind, optionCombinations: readonly Combination[]) {
  const [first, second] = OPTION_GROUPS[kind];
  return {
    optionCombinationSortType: 'CREATE',
    optionCombinationGroupNames: {
      optionGroupName1: first?.[0],
      ...(second === undefined ? {} : { optionGroupName2: second[0] }),
    },
    optionCombinations,
    useStockManagement: true,
  };
}

function createSupplements(book: ProductBook, shelf: Random) {
  const supplementProducts = SUPPLEMENTS.map(
    ([name, price]): Supplement => ({
      id: book.nextItemId(),
      groupName: '추가구성',
      name,
      price,
      stockQuantity: shelf.int(500, 2_000),
      usable: true,
    }),
  );
  return { sortType: 'CREATE', supplementProducts };
}
