import { type Reading, readChannelProduct, readOriginProduct } from '../../products/read-product.ts';
import { settled } from '../../products/stock.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badRequest, noSuch } from '../../wire/refusal.ts';
import { calledListed, productAnswer } from './listed.ts';
import { readProductBody } from './search.ts';

/** `GET /v2/products/origin-products/{no}` (sheet §3.5). */
export function readProduct(call: OperationCall): Reply {
  const { origin, channel } = calledListed(call);
  const originProduct =
    call.strike('unreadable_row') === undefined
      ? origin
      : { ...origin, salePrice: '만원', detailAttribute: null };
  return { document: JSON.stringify({ originProduct, smartstoreChannelProduct: channel }) };
}

/** `GET /v2/products/channel-products/{no}`, the same under the store's own number. */
export function readChannel(call: OperationCall): Reply {
  const listed = call.shop.products.byChannel(call.pathId);
  if (listed === undefined) throw noSuch('존재하지 않는 상품입니다.');
  return readProduct({ ...call, pathId: listed.originProductNo });
}

/** `POST /v2/products` (sheet §3.6). */
export function createProduct(call: OperationCall): Reply {
  const { shop, now } = call;
  const body = readProductBody(call.body);
  const origin = readOriginProduct(body, readingOf(call, undefined));
  const channel = readChannelProduct(body);
  const listed = {
    ...shop.products.nextNumbers(),
    registeredAt: now,
    modifiedAt: now,
    storageType: 'DRY' as const,
    origin,
    channel,
  };
  shop.products.put(listed);
  return { document: productAnswer(listed) };
}

const EDITABLE = new Set(['WAIT', 'SALE', 'OUTOFSTOCK', 'UNADMISSION', 'REJECTION', 'SUSPENSION']);

/** `PUT /v2/products/origin-products/{no}`: what is not sent is erased (sheet §3.7). */
export function updateProduct(call: OperationCall): Reply {
  const before = calledListed(call);
  if (!EDITABLE.has(before.origin.statusType)) throw badRequest('수정할 수 없는 상태의 상품입니다.');
  const body = readProductBody(call.body);
  const origin = readOriginProduct(body, readingOf(call, before.origin));
  // Stock 0 is sold out, whatever status is sent (sheet §3.6).
  const kept =
    origin.stockQuantity === 0 ? { ...origin, statusType: 'OUTOFSTOCK' as const } : settled(origin);
  const listed = { ...before, origin: kept, channel: readChannelProduct(body), modifiedAt: call.now };
  call.shop.products.put(listed);
  return { document: productAnswer(listed) };
}

function readingOf({ shop }: OperationCall, before: Reading['before']): Reading {
  const { products, shopNumber } = shop;
  const own = new Set(
    before === undefined
      ? []
      : [before.images.representativeImage, ...before.images.optionalImages].map(({ url }) => url),
  );
  return {
    shopNumber,
    before,
    isPicture: (url) => products.pictures.has(url) || own.has(url),
    nextItemId: products.nextItemId,
  };
}
