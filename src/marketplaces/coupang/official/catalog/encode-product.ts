import type { DraftItem, ListingDraft } from '../../../kit/catalog.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { KST_MINUTES, wallClock } from '../../../kit/zone.ts';
import { SHIP_WITHIN_BUSINESS_DAYS } from '../../rules.ts';
import type { Seller } from '../seller.ts';
import type { CategoryMeta } from './category-meta.ts';
import { deliveryPlaces, deliveryTerms } from './delivery.ts';
import type { Places } from './places.ts';
import { attributesOf, type NativeAttribute } from './purchase-options.ts';
import {
  certificationsOf,
  type NativeCertification,
  type NativeNotice,
  noticesOf,
  refuseDocuments,
} from './statutory-notice.ts';

/** What a draft is held against. */
export interface Ground {
  readonly seller: Seller;
  readonly meta: CategoryMeta;
  readonly places: Places;
  readonly now: Date;
}

/** The longest date that Coupang takes (sheet §3.6). */
const FOR_EVER = '2099-01-01T23:59:59';

/** An option's name may have so many characters (article 360033877853). */
const ITEM_NAME_LENGTH = 150;

/** The body of a create (sheet §3.6). It asks for approval at once. Throws RefusedDraft for what Coupang would not take. */
export function encodeProduct(draft: ListingDraft, ground: Ground): Readonly<Record<string, unknown>> {
  const { seller, meta, places, now } = ground;
  refuseDocuments(meta);
  return {
    displayCategoryCode: categoryCode(draft),
    sellerProductName: draft.name,
    displayProductName: draft.name,
    vendorId: seller.vendorId,
    vendorUserId: loginOf(seller),
    saleStartedAt: wallClock(now, KST_MINUTES).slice(0, 19),
    saleEndedAt: FOR_EVER,
    ...makers(draft),
    ...deliveryTerms(draft),
    ...deliveryPlaces(draft, places),
    requested: true,
    items: draft.items.map((item) => ({
      ...encodeItem(draft, item, meta),
      ...firstOffer(item),
      maximumBuyForPerson: 0,
      maximumBuyForPersonPeriod: 1,
      unitCount: 0,
      parallelImported: 'NOT_PARALLEL_IMPORTED',
      overseasPurchased: 'NOT_OVERSEAS_PURCHASED',
      pccNeeded: false,
      modelNo: '',
      searchTags: [],
      offerCondition: 'NEW',
    })),
  };
}

/** Products are created and changed in the name of a person (sheet §1). */
export function loginOf({ wingId }: Seller): string {
  if (wingId !== undefined) return wingId;
  throw new RefusedDraft('wing_id', {
    ko: '상품 등록에는 WING 아이디가 필요합니다. 계정 설정에 WING 아이디(wing_id)를 입력한 뒤 다시 시도하세요.',
    en: 'Coupang wants the WING login ID of whoever lists goods: add it (wing_id) to the account and try again.',
    ru: 'Чтобы разместить товар, Coupang нужен логин WING. Добавьте его (wing_id) в настройках магазина и попробуйте снова.',
    uz: 'Mahsulot joylash uchun Coupang ga WING logini kerak. Uni (wing_id) do‘kon sozlamalariga kiriting va qayta urinib ko‘ring.',
  });
}

function categoryCode({ nativeCategoryId }: ListingDraft): number {
  if (/^\d{1,10}$/.test(nativeCategoryId)) return Number(nativeCategoryId);
  throw new RefusedDraft('nativeCategoryId', {
    ko: `쿠팡 카테고리 코드가 아닙니다: ${nativeCategoryId}`,
    en: `This is no code of a Coupang category: ${nativeCategoryId}`,
    ru: `Это не код категории Coupang: ${nativeCategoryId}`,
    uz: `Bu Coupang toifa kodi emas: ${nativeCategoryId}`,
  });
}

/** Brand and maker, where the draft tells them: what it does not tell stays as it is. */
export function makers({ brand, manufacturer }: ListingDraft): Readonly<Record<string, string>> {
  return {
    ...(brand === null ? {} : { brand }),
    ...(manufacturer === null ? {} : { manufacture: manufacturer }),
  };
}

