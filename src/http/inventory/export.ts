import { z } from 'zod';
import type { SkuId } from '../../domain/ids.ts';
import type { ColumnKey } from '../../domain/product-sheet/columns.ts';
import type { Hub } from '../../engine/hub.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { listStock, type StockedSku } from '../../store/stock/list.ts';
import { type Caller, callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import type { Cell } from '../exports/csv.ts';
import { sendSheet, sheetAnswer, sheetFormat } from '../exports/send-sheet.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { titlesOf } from '../product-sheets/titles.ts';
import { STATUS_OF, type STOCK_STATUSES } from './stock-view.ts';

/** SKUs read in one transaction. */
const SKUS_AT_ONCE = 1_000;

const STATUS_NAMES: Readonly<Record<(typeof STOCK_STATUSES)[number], string>> = {
  in_stock: '충분',
  low_stock: '부족',
  out_of_stock: '품절',
  oversold: '초과판매',
  untracked: '미확인',
};

const COLUMNS: readonly (readonly [ColumnKey, (sku: StockedSku, language: Language) => Cell])[] = [
  ['sku', (sku) => sku.code],
  ['name', (sku) => sku.product.name],
  ['option_value_1', (sku) => sku.optionValues[0] ?? null],
  ['option_value_2', (sku) => sku.optionValues[1] ?? null],
  ['option_value_3', (sku) => sku.optionValues[2] ?? null],
  ['barcode', (sku) => sku.barcode],
  ['stock', onHand],
  ['stock_when_exported', onHand],
  ['reserved', (sku) => sku.reserved],
  ['available', (sku) => (sku.standing === 'untracked' ? null : sku.onHand - sku.reserved)],
  ['safety_stock', (sku) => sku.safetyStock],
  ['stock_status', statusOf],
  ['counted_at', (sku) => sku.countedAt?.toISOString() ?? null],
];

/** `GET /inventory/export`: what there is of every SKU as a sheet, which can be counted in and imported again. */
export const exportInventory: Endpoint = (api, { hub, closing }) => {
  api.get('/inventory/export', {
    config: { role: 'staff' },
    schema: {
      operationId: 'exportInventory',
      summary: 'The stock of every SKU as an Excel or CSV file',
      description:
        'Numbers are those of all places together. Imported again (`POST /product-imports`) it counts what was changed in it.',
      tags: ['inventory'],
      querystring: z.strictObject({ format: sheetFormat }),
      response: { 200: sheetAnswer, ...problemAnswers(403, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const { owner, actor } = caller;
      const { format } = request.query;
      const language = languageOf(request);
      const target = { kind: 'stock', id: null };
      await asOwner(hub.db, owner, (scope) =>
        recordAudit(scope, [{ actor, action: 'stock.export', target, detail: { format } }]),
      );
      return sendSheet(reply, {
        name: 'inventory',
        format,
        now: hub.clock(),
        titles: titlesOf(
          COLUMNS.map(([key]) => key),
          language,
        ),
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
  for (let before: SkuId | null = null; ; ) {
    closing.throwIfAborted();
    const filter = { text: null, standings: null, product: null, limit: SKUS_AT_ONCE, before };
    const page: readonly StockedSku[] = await asOwner(hub.db, owner, (scope) => listStock(scope, filter));
    for (const sku of page) yield COLUMNS.map(([, cell]) => cell(sku, language));
    const last = page.at(-1);
    if (last === undefined || page.length < SKUS_AT_ONCE) return;
    before = last.sku;
  }
}

function onHand(sku: StockedSku): Cell {
  return sku.standing === 'untracked' ? null : sku.onHand;
}

function statusOf(sku: StockedSku, language: Language): string {
  const status = STATUS_OF[sku.standing];
  return language === 'ko' ? STATUS_NAMES[status] : status;
}
