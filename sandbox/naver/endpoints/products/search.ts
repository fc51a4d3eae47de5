import { isObject, type JsonObject } from '../../../frame/json.ts';
import { codeIn } from '../../orders/codes.ts';
import { categoryOf, lineOf, wholeName } from '../../products/categories.ts';
import { countIn, listIn, optionalText } from '../../products/fields.ts';
import { PRODUCT_STATUSES, sellerCodeOf } from '../../products/origin-product.ts';
import type { Listed } from '../../products/product-book.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badProduct, badRequest } from '../../wire/refusal.ts';
import { formatKst } from '../../wire/time.ts';

const SIZE_MAX = 500;
const SIZE_USUAL = 50;
const KEYWORD_TYPES = ['CHANNEL_PRODUCT_NO', 'PRODUCT_NO', 'GROUP_PRODUCT_NO', 'SELLER_CODE'] as const;

/** `POST /v1/products/search`: products without their options (sheet §3.5). */
export function searchProducts(call: OperationCall): Reply {
  const body = readProductBody(call.body);
  const page = countIn(body, 'page', '', { min: 1, max: 1_000_000, absent: 1 });
  const size = countIn(body, 'size', '', { min: 1, max: SIZE_MAX, absent: SIZE_USUAL });
  const found = select(call, body);
  const shown = found.slice((page - 1) * size, page * size);
  const totalPages = Math.ceil(found.length / size);
  const unknown = call.strike('unknown_status') !== undefined;
  return {
    document: JSON.stringify({
      contents: shown.map((listed, at) => rowOf(listed, unknown && at === 0)),
      page,
      size,
      totalElements: found.length,
      totalPages,
      sort: { sorted: true, fields: [{ name: 'NO', direction: 'DESC' }] },
      first: page === 1,
      last: page >= totalPages,
    }),
  };
}

/** A product body as an object; anything else is a bad request. */
export function readProductBody(body: Buffer): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    if (isObject(parsed)) return parsed;
  } catch {
    throw badRequest('요청 본문을 읽을 수 없습니다.');
  }
  throw badRequest('요청 본문을 읽을 수 없습니다.');
}

/** The newest numbers first. */
function select({ shop }: OperationCall, body: JsonObject): readonly Listed[] {
  const { products } = shop;
  const keyword = optionalText(body, 'searchKeywordType', '');
  if (keyword !== undefined && codeIn(KEYWORD_TYPES, keyword) === undefined)
    throw badProduct('searchKeywordType', 'Enum', '검색 유형이 올바르지 않습니다.');
  const statuses = listIn(body, 'productStatusTypes', '').map(String);
  for (const status of statuses) {
    if (codeIn(PRODUCT_STATUSES, status) === undefined)
      throw badProduct('productStatusTypes', 'Enum', '상품 상태가 올바르지 않습니다.');
  }
  const known = (numbers: readonly unknown[], of: (no: string) => Listed | undefined) =>
    numbers.map((no) => of(String(no))).filter((listed) => listed !== undefined);
  const meant = () => {
    switch (keyword) {
      case 'PRODUCT_NO':
        return known(listIn(body, 'originProductNos', ''), products.get);
      case 'CHANNEL_PRODUCT_NO':
        return known(listIn(body, 'channelProductNos', ''), products.byChannel);
      case 'GROUP_PRODUCT_NO':
        return [];
      case 'SELLER_CODE': {
        const code = optionalText(body, 'sellerManagementCode', '') ?? '';
        // More than the exact code may match (sheet §7, 24).
        return products.all().filter(({ origin }) => sellerCodeOf(origin)?.includes(code));
      }
      default:
        return products.all();
    }
  };
  const found = meant().filter(
    ({ origin }) =>
      origin.statusType !== 'DELETE' && (statuses.length === 0 || statuses.includes(origin.statusType)),
  );
  return found.toSorted((a, b) => Number(b.originProductNo) - Number(a.originProductNo));
}

function rowOf({ originProductNo, channelProductNo, origin, channel, ...times }: Listed, isUnknown: boolean) {
  const category = categoryOf(origin.leafCategoryId);
  const delivery = Object(origin.deliveryInfo);
  return {
    originProductNo: Number(originProductNo),
    channelProducts: [
      {
        originProductNo: Number(originProductNo),
        channelProductNo: Number(channelProductNo),
        channelServiceType: 'STOREFARM',
        categoryId: origin.leafCategoryId,
        name: origin.name,
        sellerManagementCode: sellerCodeOf(origin),
        statusType: isUnknown ? 'INSPECTION_WAITING' : origin.statusType,
        channelProductDisplayStatusType: channel.channelProductDisplayStatusType,
        salePrice: origin.salePrice,
        discountedPrice: origin.salePrice,
        stockQuantity: origin.stockQuantity,
        knowledgeShoppingProductRegistration: channel.naverShoppingRegistration,
        deliveryAttributeType: delivery.deliveryAttributeType,
        deliveryFee: delivery.deliveryFee?.baseFee ?? 0,
        returnFee: delivery.claimDeliveryInfo?.returnDeliveryFee,
        exchangeFee: delivery.claimDeliveryInfo?.exchangeDeliveryFee,
        wholeCategoryName: category === undefined ? undefined : wholeName(category),
        wholeCategoryId:
          category === undefined
            ? undefined
            : lineOf(category)
                .map(({ id }) => id)
                .join('>'),
        representativeImage: origin.images.representativeImage,
        brandName: Object(origin.detailAttribute.naverShoppingSearchInfo).brandName,
        manufacturerName: Object(origin.detailAttribute.naverShoppingSearchInfo).manufacturerName,
        regDate: formatKst(times.registeredAt),
        modifiedDate: formatKst(times.modifiedAt),
      },
    ],
  };
}