export interface NativeImage {
  readonly imageOrder: number;
  readonly imageType: 'REPRESENTATION' | 'DETAIL';
  readonly vendorPath: string;
}

/** The fields of an option that a draft tells, without its price and stock. */
export interface NativeItem {
  readonly itemName: string;
  readonly outboundShippingTimeDay: number;
  readonly adultOnly: 'EVERYONE' | 'ADULT_ONLY';
  readonly taxType: 'TAX' | 'FREE';
  readonly externalVendorSku: string;
  readonly barcode: string;
  readonly emptyBarcode: boolean;
  readonly emptyBarcodeReason: string;
  readonly certifications: readonly NativeCertification[];
  readonly images: readonly NativeImage[];
  readonly notices: readonly NativeNotice[];
  readonly attributes: readonly NativeAttribute[];
  readonly contents: readonly unknown[];
}

export function encodeItem(draft: ListingDraft, item: DraftItem, meta: CategoryMeta): NativeItem {
  const attributes = attributesOf(draft, item, meta);
  return {
    itemName: itemName(draft, attributes),
    // Where the draft tells nothing, the law's outer limit.
    outboundShippingTimeDay: draft.delivery.leavesWithinDays ?? SHIP_WITHIN_BUSINESS_DAYS,
    adultOnly: draft.minorsMayBuy ? 'EVERYONE' : 'ADULT_ONLY',
    taxType: taxType(draft),
    externalVendorSku: item.sellerSku,
    barcode: item.barcode ?? '',
    emptyBarcode: item.barcode === null,
    emptyBarcodeReason: item.barcode === null ? '바코드 없음' : '',
    certifications: certificationsOf(draft, meta),
    images: imagesOf(draft),
    notices: noticesOf(draft, meta),
    attributes,
    contents: [
      {
        contentsType: 'HTML',
        contentDetails: [{ content: draft.descriptionHtml, detailType: 'TEXT' }],
      },
    ],
  };
}

function imagesOf({ images }: ListingDraft): readonly NativeImage[] {
  if (images.length === 0)
    throw new RefusedDraft('images', {
      ko: '대표 이미지가 없습니다.',
      en: 'There is no picture of it.',
      ru: 'Нет главного изображения.',
      uz: 'Asosiy rasm yo‘q.',
    });
  return images.map((vendorPath, nth) => ({
    imageOrder: nth,
    imageType: nth === 0 ? 'REPRESENTATION' : 'DETAIL',
    vendorPath,
  }));
}

/** Price and stock: taken until the option is approved, and from then on by calls of their own only (sheet §3.6). */
export function firstOffer({ price, quantity }: DraftItem): Readonly<Record<string, number>> {
  return { originalPrice: price, salePrice: price, maximumBuyCount: quantity };
}

function itemName({ name }: ListingDraft, attributes: readonly NativeAttribute[]): string {
  const chosen = attributes
    .filter(({ exposed }) => exposed === 'EXPOSED')
    .map(({ attributeValueName }) => attributeValueName)
    .join(' ');
  return (chosen === '' ? name : chosen).slice(0, ITEM_NAME_LENGTH);
}

/** Coupang knows goods with tax and without. Zero-rated ones are neither. */
function taxType({ tax }: ListingDraft): 'TAX' | 'FREE' {
  if (tax === 'taxed') return 'TAX';
  if (tax === 'exempt') return 'FREE';
  throw new RefusedDraft('tax', {
    ko: '쿠팡에는 영세율 상품을 등록할 수 없습니다. 과세 또는 면세로 바꾸세요.',
    en: 'Coupang takes taxed and tax-free goods, and no zero-rated ones.',
    ru: 'Coupang не принимает товары с нулевой ставкой НДС. Укажите обычную ставку или освобождение.',
    uz: 'Coupang nol stavkali QQS mahsulotlarini olmaydi. Oddiy stavka yoki ozod etilganni tanlang.',
  });
}
