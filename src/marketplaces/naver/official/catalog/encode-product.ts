import type { Tax } from '../../../../domain/product.ts';
import type { ListingDraft } from '../../../kit/catalog.ts';
import { type Fields, optionalFieldsAt } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Attribute, CategoryFacts } from './category-facts.ts';
import { encodeAttributes, encodeCertifications, hasAttributes } from './encode-attributes.ts';
import { type ChosenPlaces, encodeDelivery } from './encode-delivery.ts';
import { encodeNotice } from './encode-notice.ts';
import { encodeOptions } from './encode-options.ts';
import type { NoticeKind } from './notice-forms.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import { type Product, writableStatus } from './product.ts';

/** What a draft is worked in with. */
export interface Surroundings {
  /** The product as it stands at Naver; null for a new one. */
  readonly now: Product | null;
  readonly places: ChosenPlaces;
  readonly category: CategoryFacts;
  readonly attributes: readonly Attribute[];
  readonly noticeKinds: readonly NoticeKind[];
  /** `originAreaInfo`. */
  readonly origin: Fields;
  /** Naver's own addresses of the pictures. */
  readonly pictures: readonly string[];
}

const TAXES: Readonly<Record<Tax, string>> = { taxed: 'TAX', exempt: 'DUTYFREE', zero_rated: 'SMALL' };

/**
 * The body of a create, or of an update: a PUT erases what is not in it, so an update is the product as it was read with
 * the draft laid over it (sheet §3.7). Throws RefusedDraft.
 */
export function encodeProduct(draft: ListingDraft, around: Surroundings): Fields {
  const origin = around.now?.origin ?? {};
  const { salePrice, stockQuantity, optionInfo } = encodeOptions(draft, draft.nativeListingId, origin);
  if (around.now === null && stockQuantity < 1)
    throw new RefusedDraft('items.quantity', {
      ko: '새 상품의 재고는 1개 이상이어야 합니다.',
      en: 'A new product has at least 1 in stock.',
      ru: 'У нового товара остаток должен быть не меньше 1.',
      uz: 'Yangi mahsulot qoldig‘i kamida 1 bo‘lishi kerak.',
    });
  return {
    originProduct: {
      saleType: 'NEW',
      ...origin,
      statusType: writableStatus(origin),
      leafCategoryId: draft.nativeCategoryId,
      name: draft.name,
      detailContent: draft.descriptionHtml,
      images: encodeImages(around.pictures),
      salePrice,
      stockQuantity,
      deliveryInfo: encodeDelivery(draft, around.places, optionalFieldsAt(origin, 'deliveryInfo') ?? {}),
      detailAttribute: encodeDetail(draft, around, optionInfo),
    },
    ...channels(around.now),
  };
}

/** A new product is shown in the store and in Naver Shopping; one that exists stays as it stands there. */
function channels(now: Product | null): Fields {
  if (now === null) {
    return {
      smartstoreChannelProduct: { naverShoppingRegistration: true, channelProductDisplayStatusType: 'ON' },
    };
  }
  return {
    ...(now.store === null ? {} : { smartstoreChannelProduct: now.store }),
    ...(now.window === null ? {} : { windowChannelProduct: now.window }),
  };
}

function encodeImages([first, ...others]: readonly string[]): Fields {
  if (first === undefined)
    throw new RefusedDraft('images', {
      ko: '이미지를 1장 이상 입력하세요.',
      en: 'Give at least one picture.',
      ru: 'Укажите хотя бы одно изображение.',
      uz: 'Kamida bitta rasm kiriting.',
    });
  if (others.length >= CATALOG_AT_MOST.pictures)
    throw new RefusedDraft('images', {
      ko: `이미지는 ${CATALOG_AT_MOST.pictures}장까지 등록할 수 있습니다.`,
      en: `Up to ${CATALOG_AT_MOST.pictures} pictures are taken.`,
      ru: `Изображений может быть до ${CATALOG_AT_MOST.pictures}.`,
      uz: `Rasmlar ${CATALOG_AT_MOST.pictures} tagacha bo‘ladi.`,
    });
  return {
    representativeImage: { url: first },
    optionalImages: others.map((url) => ({ url })),
  };
}

function encodeDetail(draft: ListingDraft, around: Surroundings, optionInfo: Fields | undefined): Fields {
  const now = optionalFieldsAt(around.now?.origin ?? {}, 'detailAttribute') ?? {};
  const { afterService } = draft;
  if (afterService === null)
    throw new RefusedDraft('afterService', {
      ko: 'A/S 전화번호와 안내를 입력하세요.',
      en: 'Tell the phone number and text of the after-service.',
      ru: 'Укажите телефон и текст послепродажного обслуживания.',
      uz: 'Sotuvdan keyingi xizmat telefoni va matnini kiriting.',
    });
  const attributes = hasAttributes(draft)
    ? { productAttributes: encodeAttributes(draft, around.attributes, now) }
    : {};
  const told = draft.notice !== null || now.productInfoProvidedNotice === undefined;
  return {
    ...now,
    ...searchInfo(draft, now),
    afterServiceInfo: {
      afterServiceTelephoneNumber: afterService.phone,
      afterServiceGuideContent: afterService.text,
    },
    originAreaInfo: around.origin,
    sellerCodeInfo: sellerCodes(draft, now),
    ...(optionInfo === undefined ? {} : { optionInfo }),
    ...(told ? { productInfoProvidedNotice: encodeNotice(draft, around.noticeKinds) } : {}),
    ...encodeCertifications(draft, around.category, now),
    ...attributes,
    taxType: TAXES[draft.tax],
    minorPurchasable: draft.minorsMayBuy,
  };
}

/** The name of a brand replaces its number, which belongs to the brand that was there. */
function searchInfo({ brand, manufacturer }: ListingDraft, now: Fields): Fields {
  const info = optionalFieldsAt(now, 'naverShoppingSearchInfo') ?? {};
  if (brand === null && manufacturer === null) return {};
  const { brandId, ...others } = info;
  const isSameBrand = brand === null || brand === info.brandName;
  return {
    naverShoppingSearchInfo: {
      ...others,
      ...(isSameBrand && brandId !== undefined ? { brandId } : {}),
      ...(brand === null ? {} : { brandName: brand }),
      ...(manufacturer === null ? {} : { manufacturerName: manufacturer }),
    },
  };
}

function sellerCodes({ sellerCode, optionNames, items }: ListingDraft, now: Fields): Fields {
  const barcode = optionNames.length === 0 ? (items[0]?.barcode ?? null) : null;
  return {
    ...optionalFieldsAt(now, 'sellerCodeInfo'),
    sellerManagementCode: sellerCode,
    ...(barcode === null ? {} : { sellerBarcode: barcode }),
  };
}
