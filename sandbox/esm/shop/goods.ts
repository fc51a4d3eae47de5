import type { Random } from '../../frame/random.ts';
import { SITES, type Site } from '../sites.ts';
import type { ShopIds } from './ids.ts';

/** One choice of a product. */
export interface GoodsOption {
  readonly code: string;
  readonly text: string;
  /** What it costs on top. */
  readonly extra: number;
}

/** A product on one site. */
export interface Goods {
  readonly siteGoodsNo: string;
  readonly site: Site;
  readonly name: string;
  readonly sellerCode: string;
  readonly price: number;
  readonly options: readonly GoodsOption[];
  readonly returnFee: number;
  readonly serviceRate: number;
  /** The whole product, or options of it by code, were taken off sale by a seller's cancel (sheet §3.5). */
  soldOut: boolean;
  readonly soldOutOptions: Set<string>;
}

interface Kind {
  readonly noun: string;
  readonly code: string;
  readonly price: readonly [min: number, max: number];
  readonly label: string;
  readonly options: readonly string[];
}

const COLOURS = ['블랙', '화이트', '그레이'] as const;
const kind = (
  noun: string,
  code: string,
  price: Kind['price'],
  label = '',
  options: readonly string[] = [],
): Kind => ({
  noun,
  code,
  price,
  label,
  options,
});

const KINDS: readonly Kind[] = [
  kind('머그컵', 'MUG', [9_000, 18_000], '색상', COLOURS),
  kind('기모 후드티', 'HOOD', [19_900, 39_900], '색상', ['블랙 M', '블랙 L', '아이보리 M', '아이보리 L']),
  kind('스테인리스 텀블러', 'TMB', [12_900, 34_900], '용량', ['500ml', '750ml']),
  kind('이천쌀 10kg', 'RICE', [32_000, 45_000]),
  kind('제주 감귤', 'TNGR', [11_900, 29_900], '중량', ['3kg', '5kg', '10kg']),
  kind('강아지 간식', 'PET', [4_900, 12_900], '맛', ['오리', '연어', '닭가슴살']),
  kind('주방세제', 'DISH', [3_500, 8_900], '향', ['레몬', '무향']),
  kind('원목 도마', 'BRD', [18_900, 49_900], '크기', ['소', '중', '대']),
  kind('LED 스탠드', 'LAMP', [24_900, 69_000], '색상', ['화이트', '블랙']),
  kind('요가매트', 'YOGA', [17_900, 39_900], '두께', ['6mm', '10mm']),
  kind('캠핑 의자', 'CAMP', [22_900, 59_900], '색상', ['베이지', '카키']),
  kind('3단 자동우산', 'UMB', [9_900, 24_900], '색상', COLOURS),
  kind('극세사 이불', 'BED', [32_900, 79_000], '크기', ['싱글', '퀸']),
  kind('무선 마우스', 'MOUS', [15_900, 49_000]),
  kind('멀티탭 5구', 'TAP', [8_900, 19_900]),
  kind('등산 양말', 'SOCK', [5_900, 14_900], '색상', COLOURS),
];
const STYLES = ['데일리', '프리미엄', '베이직', '국민', '클래식', '올인원'] as const;

/** Invents a catalogue: every product is on both sites, under the same code of the seller. */
export function inventGoods(count: number, ids: ShopIds, random: Random): readonly Goods[] {
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const drawn = KINDS[index % KINDS.length];
    if (drawn === undefined) throw new RangeError('there are no kinds of goods');
    const price = random.int(drawn.price[0] / 100, drawn.price[1] / 100) * 100;
    const sellerCode = random.chance(0.08) ? '' : `${drawn.code}-${String(index + 1).padStart(3, '0')}`;
    const name = `${random.pick(STYLES)} ${drawn.noun}`;
    const options = drawn.options.map((text, number) => ({
      code: sellerCode === '' ? '' : `${sellerCode}-${number + 1}`,
      text: `${drawn.label}:${text}`,
      extra: number >= 2 ? 1_000 : 0,
    }));
    return SITES.map((site) => ({
      siteGoodsNo: ids.siteGoods(site),
      site,
      name,
      sellerCode,
      price,
      options,
      returnFee: 3_000,
      serviceRate: site === 'gmarket' ? 0.1 : 0.09,
      soldOut: false,
      soldOutOptions: new Set<string>(),
    }));
  });
}

/** The number of an option, which only the guide edition tells. */
export function optionNoOf({ siteGoodsNo, options }: Goods, option: GoodsOption): string {
  return `${siteGoodsNo}-${options.findIndex(({ text }) => text === option.text) + 1}`;
}

/** Takes a product off sale, or only the option that was bought. */
export function markSoldOut(goods: Goods, option: GoodsOption | null): void {
  if (option === null) goods.soldOut = true;
  else goods.soldOutOptions.add(option.text);
}
