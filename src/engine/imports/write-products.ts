import type { OwnerId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { CodeTaken } from '../../store/catalogue/product.ts';
import { addProducts, replaceProducts } from '../../store/catalogue/write.ts';
import { recordEvents } from '../../store/events.ts';
import { checkAnew } from '../../store/imports/decide.ts';
import { findImport, type ImportWritten, type ProductImport } from '../../store/imports/import.ts';
import { type RowToWrite, rowsToWrite } from '../../store/imports/rows.ts';
import type { ImportAtWork } from '../../store/imports/work.ts';
import { endImport, lockImported } from '../../store/imports/write.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { noteCatalogueGrowth, noteCatalogueSize } from '../../store/statistics.ts';
import { stockInPlaces } from '../../store/stock/in-places.ts';
import { moveStock, type StockMove } from '../../store/stock/move.ts';
import type { Hub } from '../hub.ts';
import { ImportLost, requireImport } from './import-lost.ts';
import { judgeProducts, type ProductOfFile } from './judge-products.ts';

/** Rows written by one round of statements, all rounds in one transaction. */
const ROWS_AT_ONCE = 500;

/** What would be written is not what was shown. */
class Outdated extends Error {
  override readonly name = 'Outdated';
}

/**
 * Writes a confirmed import in one transaction: all of it, or nothing. Where it would not be what was shown, because products
 * have changed since, nothing is written and the import is checked anew, to be confirmed again.
 */
export async function writeProducts(hub: Hub, owner: OwnerId, work: ImportAtWork): Promise<void> {
  try {
    await asOwner(hub.db, owner, (scope) => writeAll(scope, work));
    await noteCatalogueGrowth(hub.db);
  } catch (error) {
    if (!(error instanceof Outdated || error instanceof CodeTaken)) throw error;
    await asOwner(hub.db, owner, async (scope) => {
      await requireImport(scope, work);
      await checkAnew(scope, work.id);
    });
  }
}

async function writeAll(scope: OwnerScope, work: ImportAtWork): Promise<void> {
  await requireImport(scope, work);
  const shown = await findImport(scope, work.id);
  if (shown === undefined) throw new ImportLost();
  await lockImported(scope, work.id);
  const counts = new Map<string, number>();
  let added = 0;
  let changed = 0;
  let isSizeNoted = false;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await rowsToWrite(scope, work.id, { after, atLeast: ROWS_AT_ONCE });
    const products = await judgeProducts(scope, rows);
    added += await addNew(scope, products);
    changed += await replaceChanged(scope, products);
    for (const { judged } of products) for (const [sku, quantity] of judged.counts) counts.set(sku, quantity);
    after = rows.at(-1)?.product_code;
    if (!isSizeNoted && added > 0) await noteCatalogueSize(scope);
    isSizeNoted = added > 0;
  }
  const skusCounted = await countStock(scope, shown, counts);
  await finish(scope, shown, {
    products_added: added,
    products_changed: changed,
    skus_counted: skusCounted,
    rows_left_out: shown.counts?.rows.bad ?? 0,
  });
}

async function addNew(scope: OwnerScope, products: readonly ProductOfFile<RowToWrite>[]): Promise<number> {
  const fresh = products.flatMap((one) => (one.current === undefined ? [productOf(one)] : []));
  if (fresh.length > 0) await addProducts(scope, fresh);
  return fresh.length;
}

async function replaceChanged(
  scope: OwnerScope,
  products: readonly ProductOfFile<RowToWrite>[],
): Promise<number> {
  const changed = products.flatMap((one) => {
    const product = productOf(one);
    const { current } = one;
    return current === undefined || !one.judged.differs
      ? []
      : [{ id: current.id, version: current.version, product }];
  });
  if (changed.length === 0) return 0;
  const replaced = await replaceProducts(scope, changed);
  if (replaced.length < changed.length) throw new Outdated();
  return replaced.length;
}

/** The product as it is to be, which is as it was shown only if what it was compared with is still the same. */
function productOf({ current, rows, judged }: ProductOfFile<RowToWrite>) {
  const isAsShown = rows.every(
    ({ product_id, product_version }) =>
      product_id === (current?.id ?? null) && product_version === (current?.version ?? null),
  );
  if (!isAsShown || judged.product === null) throw new Outdated();
  return judged.product;
}

/** Counts what the file tells of stock. It tells of all places together; what differs lies in the default one. */
async function countStock(
  scope: OwnerScope,
  shown: ProductImport,
  counts: ReadonlyMap<string, number>,
): Promise<number> {
  const places = await stockInPlaces(scope, [...counts.keys()]);
  const moves = [...counts].flatMap(([code, quantity]): readonly StockMove[] => {
    const place = places.get(code);
    if (place === undefined || quantity < place.elsewhere) throw new Outdated();
    return [
      {
        kind: 'count',
        sku: place.id,
        location: null,
        quantity: quantity - place.elsewhere,
        to: null,
        // An import is written once, so its number is a cause that counts once.
        cause: { kind: 'import', ref: String(shown.id) },
        claim: null,
        actor: shown.confirmedBy ?? shown.actor,
        note: shown.fileName,
      },
    ];
  });
  const outcomes = await moveStock(scope, moves);
  if (outcomes.some(({ kind }) => kind === 'refused')) throw new Outdated();
  return outcomes.length;
}

async function finish(scope: OwnerScope, shown: ProductImport, written: ImportWritten): Promise<void> {
  await endImport(scope, shown.id, written);
  const target = { kind: 'product_import', id: shown.id };
  await recordAudit(scope, [
    {
      actor: shown.confirmedBy ?? shown.actor,
      action: 'product_import.write',
      target,
      detail: { ...written, skip_bad: shown.skipBad },
    },
  ]);
  const data = { import_id: shown.id, state: 'imported', written };
  await recordEvents(scope, [{ type: 'import.finished', account: null, data }]);
}
