import { type JudgedProduct, judgeProduct } from '../../domain/product-sheet/judge.ts';
import type { ReadRow } from '../../domain/product-sheet/rows.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import { findProductsByCode, productCodesOfSkus } from '../../store/catalogue/read.ts';
import type { RowOfProduct } from '../../store/imports/rows.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { stockInPlaces } from '../../store/stock/in-places.ts';

/** A product of a file, with what is there under its code. */
export interface ProductOfFile<Row extends RowOfProduct> {
  readonly code: string;
  readonly current: StoredProduct | undefined;
  readonly rows: readonly Row[];
  readonly judged: JudgedProduct;
}

const NO_STOCK = { total: null, elsewhere: 0 };

/** Judges rows, which are those of whole products, by what is there now: three statements for all of them. */
export async function judgeProducts<Row extends RowOfProduct>(
  scope: OwnerScope,
  rows: readonly Row[],
): Promise<readonly ProductOfFile<Row>[]> {
  const groups = Map.groupBy(rows, (row) => row.product_code);
  const stored = await findProductsByCode(scope, [...groups.keys()]);
  const byCode = new Map(stored.map((product) => [product.sellerCode, product]));
  const skus = new Set([
    ...groups.keys(),
    ...rows.flatMap(({ cells }) => cells.sku ?? []),
    ...stored.flatMap((product) => product.skus.map(({ code }) => code)),
  ]);
  const owners = await productCodesOfSkus(scope, [...skus]);
  const stock = await stockInPlaces(scope, [...skus]);
  return [...groups].map(([code, group]) => {
    const ordered = group.toSorted((one, other) => one.nth - other.nth);
    const current = byCode.get(code);
    const judged = judgeProduct(ordered.map(readRowOf), {
      sellerCode: code,
      current,
      stockOf: (sku) => stock.get(sku) ?? NO_STOCK,
      otherOwnerOf: (sku) => {
        const owner = owners.get(sku);
        return owner === code ? undefined : owner;
      },
    });
    return { code, current, rows: ordered, judged };
  });
}

function readRowOf({ nth, cells, faults }: RowOfProduct): ReadRow {
  return { nth, cells, faults };
}
