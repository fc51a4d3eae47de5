import type { ProductOrder } from '../orders/product-order.ts';
import { lineDocument, type SellerIdentity } from './line-document.ts';

/** The JSON of lines, kept until the line changes. */
export interface DocumentCache {
  jsonOf(line: ProductOrder, quantityClaims: boolean): Buffer;
}

interface Cached {
  readonly json: Buffer;
  readonly revision: number;
}

const KEPT_BYTES = 256 * 1024 * 1024;

/** An empty cache for one shop. It keeps bytes, not text: Korean text takes twice the room and must be encoded each time. */
export function createDocumentCache(seller: SellerIdentity): DocumentCache {
  const full = new Map<ProductOrder, Cached>();
  const plain = new Map<ProductOrder, Cached>();
  let size = 0;
  return {
    jsonOf(line, quantityClaims) {
      const shelf = quantityClaims ? full : plain;
      const cached = shelf.get(line);
      if (cached?.revision === line.revision) return cached.json;
      const json = Buffer.from(JSON.stringify(lineDocument(line, seller, quantityClaims)));
      size += json.length - (cached?.json.length ?? 0);
      if (size > KEPT_BYTES) {
        full.clear();
        plain.clear();
        size = json.length;
      }
      shelf.set(line, { json, revision: line.revision });
      return json;
    },
  };
}
