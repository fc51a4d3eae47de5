import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import {
  commandOn,
  type Desk,
  jsonIn,
  type PageOptions,
  pagedCommandOn,
  pageOf,
  productNumber,
  read,
  type Shown,
  type ShowOptions,
} from './desk.ts';
import { type HubApi, WAIT_SECONDS } from './hub-api.ts';
import { addPublishingCommands } from './publishing.ts';

const PRODUCT = z.object({
  id: z.number(),
  seller_code: z.string(),
  name: z.string(),
  price: z.number(),
  currency: z.string(),
  available_quantity: z.number().nullable(),
});
const PRODUCTS = z.object({ products: z.array(PRODUCT), next_cursor: z.string().nullable() });
const IMPORT = z.object({
  id: z.number(),
  state: z.string(),
  state_text: z.string(),
  version: z.number(),
  refusal: z.object({ detail: z.string() }).nullable(),
  rows: z
    .object({
      total: z.number(),
      new: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      bad: z.number(),
    })
    .nullable(),
});
const BAD_ROWS = z.object({
  rows: z.array(
    z.object({ row: z.number(), errors: z.array(z.object({ column: z.string(), message: z.string() })) }),
  ),
});

/** `moa products …`: the catalogue and its files. */
export function addProductCommands(program: Command, desk: Desk): void {
  const products = program.command('products').description('the catalogue of a running hub');
  addPublishingCommands(products, desk);
  pagedCommandOn(products, 'list', 'id, code, name, price and what may be sold, newest first')
    .option('--search <text>', 'a part of the name, or a code')
    .action((options: PageOptions & { search?: string }) =>
      desk.show(options, async (api) => {
        const { limit, cursor, search } = options;
        const whole = await api.ask('GET /products', { query: { limit, cursor, q: search } });
        const page = read(PRODUCTS, whole);
        return pageOf(whole, page, page.products, cellsOf);
      }),
    );
  commandOn(products, 'show <id>', 'a product as the API tells it').action(
    (id: string, options: ShowOptions) =>
      desk.show({ ...options, json: true }, async (api) =>
        shownProduct(await api.ask(`GET /products/${productNumber(id)}`)),
      ),
  );
  commandOn(products, 'add <file>', 'a new product from a JSON file, in the fields of the API').action(
    (file: string, options: ShowOptions) =>
      desk.show(options, async (api) =>
        shownProduct(await api.ask('POST /products', { body: jsonIn(file) })),
      ),
  );
  commandOn(products, 'change <id> <file>', 'changes what the JSON file names').action(
    (id: string, file: string, options: ShowOptions) =>
      desk.show(options, async (api) =>
        shownProduct(await api.ask(`PUT /products/${productNumber(id)}`, { body: jsonIn(file) })),
      ),
  );
  commandOn(products, 'export <file>', 'all products as a sheet; .xlsx or .csv').action(
    (file: string, options: ShowOptions) =>
      desk.show(options, async (api) => {
        const format = file.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
        const sheet = await api.download('/products/export', { format });
        writeFileSync(file, sheet);
        return { whole: { file, bytes: sheet.length }, rows: [[file, `${sheet.length} bytes`]] };
      }),
  );
  commandOn(products, 'import <file>', 'shows what a sheet of products would do; nothing is written yet')
    .option('--confirm', 'writes it')
    .option('--skip-bad', 'with --confirm: leaves out products with a row that needs correction')
    .action((file: string, options: ShowOptions & { confirm?: boolean; skipBad?: boolean }) =>
      desk.show(options, (api) => importFile(api, file, options)),
    );
}

function cellsOf(product: z.infer<typeof PRODUCT>): Shown['rows'][number] {
  const { id, seller_code, name, price, currency, available_quantity } = product;
  return [id, seller_code, name, `${price} ${currency}`, available_quantity];
}

function shownProduct(whole: unknown): Shown {
  return { whole, rows: [cellsOf(read(PRODUCT, whole))] };
}

/** Sends a sheet and shows what it would do, or with `confirm` has done. Throws when it was confirmed and not written. */
async function importFile(
  api: HubApi,
  file: string,
  { confirm = false, skipBad = false }: { readonly confirm?: boolean; readonly skipBad?: boolean },
): Promise<Shown> {
  const query = { wait: WAIT_SECONDS };
  const sent = await api.ask('POST /product-imports', { query, file: new Uint8Array(readFileSync(file)) });
  const { whole, shown } = await whenWorkedOn(api, sent);
  if (!confirm) return { whole, rows: await importRows(api, shown) };
  if (shown.state !== 'ready') throw new Error(shown.refusal?.detail ?? shown.state_text);
  const body = { skip_bad: skipBad, version: shown.version };
  const confirmed = await api.ask(`POST /product-imports/${shown.id}/confirm`, { query, body });
  const written = await whenWorkedOn(api, confirmed);
  if (written.shown.state !== 'imported')
    throw new Error(`Products have changed meanwhile, and nothing was written. ${written.shown.state_text}`);
  return { whole: written.whole, rows: await importRows(api, written.shown) };
}

const UNDER_WAY = ['reading', 'checking', 'confirmed'];

/** An import once the hub has done with it what was asked for; a big file takes longer than one answer. */
async function whenWorkedOn(
  api: HubApi,
  sent: unknown,
): Promise<{ readonly whole: unknown; readonly shown: z.infer<typeof IMPORT> }> {
  for (let whole = sent; ; ) {
    const shown = read(IMPORT, whole);
    if (!UNDER_WAY.includes(shown.state)) return { whole, shown };
    whole = await api.ask(`GET /product-imports/${shown.id}`, { query: { wait: WAIT_SECONDS } });
  }
}

async function importRows(api: HubApi, shown: z.infer<typeof IMPORT>): Promise<Shown['rows']> {
  const { id, state_text: text, rows, refusal } = shown;
  const summary = [[`import ${id}`, text], ...(refusal === null ? [] : [[refusal.detail]])];
  if (rows === null) return summary;
  const counts = [
    `${rows.total} rows`,
    `${rows.new} new`,
    `${rows.changed} changed`,
    `${rows.unchanged} unchanged`,
    `${rows.bad} to correct`,
  ];
  const bad =
    rows.bad === 0
      ? []
      : read(BAD_ROWS, await api.ask(`GET /product-imports/${id}/rows`, { query: { state: 'bad' } })).rows;
  return [
    ...summary,
    counts,
    ...bad.flatMap(({ row, errors }) => errors.map(({ column, message }) => [`row ${row}`, column, message])),
  ];
}
