import type { Random } from '../../frame/random.ts';
import type { Product, ProductOption, Supplement } from '../seller/product.ts';
import { GOODS_NAMES, type GoodsName, OPTION_GROUPS, type OptionKind, STRANGE_NAME } from './goods-names.ts';

const FIRST_ORIGIN_NO = 11_223_300_001;
const FIRST_CHANNEL_NO = 11_423_344_556;
const FIRST_OPTION_NO = 40_123_456_789;
const OPTIONS_PER_PRODUCT = 100;
const SUPPLEMENTS: readonly (readonly [string, number])[] = [
  ['추가구성: 선물포장', 2_000],
  ['추가구성: 쇼핑백', 500],
];

/** A store's assortment of `count` products; `shopNumber` keeps the numbers of shops apart. */
export function createCatalog(count: number, shopNumber: number, random: Random): readonly Product[] {
  return Array.from({ length: count }, (_unused, index) => {
    const round = Math.floor(index / GOODS_NAMES.length);
    const goods = GOODS_NAMES[index % GOODS_NAMES.length] ?? random.pick(GOODS_NAMES);
    return createProduct(goods, round, index, shopNumber, random);
  });
}

/** Whether a product carries the name that is hard on programs. */
export function hasStrangeName({ name }: Product): boolean {
  return name === STRANGE_NAME;
}

function createProduct(
  goods: GoodsName,
  round: number,
  index: number,
  shopNumber: number,
  random: Random,
): Product {
  const serial = shopNumber * 100_000 + index;
  const sellerCode = `SS-${String(shopNumber).padStart(2, '0')}-${String(index + 1).padStart(4, '0')}`;
  const firstOptionNo = FIRST_OPTION_NO + serial * OPTIONS_PER_PRODUCT;
  const ordinaryName = round === 0 ? goods.name : `${goods.name} ${round + 1}호`;
  const options = createOptions(goods.options, firstOptionNo, sellerCode);
  return {
    originProductNo: String(FIRST_ORIGIN_NO + serial),
    channelProductNo: String(FIRST_CHANNEL_NO + serial),
    name: index === 1 ? STRANGE_NAME : ordinaryName,
    sellerCode,
    salePrice: goods.price + round * 1_000,
    taxType: goods.tax ?? 'TAXATION',
    storageType: goods.storage ?? 'DRY',
    options,
    supplements: index === 0 || random.chance(0.3) ? createSupplements(firstOptionNo + options.length) : [],
  };
}

function createOptions(kind: OptionKind, firstNo: number, sellerCode: string): readonly ProductOption[] {
  const [first, second] = OPTION_GROUPS[kind];
  if (first === undefined) return [];
  const [firstName, firstValues] = first;
  const rows = firstValues.flatMap((value, at) =>
    second === undefined
      ? [{ text: `${firstName}: ${value}`, code: value, rank: at }]
      : second[1].map((other) => ({
          text: `${firstName}: ${value} / ${second[0]}: ${other}`,
          code: `${value}-${other}`,
          rank: 0,
        })),
  );
  return rows.map(({ text, code, rank }, at) => ({
    id: String(firstNo + at),
    text,
    manageCode: `${sellerCode}-${code}`,
    // Larger packs and weights cost more; colours and sizes do not.
    priceDelta: kind === 'pack' || kind === 'weight' || kind === 'size' ? rank * 4_500 : 0,
  }));
}

function createSupplements(firstNo: number): readonly Supplement[] {
  return SUPPLEMENTS.map(([text, price], at) => ({ id: String(firstNo + at), text, price }));
}
