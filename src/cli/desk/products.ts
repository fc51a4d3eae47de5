import { readFileSync, writeFileSync } from 'node:fs';
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

const PRODUCT = z.object({
  id: z.number(),
  seller_code: z.string(),
  name: z.string(),
  price: z.number(),
  currency: z.string(),
  available_quantity: z.number().nullable(),
});
const PRODUCTS = z.object({ products: z.array(PRODUCT), next_cursor: z.string().nullable() });
const SENTENCE = z.object({ field: z.string(), message: z.string() });
const PUBLISHED = z.object({
  results: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      state: z.string(),
      faults: z.array(SENTENCE),
      warnings: z.array(SENTENCE),
      command: z.object({ state: z.string(), state_text: z.string() }).nullish(),
    }),
  ),
});
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

/** `moa products …`: the catalogue, its files, and putting it on sale. */
export function addProductCommands(program: Command, desk: Desk): void {
  const products = program.command('products').description('the catalogue of a running hub');
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
  commandOn(products, 'publish <id>', 'puts it on sale, or brings its listings to what it says now')
    .option('--shop <id...>', 'only there; else in every shop that has a catalogue')
    .option('--dry-run', 'shows what would be sent, and sends nothing')
    .action((id: string, options: ShowOptions & { shop?: string[]; dryRun?: boolean }) =>
      desk.show(options, (api) => publish(api, id, options)),
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

function productNumber(text: string): number {
  return wholeNumber(text, 'the number of a product');
}

function jsonIn(file: string): unknown {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON`, { cause: error });
  }
}

async function publish(
  api: HubApi,
  id: string,
  { shop, dryRun = false }: { readonly shop?: readonly string[]; readonly dryRun?: boolean },
): Promise<Shown> {
  const whole = await api.ask(`POST /products/${productNumber(id)}/publish`, {
    query: { wait: WAIT_SECONDS },
    body: { account_ids: numbersOf(shop), dry_run: dryRun },
  });
  const rows = read(PUBLISHED, whole).results.flatMap(({ account_id, platform, state, command, ...told }) => [
    [account_id, platform, command?.state ?? state, command?.state_text ?? ''],
    ...[...told.faults, ...told.warnings].map(({ field, message }) => ['', '', field, message]),
  ]);
  return { whole, rows };
}

async function importFile(
  api: HubApi,
  file: string,
  { confirm = false, skipBad = false }: { readonly confirm?: boolean; readonly skipBad?: boolean },
): Promise<Shown> {
  const query = { wait: WAIT_SECONDS };
  const sent = await api.ask('POST /product-imports', { query, file: new Uint8Array(readFileSync(file)) });
  const shown = read(IMPORT, sent);
  if (!confirm || shown.state !== 'ready') return { whole: sent, rows: await importRows(api, shown) };
  const written = await api.ask(`POST /product-imports/${shown.id}/confirm`, {
    query,
    body: { skip_bad: skipBad, version: shown.version },
  });
  return { whole: written, rows: await importRows(api, read(IMPORT, written)) };
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
