import type { Fields } from '../../../kit/decode.ts';
import type { Client } from '../client.ts';
import { decodeWritten, findProduct, writtenBack } from './product.ts';

/**
 * Changes add-ons of a product, by their numbers. They can be written with all of it only (sheet §3.6), so it is read just
 * before. Tells whether Naver has the product.
 */
export async function writeAddOns(
  client: Client,
  operation: 'addOnStock' | 'addOnPrice',
  originProductNo: string,
  changed: ReadonlyMap<string, Fields>,
): Promise<boolean> {
  const found = await findProduct(client, originProductNo);
  if ('missing' in found) return false;
  const { product } = found;
  await client.ask({
    operation,
    params: { originProductNo },
    body: writtenBack(product, withAddOns(product.origin, changed)),
    decode: decodeWritten,
  });
  return true;
}

/** The product with some of its add-ons changed. */
export function withAddOns(origin: Fields, changed: ReadonlyMap<string, Fields>): Fields {
  const detail = Object(origin.detailAttribute);
  const info = Object(detail.supplementProductInfo);
  const rows: readonly Fields[] = Array.isArray(info.supplementProducts) ? info.supplementProducts : [];
  return {
    ...origin,
    detailAttribute: {
      ...detail,
      supplementProductInfo: {
        ...info,
        supplementProducts: rows.map((row) => ({ ...row, ...changed.get(String(row.id)) })),
      },
    },
  };
}
