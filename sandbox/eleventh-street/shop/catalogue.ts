import type { Random } from '../../frame/random.ts';
import type { Details, Listing } from '../listings/listing.ts';
import type { SoldOption } from '../orders/line.ts';
import { GOODS_KINDS, type GoodsKind, STRANGE_NAME } from './goods.ts';
import type { ShopIds } from './ids.ts';

/** Invents a catalogue; every kind of goods is in it before any comes a second time. */
export function inventListings(count: number, ids: ShopIds, random: Random): readonly Listing[] {
  const shuffled = random.shuffle(GOODS_KINDS);
  return Array.from({ length: count }, (_, index) => {
    const kind = shuffled[index % shuffled.length];
    if (kind === undefined) throw new RangeError('there are no goods');
    return inventListing(index === 1 ? { ...kind, name: STRANGE_NAME } : kind, index, ids, random);
  });
}

function inventListing(kind: GoodsKind, index: number, ids: ShopIds, random: Random): Listing {
  const prdNo = ids.product();
  const round = Math.floor(index / GOODS_KINDS.length);
  const sellerCode = random.chance(0.1) ? '' : `${kind.code}-${String(index + 1).padStart(3, '0')}`;
  const [group, ...values] = kind.options ?? ['', ''];
  const options = values.map((value, number) => ({
    stockNo: ids.stock(),
    values: value === '' ? [] : [value],
    sellerCode: sellerCode === '' ? '' : `${sellerCode}-${number + 1}`,
    surcharge: group === '중량' || group === '구성' ? number * 3_000 : 0,
    // So many that no demonstration sells them out unasked.
    quantity: 300 + ((index * 37 + number * 101) % 700),
    sold: 0,
    weight: '0',
  }));
  return {
    prdNo,
    name: round === 0 ? kind.name : `${kind.name} ${round + 1}호`,
    sellerCode,
    categoryNo: kind.category,
    price: kind.price,
    optionNames: group === '' ? [] : [group],
    options,
    details: USUAL_DETAILS,
    isStopped: false,
    forced: null,
    isNewType: true,
    addOn: kind.addOn === undefined ? null : addOnOf(kind.addOn, ids),
  };
}

const USUAL_DETAILS: Details = {
  brand: '알수없음',
  maker: '',
  origin: '',
  html: '<p>상품 상세설명입니다.</p>',
  images: ['https://img.example.com/goods/1.jpg', 'https://img.example.com/goods/2.jpg'],
  tax: '01',
  minors: 'Y',
  feeKind: '02',
  fee: 3_000,
  freeFrom: null,
  carrier: '00034',
  returnFee: 3_000,
  exchangeFee: 6_000,
  afterService: '02-000-0000 평일 10시~17시',
  bundle: 'Y',
  noticeType: '891045',
  notice: {},
  giftPack: '01',
  tags: [],
  discount: null,
  begins: '2026/01/01',
  ends: '2029/01/01',
};

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
