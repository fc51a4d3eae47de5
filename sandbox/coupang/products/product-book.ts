import { textOf } from './fields.ts';
import type { SellerProduct } from './product.ts';

/** Every product of a shop, in the order in which they were made. */
export interface ProductBook {
  get(sellerProductId: string): SellerProduct | undefined;
  put(product: SellerProduct): void;
  /** Of so many thousands only those looked at come into being. */
  all(): Iterable<SellerProduct>;
  ids(): readonly string[];
  /** Products with an option of this code of the seller's. */
  ofSku(sku: string): readonly SellerProduct[];
}

/** What is known of a product that nobody has looked at yet. */
export interface UnseenProduct {
  readonly sellerProductId: string;
  readonly skus: readonly (string | null)[];
  make(): SellerProduct;
}

/** Opens a book with products that come into being when they are first looked at. */
export function createProductBook(unseen: readonly UnseenProduct[]): ProductBook {
  const waiting = new Map(unseen.map((one) => [one.sellerProductId, one]));
  const seen = new Map<string, SellerProduct>();
  const order = unseen.map(({ sellerProductId }) => sellerProductId);

  function get(id: string): SellerProduct | undefined {
    const held = seen.get(id);
    const invented = waiting.get(id);
    if (held !== undefined || invented === undefined) return held;
    const product = invented.make();
    waiting.delete(id);
    seen.set(id, product);
    return product;
  }

  function* all(): Iterable<SellerProduct> {
    for (const id of order) {
      const product = get(id);
      if (product !== undefined) yield product;
    }
  }

  return {
    get,
    put(product) {
      const { sellerProductId } = product;
      if (!seen.has(sellerProductId) && !waiting.has(sellerProductId)) order.push(sellerProductId);
      waiting.delete(sellerProductId);
      seen.set(sellerProductId, product);
    },
    all,
    ids: () => order,
    ofSku(sku) {
      const unlooked = [...waiting.values()].filter(({ skus }) => skus.includes(sku));
      for (const { sellerProductId } of unlooked) get(sellerProductId);
      return [...seen.values()].filter(({ items }) =>
        items.some(({ document }) => textOf(document, 'externalVendorSku') === sku),
      );
    },
  };
}
