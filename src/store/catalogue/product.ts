import type { ProductId, SkuId } from '../../domain/ids.ts';
import type { Product, Sku } from '../../domain/product.ts';

/** A SKU as it is kept. */
export interface StoredSku extends Sku {
  readonly id: SkuId;
}

/** A product as it is kept. `version` grows with every change. */
export interface StoredProduct extends Omit<Product, 'skus'> {
  readonly id: ProductId;
  readonly skus: readonly StoredSku[];
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A code that another product or SKU of the owner already has. */
export class CodeTaken extends Error {
  override readonly name = 'CodeTaken';
  readonly kind: 'product' | 'sku';
  readonly codes: readonly string[];

  constructor(kind: 'product' | 'sku', codes: readonly string[]) {
    super(`${kind} codes are taken: ${codes.join(', ')}`);
    this.kind = kind;
    this.codes = codes;
  }
}
