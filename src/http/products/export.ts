import { z } from 'zod';
import { type ProductId, productId } from '../../domain/ids.ts';
import { shownIn } from '../../domain/product-sheet/choices.ts';
import { COLUMN_KEYS, isReadColumn } from '../../domain/product-sheet/columns.ts';
import { productTexts, skuTexts } from '../../domain/product-sheet/texts.ts';
import type { Hub } from '../../engine/hub.ts';
import { recordAudit } from '../../store/audit.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import { listProducts } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { type Availability, availableOf } from '../../store/stock/available.ts';
import { type Caller, callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import type { Cell } from '../exports/csv.ts';
import { sendSheet, sheetAnswer, sheetFormat } from '../exports/send-sheet.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { cellOf, sheetLanguageOf, titlesOf } from '../product-sheets/titles.ts';

/** Products read in one transaction. */
const PRODUCTS_AT_ONCE = 200;
const KEYS = COLUMN_KEYS.filter(isReadColumn);
/** What is long stands in the first row of a product only. */
const ONCE: readonly string[] = ['description', 'additional_images', 'notice', 'certifications'];

/** `GET /products/export`: all products as a sheet, newest first, which can be changed and imported again. */
export const exportProducts: Endpoint = (api, { hub, closing }) => {
  api.get('/products/export', {
    config: { role: 'staff' },
    schema: {
      operationId: 'exportProducts',
      summary: 'All products as an Excel or CSV file',
      description:
        'One row for each SKU, with titles in the language asked for. Imported again it changes what was changed in it ' +
        '(`POST /product-imports`).',
      tags: ['products'],
      querystring: z.strictObject({ format: sheetFormat }),
      response: { 200: sheetAnswer, ...problemAnswers(403, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const { owner, actor } = caller;
      const { format } = request.query;
      const language = languageOf(request);
      const target = { kind: 'product', id: null };
      await asOwner(hub.db, owner, (scope) =>
        recordAudit(scope, [{ actor, action: 'product.export', target, detail: { format } }]),
      );
      return sendSheet(reply, {
        name: 'products',
        format,
        now: hub.clock(),
        titles: titlesOf(KEYS, language),
        rows: rowsOf(hub, caller, language, closing),
      });
    },
  });
};

async function* rowsOf(
  hub: Hub,
  { owner }: Caller,
  language: Language,
  closing: AbortSignal,
): AsyncGenerator<readonly Cell[]> {
  for (let before: ProductId | null = null; ; ) {
    closing.throwIfAborted();
    const page = { text: null, categoryKey: null, limit: PRODUCTS_AT_ONCE, before };
    const { products, stock } = await asOwner(hub.db, owner, async (scope) => {
      const found: readonly StoredProduct[] = await listProducts(scope, page);
      const skus = found.flatMap((product) => product.skus.map(({ id }) => id));
      return { products: found, stock: await availableOf(scope, skus) };
    });
    for (const product of products) yield* rowsOfProduct(product, stock, language);
    const last = products.at(-1);
    if (last === undefined || products.length < PRODUCTS_AT_ONCE) return;
    before = productId(last.id);
  }
}

function rowsOfProduct(
  product: StoredProduct,
  stock: ReadonlyMap<number, Availability>,
  language: Language,
): readonly (readonly Cell[])[] {
  const whole = productTexts(product);
  return product.skus.map((sku, nth) => {
    const level = stock.get(sku.id);
    const counted = level === undefined || level.trackedSince === null ? null : level.onHand;
    const texts = { ...whole, ...skuTexts(product, sku, counted) };
    return KEYS.map((key) => {
      if (nth > 0 && ONCE.includes(key)) return null;
      return cellOf(key, shownIn(sheetLanguageOf(language), key, texts[key]));
    });
  });
}
