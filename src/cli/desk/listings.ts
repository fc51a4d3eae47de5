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
import { skuCoded } from './sku-coded.ts';

const LISTING = z.object({
  id: z.number(),
  account_id: z.number(),
  platform: z.string(),
  native_listing_id: z.string().nullable(),
  name: z.string(),
  state: z.string().nullable(),
  native_status: z.string(),
  link_state: z.string(),
});
const LISTINGS = z.object({ listings: z.array(LISTING), next_cursor: z.string().nullable() });
const ITEM = z.object({
  id: z.number(),
  native_item_id: z.string().nullable(),
  option_values: z.array(z.string()),
  price: z.number().nullable(),
  quantity: z.number().nullable(),
  links: z.array(z.object({ sku_code: z.string(), quantity: z.number() })),
});
const WHOLE = LISTING.extend({ items: z.array(ITEM) });
const RUNS = z.object({
  runs: z.array(
    z.object({
      id: z.number(),
      account_id: z.number(),
      platform: z.string(),
      status: z.string(),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
    }),
  ),
});
const COMMANDED = z.object({
  listing_id: z.number(),
  command: z.object({ state: z.string(), state_text: z.string() }),
});
const LINKED = z.object({ item: ITEM });

/** `moa listings …`: what the shops have on sale. */
export function addListingCommands(program: Command, desk: Desk): void {
  const listings = program.command('listings').description('what the shops of a running hub have on sale');
  pagedCommandOn(listings, 'list', 'id, shop, number there, name, state and how far it is linked')
    .option('--shop <id>')
    .option('--link <state...>', 'unlinked, partly, linked')
    .option('--search <text>', 'a number, a code, or a part of the name')
    .action((options: PageOptions & { shop?: string; link?: string[]; search?: string }) =>
      desk.show(options, async (api) => {
        const { limit, cursor, shop, link, search } = options;
        const query = { limit, cursor, account_id: shop, link: link?.join(','), q: search };
        const whole = await api.ask('GET /listings', { query });
        const page = read(LISTINGS, whole);
        return pageOf(whole, page, page.listings, cellsOf);
      }),
    );
  commandOn(listings, 'show <id>', 'a listing with what can be bought of it').action(
    (id: string, options: ShowOptions) =>
      desk.show(options, async (api) => {
        const whole = await api.ask(`GET /listings/${listingNumber(id)}`);
        const listing = read(WHOLE, whole);
        return { whole, rows: [cellsOf(listing), ...listing.items.map(itemCells)] };
      }),
  );
  commandOn(listings, 'import', 'reads what shops have on sale')
    .requiredOption('--shop <id...>')
    .action((options: ShowOptions & { shop: string[] }) =>
      desk.show(options, async (api) => {
        const body = { platform_account_ids: numbersOf(options.shop) };
        return shownRuns(await api.ask('POST /sync/products', { query: { wait: WAIT_SECONDS }, body }));
      }),
    );
  commandOn(
    listings,
    'link <item> [skus...]',
    'what an item is made of: CODE, or CODE=2 for two; none unlinks',
  ).action((item: string, skus: readonly string[], options: ShowOptions) =>
    desk.show(options, async (api) => {
      const parts = [];
      for (const sku of skus) parts.push(await partOf(api, sku));
      const whole = await api.ask(`PUT /listing-items/${wholeNumber(item, 'the number of an item')}/link`, {
        body: { parts },
      });
      return { whole, rows: [itemCells(read(LINKED, whole).item)] };
    }),
  );
  for (const act of ['pause', 'resume'] as const)
    commandOn(listings, `${act} <id>`, act === 'pause' ? 'takes it off sale' : 'puts it back on sale').action(
      (id: string, options: ShowOptions) =>
        desk.show(options, async (api) => {
          const whole = await api.ask(`POST /listings/${listingNumber(id)}/${act}`, {
            query: { wait: WAIT_SECONDS },
          });
          const { listing_id: listing, command } = read(COMMANDED, whole);
          return { whole, rows: [[listing, command.state, command.state_text]] };
        }),
    );
}

function listingNumber(text: string): number {
  return wholeNumber(text, 'the number of a listing');
}

/** Readings that were asked for, with what they have found so far. */
export function shownRuns(whole: unknown): Shown {
  return {
    whole,
    rows: read(RUNS, whole).runs.map((run) => [
      `run ${run.id}`,
      run.account_id,
      run.platform,
      run.status,
      `${run.created} new`,
      `${run.updated} changed`,
      `${run.unchanged} unchanged`,
    ]),
  };
}

function cellsOf(listing: z.infer<typeof LISTING>): Shown['rows'][number] {
  const { id, account_id, platform, native_listing_id, name, state, native_status, link_state } = listing;
  return [id, account_id, platform, native_listing_id, name, state ?? native_status, link_state];
}

function itemCells({ id, native_item_id, option_values, price, quantity, links }: z.infer<typeof ITEM>) {
  const made = links.map((link) => `${link.sku_code}=${link.quantity}`).join(' ');
  return [`item ${id}`, native_item_id, option_values.join(' / '), price, quantity, made];
}

const WITH_QUANTITY = /^(.+)=(\d+)$/;

async function partOf(api: HubApi, text: string) {
  const [, code = text, quantity = '1'] = WITH_QUANTITY.exec(text) ?? [];
  const { sku_id } = await skuCoded(api, code);
  return { sku_id, quantity: wholeNumber(quantity, 'a quantity') };
}
