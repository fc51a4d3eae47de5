import type { OriginProduct } from '../../products/origin-product.ts';
import type { Listed } from '../../products/product-book.ts';
import type { OperationCall } from '../../wire/operation.ts';
import { noSuch } from '../../wire/refusal.ts';

/** The product a path names. */
export function calledListed({ shop, pathId }: Pick<OperationCall, 'shop' | 'pathId'>): Listed {
  const listed = shop.products.get(pathId);
  if (listed === undefined || listed.origin.statusType === 'DELETE')
    throw noSuch('존재하지 않는 상품입니다.');
  return listed;
}

/** Puts a product back as it has become. */
export function change(
  { shop, now }: Pick<OperationCall, 'shop' | 'now'>,
  listed: Listed,
  origin: OriginProduct,
): Listed {
  const changed = { ...listed, origin, modifiedAt: now };
  shop.products.put(changed);
  return changed;
}

/** What a write of a whole product answers (sheet §3.6). */
export function productAnswer({ originProductNo, channelProductNo, origin, channel }: Listed): string {
  return JSON.stringify({
    originProductNo: Number(originProductNo),
    smartstoreChannelProductNo: Number(channelProductNo),
    originProduct: origin,
    smartstoreChannelProduct: channel,
  });
}
