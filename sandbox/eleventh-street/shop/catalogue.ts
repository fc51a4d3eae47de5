import type { Random } from '../../frame/random.ts';
import type { SoldOption } from '../orders/line.ts';
import { GOODS_KINDS, type GoodsKind, STRANGE_NAME } from './goods.ts';
import type { ShopIds } from './ids.ts';
import type { Product } from './shop.ts';

/** Invents a catalogue; every kind of goods is in it before any comes a second time. */
export function inventProducts(count: number, ids: ShopIds, random: Random): readonly Product[] {
  const shuffled = random.shuffle(GOODS_KINDS);
  return Array.from({ length: count }, (_, index) => {
    const kind = shuffled[index % shuffled.length];
    if (kind === undefined) throw new RangeError('there are no goods');
    return inventProduct(index === 1 ? { ...kind, name: STRANGE_NAME } : kind, index, ids, random);
  });
}

function inventProduct(kind: GoodsKind, index: number, ids: ShopIds, random: Random): Product {
  const prdNo = ids.product();
  const round = Math.floor(index / GOODS_KINDS.length);
  const name = round === 0 ? kind.name : `${kind.name} ${round + 1}호`;
  const sellerPrdCd = random.chance(0.1) ? '' : `${kind.code}-${String(index + 1).padStart(3, '0')}`;
  const [group, ...values] = kind.options ?? ['', ''];
  const options = values.map(
    (value, number): SoldOption => ({
      prdNo,
      prdNm: name,
      prdStckNo: ids.stock(),
      optionText: value === '' ? '' : `${group}:${value}`,
      sellerPrdCd,
      sellerStockCd: sellerPrdCd === '' ? '' : `${sellerPrdCd}-${number + 1}`,
      price: kind.price,
      optionPrice: group === '중량' || group === '구성' ? number * 5_000 : 0,
    }),
  );
  return { prdNo, name, options, addOn: kind.addOn === undefined ? null : addOnOf(kind.addOn, ids) };
}

function addOnOf([name, price]: NonNullable<GoodsKind['addOn']>, ids: ShopIds): SoldOption {
  return {
    prdNo: ids.product(),
    prdNm: name,
    prdStckNo: ids.stock(),
    optionText: '',
    sellerPrdCd: '',
    sellerStockCd: '',
    price,
    optionPrice: 0,
  };
}
