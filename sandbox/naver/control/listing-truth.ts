import { isObject } from '../../frame/json.ts';
import {
  combinationsOf,
  type OriginProduct,
  optionValues,
  sellerCodeOf,
  supplementsOf,
} from '../products/origin-product.ts';
import type { Listed } from '../products/product-book.ts';
import type { Shop } from '../seller/shop.ts';

/** What the shop has listed, or everything about the one product asked for. */
export function listingsOf({ products }: Shop, originProductNo?: string): readonly unknown[] {
  if (originProductNo === undefined) return products.all().map(tell);
  const listed = products.get(originProductNo);
  if (listed === undefined) return [];
  const { origin } = listed;
  const { representativeImage, optionalImages } = origin.images;
  const pictures = [representativeImage, ...optionalImages].map(
    ({ url }) => products.pictures.get(url) ?? '',
  );
  return [{ ...tell(listed), origin, pictureHashes: pictures }];
}

function tell({ originProductNo, channelProductNo, origin, channel }: Listed) {
  const { images, detailAttribute } = origin;
  const delivery = Object(origin.deliveryInfo);
  return {
    originProductNo,
    channelProductNo,
    statusType: origin.statusType,
    displayStatus: channel.channelProductDisplayStatusType,
    name: origin.name,
    sellerManagementCode: sellerCodeOf(origin),
    leafCategoryId: origin.leafCategoryId,
    detailContent: origin.detailContent,
    salePrice: origin.salePrice,
    images: 1 + images.optionalImages.length,
    deliveryFee: delivery.deliveryFee?.baseFee ?? 0,
    returnFee: delivery.claimDeliveryInfo?.returnDeliveryFee ?? 0,
    taxType: detailAttribute.taxType,
    tags: tagsOf(origin),
    items: itemsOf(originProductNo, origin),
  };
}

function tagsOf({ detailAttribute }: OriginProduct): readonly string[] {
  const { seoInfo } = detailAttribute;
  const tags: unknown = isObject(seoInfo) ? seoInfo.sellerTags : undefined;
  return Array.isArray(tags) ? tags.filter(isObject).map(({ text }) => String(text)) : [];
}

/** What can be bought: the options, or the product itself, and what is sold along with it. */
function itemsOf(originProductNo: string, origin: OriginProduct) {
  const options = combinationsOf(origin).map((option) => ({
    id: String(option.id),
    values: optionValues(option),
    code: option.sellerManagerCode,
    price: origin.salePrice + option.price,
    stockQuantity: option.stockQuantity,
    usable: option.usable,
  }));
  const whole = {
    id: originProductNo,
    values: [],
    code: sellerCodeOf(origin),
    price: origin.salePrice,
    stockQuantity: origin.stockQuantity,
    usable: true,
  };
  const extras = supplementsOf(origin).map((extra) => ({
    id: String(extra.id),
    values: [extra.groupName, extra.name],
    code: extra.sellerManagementCode,
    price: extra.price,
    stockQuantity: extra.stockQuantity,
    usable: extra.usable,
  }));
  return [...(options.length > 0 ? options : [whole]), ...extras];
}
