import { isObject, type JsonObject } from '../../frame/json.ts';
import { COURIER_CODES } from '../orders/couriers.ts';
import { badProduct, badRequest } from '../wire/refusal.ts';
import { categoryOf } from './categories.ts';
import { booleanIn, countIn, listIn, objectIn, optionalText, textIn } from './fields.ts';
import type { ChannelProduct, DetailAttribute, Images, OriginProduct } from './origin-product.ts';
import { addressBook, ORIGIN_AREAS } from './places.ts';
import { readCertifications } from './read-certifications.ts';
import { readNotice } from './read-notice.ts';
import { readOptionInfo, readSupplements, STOCK_MAX } from './read-options.ts';

const NAME_MAX = 100;
const PRICE_MAX = 999_999_990;
const PRICE_STEP = 10;
const PICTURES_MAX = 9;
const BASE_FEE_MAX = 100_000;
const TAGS_MAX = 10;
/** Sheet §7, 21. */
const FORBIDDEN_SIGNS = /[\\*?"<>]/;
/** A tag of these makes the whole product fail (sheet §3.9). */
const RESTRICTED_TAGS: ReadonlySet<string> = new Set(['짝퉁', '최저가보장']);

/** What a body is read against. */
export interface Reading {
  readonly shopNumber: number;
  /** The product as it was; absent at create. */
  readonly before: OriginProduct | undefined;
  readonly isPicture: (url: string) => boolean;
  readonly nextItemId: () => number;
}

/**
 * Reads `originProduct` of a create or of an update. An update replaces everything; only category, description, notice
 * and stock stay when they are left out (sheet §3.7).
 */
export function readOriginProduct(body: JsonObject, reading: Reading): OriginProduct {
  const { before } = reading;
  const at = 'originProduct';
  const origin = objectIn(body, at, '');
  const leafCategoryId = optionalText(origin, 'leafCategoryId', at) ?? before?.leafCategoryId;
  const category = leafCategoryId === undefined ? undefined : categoryOf(leafCategoryId);
  if (leafCategoryId === undefined)
    throw badProduct(`${at}.leafCategoryId`, 'NotNull', '카테고리를 입력해 주세요.');
  if (category === undefined || !category.last)
    throw badProduct(`${at}.leafCategoryId`, 'InvalidCategory', '리프 카테고리만 입력할 수 있습니다.');
  const name = textIn(origin, 'name', at, '상품명', NAME_MAX);
  if (FORBIDDEN_SIGNS.test(name))
    throw badProduct(`${at}.name`, 'Pattern', '상품명에 사용할 수 없는 특수문자(\\ * ? " < >)가 있습니다.');
  const detailAttribute = readDetail(objectIn(origin, 'detailAttribute', at), reading, category.id);
  const options = detailAttribute.optionInfo?.optionCombinations ?? [];
  const product: OriginProduct = {
    ...origin,
    statusType: readStatus(origin, before),
    saleType: origin.saleType ?? 'NEW',
    leafCategoryId,
    name,
    detailContent: optionalText(origin, 'detailContent', at) ?? before?.detailContent ?? missingText(),
    images: readImages(objectIn(origin, 'images', at), reading),
    salePrice: readPrice(origin, 'salePrice', at),
    stockQuantity:
      options.length > 0
        ? options.reduce((sum, { stockQuantity }) => sum + stockQuantity, 0)
        : readStock(origin, before),
    detailAttribute,
  };
  if (origin.deliveryInfo !== undefined && origin.deliveryInfo !== null) {
    checkDelivery(objectIn(origin, 'deliveryInfo', at), reading.shopNumber);
  }
  if (before === undefined && product.stockQuantity < 1)
    throw badProduct(`${at}.stockQuantity`, 'Min', '재고수량은 1개 이상이어야 합니다.');
  return product;
}

/** Reads `smartstoreChannelProduct`. */
export function readChannelProduct(body: JsonObject): ChannelProduct {
  const at = 'smartstoreChannelProduct';
  const channel = objectIn(body, at, '');
  const display = textIn(channel, 'channelProductDisplayStatusType', at, '전시 상태', 20);
  if (display !== 'ON' && display !== 'SUSPENSION')
    throw badProduct(`${at}.channelProductDisplayStatusType`, 'Enum', '전시 상태가 올바르지 않습니다.');
  return {
    ...channel,
    naverShoppingRegistration: booleanIn(channel, 'naverShoppingRegistration', at),
    channelProductDisplayStatusType: display,
  };
}

/** A price in won, in steps of ten. */
export function readPrice(fields: JsonObject, name: string, at: string): number {
  if (fields[name] === undefined || fields[name] === null)
    throw badProduct(`${at}.${name}`, 'NotNull', '판매가 항목을 입력해 주세요.');
  const price = countIn(fields, name, at, { min: PRICE_STEP, max: PRICE_MAX });
  if (price % PRICE_STEP !== 0)
    throw badProduct(`${at}.${name}`, 'Unit', '판매가는 10원 단위로 입력해 주세요.');
  return price;
}

function missingText(): never {
  throw badProduct('originProduct.detailContent', 'NotBlank', '상품 상세정보를 입력해 주세요.');
}

function readStatus(origin: JsonObject, before: OriginProduct | undefined): 'SALE' | 'SUSPENSION' {
  const status = textIn(origin, 'statusType', 'originProduct', '상품 상태', 20);
  // At create SUSPENSION is kept as SALE; at update these two are all there is (sheet §3.6).
  if (status === 'SALE' || (status === 'SUSPENSION' && before === undefined)) return 'SALE';
  if (status === 'SUSPENSION') return 'SUSPENSION';
  throw badProduct('originProduct.statusType', 'Enum', '상품 상태는 SALE, SUSPENSION만 입력할 수 있습니다.');
}

function readStock(origin: JsonObject, before: OriginProduct | undefined): number {
  if (origin.stockQuantity === undefined || origin.stockQuantity === null) {
    if (before !== undefined) return before.stockQuantity;
    throw badProduct('originProduct.stockQuantity', 'NotNull', '재고수량 항목을 입력해 주세요.');
  }
  return countIn(origin, 'stockQuantity', 'originProduct', { min: 0, max: STOCK_MAX });
}

function readImages(images: JsonObject, { isPicture }: Reading): Images {
  const at = 'originProduct.images';
  const urlOf = (image: unknown, name: string): { readonly url: string } => {
    const url = isObject(image) ? image.url : undefined;
    if (typeof url !== 'string' || url === '')
      throw badProduct(`${at}.${name}`, 'NotNull', '대표이미지를 입력해 주세요.');
    if (!isPicture(url))
      throw badRequest('이미지는 상품 이미지 다건 등록 API로 등록한 URL만 사용할 수 있습니다.');
    return { url };
  };
  const optional = listIn(images, 'optionalImages', at);
  if (optional.length > PICTURES_MAX)
    throw badProduct(`${at}.optionalImages`, 'Size', '추가이미지는 9개까지 등록할 수 있습니다.');
  return {
    representativeImage: urlOf(images.representativeImage, 'representativeImage'),
    optionalImages: optional.map((image) => urlOf(image, 'optionalImages')),
  };
}

function checkDelivery(delivery: JsonObject, shopNumber: number): void {
  const at = 'originProduct.deliveryInfo';
  const type = textIn(delivery, 'deliveryType', at, '배송 방법', 20);
  if (type !== 'DELIVERY' && type !== 'DIRECT')
    throw badProduct(`${at}.deliveryType`, 'Enum', '배송 방법이 올바르지 않습니다.');
  textIn(delivery, 'deliveryAttributeType', at, '배송 속성', 30);
  if (type === 'DELIVERY' && !COURIER_CODES.has(textIn(delivery, 'deliveryCompany', at, '택배사', 30)))
    throw badProduct(`${at}.deliveryCompany`, 'Enum', '택배사 코드가 올바르지 않습니다.');
  const fee = objectIn(delivery, 'deliveryFee', at);
  countIn(fee, 'baseFee', `${at}.deliveryFee`, { min: 0, max: BASE_FEE_MAX, absent: 0 });
  if (fee.deliveryFeeType === 'CONDITIONAL_FREE')
    countIn(fee, 'freeConditionalAmount', `${at}.deliveryFee`, { min: 1, max: PRICE_MAX });
  const claim = objectIn(delivery, 'claimDeliveryInfo', at);
  for (const name of ['returnDeliveryFee', 'exchangeDeliveryFee'])
    countIn(claim, name, `${at}.claimDeliveryInfo`, { min: 0, max: 1_000_000 });
  const places = new Set<unknown>(addressBook(shopNumber).map(({ addressBookNo }) => addressBookNo));
  for (const name of ['shippingAddressId', 'returnAddressId']) {
    if (claim[name] !== undefined && !places.has(claim[name]))
      throw badProduct(`${at}.claimDeliveryInfo.${name}`, 'NotFound', '주소록에 없는 주소입니다.');
  }
}

function readDetail(detail: JsonObject, reading: Reading, categoryId: string): DetailAttribute {
  const at = 'originProduct.detailAttribute';
  const { before, nextItemId } = reading;
  const service = objectIn(detail, 'afterServiceInfo', at);
  textIn(service, 'afterServiceTelephoneNumber', `${at}.afterServiceInfo`, 'A/S 전화번호', 30);
  textIn(service, 'afterServiceGuideContent', `${at}.afterServiceInfo`, 'A/S 안내', 1_000);
  checkOrigin(objectIn(detail, 'originAreaInfo', at));
  checkTags(detail);
  const tax = detail.taxType ?? 'TAX';
  if (tax !== 'TAX' && tax !== 'DUTYFREE' && tax !== 'SMALL')
    throw badProduct(`${at}.taxType`, 'Enum', '부가세 유형이 올바르지 않습니다.');
  const optionInfo = readOptionInfo(detail, before, nextItemId);
  const supplementProductInfo = readSupplements(detail, nextItemId);
  readCertifications(detail, categoryId);
  const { optionInfo: _options, supplementProductInfo: _extras, ...rest } = detail;
  return {
    ...rest,
    ...(optionInfo === undefined ? {} : { optionInfo }),
    ...(supplementProductInfo === undefined ? {} : { supplementProductInfo }),
    productInfoProvidedNotice: readNotice(detail, before),
    taxType: tax,
    minorPurchasable: booleanIn(detail, 'minorPurchasable', at),
  };
}

function checkOrigin(origin: JsonObject): void {
  const at = 'originProduct.detailAttribute.originAreaInfo';
  const code = textIn(origin, 'originAreaCode', at, '원산지 코드', 20);
  if (!ORIGIN_AREAS.some((area) => area.code === code))
    throw badProduct(`${at}.originAreaCode`, 'NotFound', '원산지 코드가 올바르지 않습니다.');
  if (code.startsWith('02')) textIn(origin, 'importer', at, '수입사', 100);
  if (code === '04') textIn(origin, 'content', at, '원산지 표시 내용', 100);
}

function checkTags(detail: JsonObject): void {
  if (detail.seoInfo === undefined || detail.seoInfo === null) return;
  const at = 'originProduct.detailAttribute.seoInfo';
  const tags = listIn(objectIn(detail, 'seoInfo', 'originProduct.detailAttribute'), 'sellerTags', at);
  if (tags.length > TAGS_MAX)
    throw badProduct(`${at}.sellerTags`, 'Size', '태그는 10개까지 등록할 수 있습니다.');
  for (const tag of tags) {
    const text = isObject(tag) ? tag.text : undefined;
    if (typeof text === 'string' && RESTRICTED_TAGS.has(text))
      throw badRequest(`등록할 수 없는 태그가 포함되어 있습니다. (${text})`);
  }
}
