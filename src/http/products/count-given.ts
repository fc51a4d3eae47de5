import type { StoredProduct } from '../../store/catalogue/product.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { moveStock } from '../../store/stock/move.ts';
import { fieldProblem } from '../problems/problem.ts';
import type { GivenProduct } from './product-fields.ts';

/**
 * Counts the stock that a body tells of a product, or of its SKUs, at the default location. Throws a 422 for a product
 * with options whose stock is told as one number: nobody knows of which SKU it is.
 */
export async function countGiven(
  scope: OwnerScope,
  product: StoredProduct,
  given: GivenProduct,
  actor: string,
): Promise<void> {
  const counts = countsOf(product, given);
  await moveStock(
    scope,
    counts.map(({ sku, quantity }) => ({
      kind: 'count',
      sku,
      location: null,
      quantity,
      to: null,
      // A version is reached once: the same change told again counts nothing again.
      cause: { kind: 'product', ref: `${product.id}:${product.version}` },
      claim: null,
      actor,
      note: null,
    })),
  );
}

function countsOf(product: StoredProduct, given: GivenProduct) {
  const told = new Map((given.skus ?? []).map((sku) => [sku.code, sku.stock_quantity]));
  const counts = product.skus.flatMap(({ id, code }) => {
    const quantity = told.get(code);
    return quantity === undefined ? [] : [{ sku: id, quantity }];
  });
  const { stock_quantity: whole } = given;
  if (whole === undefined) return counts;
  const [only, ...others] = product.skus;
  if (only !== undefined && others.length === 0) return [{ sku: only.id, quantity: whole }];
  throw fieldProblem('stock_quantity', 'several_skus', {
    ko: '옵션이 있는 상품입니다. 재고는 skus의 stock_quantity로 SKU마다 넣으세요.',
    en: 'The product has options. Tell the stock of each SKU, as `stock_quantity` in `skus`.',
    ru: 'У товара есть варианты. Укажите остаток каждого SKU: `stock_quantity` в `skus`.',
    uz: 'Mahsulotning variantlari bor. Har bir SKU qoldig‘ini kiriting: `skus` ichida `stock_quantity`.',
  });
}
