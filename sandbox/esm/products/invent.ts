import type { JsonObject } from '../../frame/json.ts';
import type { Random } from '../../frame/random.ts';
import type { ShopIds } from '../shop/ids.ts';
import { SITES, type Site } from '../sites.ts';
import { type Category, leafNamed } from './categories.ts';
import type { Product, ProductOption } from './product.ts';

interface Kind {
  readonly noun: string;
  readonly code: string;
  readonly price: readonly [min: number, max: number];
  readonly category: Category;
  readonly label: string;
  readonly options: readonly string[];
}

const COLOURS = ['블랙', '화이트', '그레이'] as const;
const kind = (
  noun: string,
  category: string,
  code: string,
  price: Kind['price'],
  label = '',
  options: readonly string[] = [],
): Kind => ({ noun, code, price, category: leafNamed(category), label, options });

const KINDS: readonly Kind[] = [
  kind('머그컵', '머그', 'MUG', [9_000, 18_000], '색상', COLOURS),
  kind('기모 후드티', '후드티', 'HOOD', [19_900, 39_900], '색상', [
    '블랙 M',
    '블랙 L',
    '아이보리 M',
    '아이보리 L',
  ]),
  kind('스테인리스 텀블러', '텀블러', 'TMB', [12_900, 34_900], '용량', ['500ml', '750ml']),
  kind('이천쌀 10kg', '쌀', 'RICE', [32_000, 45_000]),
  kind('제주 감귤', '감귤', 'TNGR', [11_900, 29_900], '중량', ['3kg', '5kg', '10kg']),
  kind('강아지 간식', '강아지 간식', 'PET', [4_900, 12_900], '맛', ['오리', '연어', '닭가슴살']),
  kind('주방세제', '주방세제', 'DISH', [3_500, 8_900], '향', ['레몬', '무향']),
  kind('원목 도마', '도마', 'BRD', [18_900, 49_900], '크기', ['소', '중', '대']),
  kind('LED 스탠드', '스탠드', 'LAMP', [24_900, 69_000], '색상', ['화이트', '블랙']),
  kind('요가매트', '요가매트', 'YOGA', [17_900, 39_900], '두께', ['6mm', '10mm']),
  kind('캠핑 의자', '캠핑의자', 'CAMP', [22_900, 59_900], '색상', ['베이지', '카키']),
  kind('3단 자동우산', '우산', 'UMB', [9_900, 24_900], '색상', COLOURS),
  kind('극세사 이불', '이불', 'BED', [32_900, 79_000], '크기', ['싱글', '퀸']),
  kind('무선 마우스', '마우스', 'MOUS', [15_900, 49_000]),
  kind('멀티탭 5구', '멀티탭', 'TAP', [8_900, 19_900]),
  kind('등산 양말', '양말', 'SOCK', [5_900, 14_900], '색상', COLOURS),
];
const STYLES = ['데일리', '프리미엄', '베이직', '국민', '클래식', '올인원'] as const;
const LAST_EXTRA = 1_000;

/** What each site keeps of a sale. */
export const SERVICE_RATES: Readonly<Record<Site, number>> = { gmarket: 0.1, auction: 0.09 };

/** Invents products: each is on both sites, under the same code of the seller, with some hundreds of everything left. */
export function inventProducts(
  count: number,
  ids: ShopIds,
  random: Random,
  madeAt: number,
): readonly Product[] {
  return Array.from({ length: count }, (_, index) => {
    const drawn = KINDS[index % KINDS.length];
    if (drawn === undefined) throw new RangeError('there are no kinds of goods');
    const price = random.int(drawn.price[0] / 100, drawn.price[1] / 100) * 100;
    const sellerCode = random.chance(0.08) ? '' : `${drawn.code}-${String(index + 1).padStart(3, '0')}`;
    const name = `${random.pick(STYLES)} ${drawn.noun}`;
    const stock = 200 + ((index * 37) % 700);
    const sale = (site: Site) => ({
      siteGoodsNo: ids.siteGoods(site),
      isSell: true,
      isBlocked: false,
      price,
      stock,
      sellingPeriod: 90,
    });
    const product: Product = {
      goodsNo: ids.goods(),
      madeAt,
      isNameEditable: drawn.category.isNameEditable,
      serviceRate: SERVICE_RATES,
      name,
      sellerCode,
      esmCategory: drawn.category.code,
      choice: {
        type: drawn.options.length === 0 ? 0 : 1,
        names: drawn.options.length === 0 ? [] : [drawn.label],
        options: drawn.options.map((text, nth) => inventOption(text, nth, sellerCode, stock)),
      },
      document: () => inventDocument(drawn, name, sellerCode),
      sites: { gmarket: sale('gmarket'), auction: sale('auction') },
    };
    return product;
  });
}

function inventOption(text: string, nth: number, sellerCode: string, stock: number): ProductOption {
  return {
    values: [text],
    code: sellerCode === '' ? '' : `${sellerCode}-${nth + 1}`,
    extra: nth >= 2 ? LAST_EXTRA : 0,
    soldOut: false,
    isDisplayed: true,
    quantity: Object.fromEntries(SITES.map((site) => [site, stock + nth * 10])),
    written: {},
  };
}

function inventDocument({ category, code }: Kind, name: string, sellerCode: string): JsonObject {
  const { gmarket, auction } = category.sites;
  const none = { type: 1, details: null };
  return {
    itemBasicInfo: {
      goodsName: { kor: name, promotion: null },
      category: {
        site: [
          { siteType: 1, catCode: auction[0] },
          { siteType: 2, catCode: gmarket[0] },
        ],
        shop: null,
        esm: { catCode: category.code },
      },
      catalog: { modelName: null, brandNo: 0, barCode: null, epinCode: null },
    },
    itemAddtionalInfo: {
      managedCode: sellerCode,
      shipping: {
        type: 1,
        companyNo: 10013,
        policy: { placeNo: 100001, feeType: 1, bundle: { deliveryTmplId: 200001 }, each: null },
        returnAndExchange: { addrNo: 300001, fee: 3_000 },
        dispatchPolicyNo: { gmkt: 901, iac: 902 },
      },
      officialNotice: {
        officialNoticeNo: 35,
        details: [1, 3, 4, 5].map((nth) => ({
          officialNoticeItemelementCode: `35-${nth}`,
          value: '상세설명참조',
          isExtraMark: true,
        })),
      },
      isAdultProduct: false,
      isYouthNotAvailable: false,
      isVatFree: false,
      certInfo: {
        safetyCerts: {
          child: none,
          electric: { ...none, mandatorySafetySign: 0 },
          life: { ...none, mandatorySafetySign: 0 },
          harmful: { type: 2, certId: null },
        },
      },
      images: { basicImgURL: `https://img.example.com/${code.toLowerCase()}.jpg`, addtionalImg1URL: null },
      descriptions: { kor: { type: 2, contentId: '', html: `<p>${name}</p>` } },
    },
    addtionalInfo: {
      siteDiscount: { gmkt: true, iac: true },
      pcs: { isUse: true, isUseIacPcsCoupon: true, isUseGmkPcsCoupon: true },
    },
  };
}
