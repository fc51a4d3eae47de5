import type { Command } from 'commander';
import { z } from 'zod';
import {
  commandOn,
  type Desk,
  numbersOf,
  type PageOptions,
  pagedCommandOn,
  pageOf,
  read,
  type Shown,
  type ShowOptions,
  wholeNumber,
} from './desk.ts';
import { type HubApi, WAIT_SECONDS } from './hub-api.ts';
import { shownRuns } from './listings.ts';
import { type STOCK, STOCKS, skuCoded } from './sku-coded.ts';

const MOVED = z.object({
  results: z.array(
    z.object({ accepted: z.boolean(), balance: z.number().nullable(), detail: z.string().nullable() }),
  ),
});
const DRIFT = z.object({
  drift: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      native_item_id: z.string(),
      listing: z.string(),
      told: z.number(),
      shown: z.number(),
    }),
  ),
  next_cursor: z.string().nullable(),
});
const SYNCED = z.object({ skus: z.number() });

/** `moa stock …`: the one ledger, and how shops keep to it. */
export function addStockCommands(program: Command, desk: Desk): void {
  const stock = program.command('stock').description('the stock ledger of a running hub');
  pagedCommandOn(stock, 'list', 'SKU, product, on hand, reserved, available and how it stands')
    .option('--search <text>', 'a part of the name, or the beginning of a code')
    .option('--low', 'only what is running low or has run out')
    .action((options: PageOptions & { search?: string; low?: boolean }) =>
      desk.show(options, async (api) => {
        const { limit, cursor, search, low } = options;
        const query = { limit, cursor, q: search, low: low === true ? 'true' : undefined };
        const whole = await api.ask('GET /inventory', { query });
        const page = read(STOCKS, whole);
        return pageOf(whole, page, page.inventory, cellsOf);
      }),
    );
  commandOn(stock, 'count <sku> <quantity>', 'what was counted; shops are told at once').action(
    (sku: string, quantity: string, options: ShowOptions) =>
      desk.show(options, (api) => move(api, 'count', sku, quantity)),
  );
  commandOn(stock, 'receive <sku> <quantity>', 'what came in').action(
    (sku: string, quantity: string, options: ShowOptions) =>
      desk.show(options, (api) => move(api, 'receipt', sku, quantity)),
  );
  pagedCommandOn(stock, 'drift', 'what shops show otherwise than they were told').action(
    (options: PageOptions) =>
      desk.show(options, async (api) => {
        const { limit, cursor } = options;
        const whole = await api.ask('GET /inventory/drift', { query: { limit, cursor } });
        const page = read(DRIFT, whole);
        return pageOf(whole, page, page.drift, (row) => [
          row.account_id,
          row.platform,
          row.native_item_id,
          row.listing,
          `told ${row.told}`,
          `shows ${row.shown}`,
        ]);
      }),
  );
  commandOn(stock, 'sync', 'compares the stock of every shop with the ledger again')
    .option('--product <id...>', 'only of these, and shops are not read back')
    .action((options: ShowOptions & { product?: string[] }) =>
      desk.show(options, async (api) => {
        const body = { product_ids: numbersOf(options.product) };
        const whole = await api.ask('POST /sync/inventory', { query: { wait: WAIT_SECONDS }, body });
        return { whole, rows: [[`${read(SYNCED, whole).skus} SKUs`], ...shownRuns(whole).rows] };
      }),
    );
}

function cellsOf(stock: z.infer<typeof STOCK>): Shown['rows'][number] {
  const { sku_code, product_name, option_values, on_hand, reserved, available, stock_status } = stock;
  const name = [product_name, ...option_values].join(' / ');
  return [sku_code, name, on_hand, reserved, available, stock_status];
}

async function move(api: HubApi, type: 'count' | 'receipt', code: string, text: string): Promise<Shown> {
  const quantity = wholeNumber(text, 'a quantity');
  const { sku_id } = await skuCoded(api, code);
  const whole = await api.ask('POST /inventory/movements', {
    body: { movements: [{ type, sku_id, quantity }] },
  });
  const [result] = read(MOVED, whole).results;
  if (result?.accepted !== true) throw new Error(result?.detail ?? 'the movement was not made');
  return { whole, rows: [[code, result.balance]] };
}
