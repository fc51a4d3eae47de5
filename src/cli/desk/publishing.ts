import type { Command } from 'commander';
import { z } from 'zod';
import {
  commandOn,
  type Desk,
  jsonIn,
  numbersOf,
  productNumber,
  read,
  type Shown,
  type ShowOptions,
  shopNumber,
} from './desk.ts';
import { type HubApi, WAIT_SECONDS } from './hub-api.ts';

const SENTENCE = z.object({ field: z.string(), message: z.string() });
const TROUBLE = z.object({ detail: z.string() }).nullable();
const PUBLISHED = z.object({
  results: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      state: z.string(),
      faults: z.array(SENTENCE),
      warnings: z.array(SENTENCE),
      trouble: TROUBLE,
      command: z.object({ state: z.string(), state_text: z.string() }).nullish(),
      preview: z
        .object({
          calls: z.array(z.object({ method: z.string(), path: z.string() })),
          changes: z.array(
            z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        })
        .nullish(),
    }),
  ),
});
const CATEGORIES = z.object({
  categories: z.array(z.object({ id: z.string(), path: z.string(), leaf: z.boolean() })),
  trouble: TROUBLE,
});
const CHOSEN = z.object({
  account_id: z.number(),
  category_id: z.string().nullable(),
});

/** `moa products publish` and what has to be chosen before it. */
export function addPublishingCommands(products: Command, desk: Desk): void {
  commandOn(products, 'publish <id>', 'puts it on sale, or brings its listings to what it says now')
    .option('--shop <id...>', 'only there; else in every shop that has a catalogue')
    .option('--dry-run', 'shows what is lacking or would be sent (bodies with --json), and sends nothing')
    .action((id: string, options: ShowOptions & { shop?: string[]; dryRun?: boolean }) =>
      desk.show(options, (api) => publish(api, id, options)),
    );
  commandOn(
    products,
    'categories <shop> <words...>',
    "the marketplace's categories by words of their names",
  ).action((shop: string, words: readonly string[], options: ShowOptions) =>
    desk.show(options, async (api) => {
      const path = `/platform-accounts/${shopNumber(shop)}/categories` as const;
      const whole = await api.ask(`GET ${path}`, { query: { q: words.join(' ') } });
      const { categories, trouble } = read(CATEGORIES, whole);
      if (trouble !== null) throw new Error(trouble.detail);
      return { whole, rows: categories.filter(({ leaf }) => leaf).map((one) => [one.id, one.path]) };
    }),
  );
  commandOn(products, 'choose <id> <shop> [file]', 'what a product is said to be in one shop')
    .option('--category <id>', "the marketplace's category; what else can be chosen comes from a JSON file")
    .action(
      (id: string, shop: string, file: string | undefined, options: ShowOptions & { category?: string }) =>
        desk.show(options, (api) => choose(api, { id, shop, file, category: options.category })),
    );
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
  const rows = read(PUBLISHED, whole).results.flatMap(
    ({ account_id, platform, state, command, preview, ...told }) => [
      [account_id, platform, command?.state ?? state, command?.state_text ?? ''],
      ...(told.trouble === null ? [] : [['', '', told.trouble.detail]]),
      ...[...told.faults, ...told.warnings].map(({ field, message }) => ['', '', field, message]),
      ...(preview?.calls ?? []).map(({ method, path }) => ['', '', method, path]),
      ...(preview?.changes ?? []).map(({ field, before, after }) => [
        '',
        '',
        field,
        `${before ?? '-'} -> ${after ?? '-'}`,
      ]),
    ],
  );
  return { whole, rows };
}

const CHOICES = z.record(z.string(), z.unknown());

async function choose(
  api: HubApi,
  chosen: {
    readonly id: string;
    readonly shop: string;
    readonly file: string | undefined;
    readonly category: string | undefined;
  },
): Promise<Shown> {
  const { file, category } = chosen;
  const body = {
    ...(file === undefined ? {} : CHOICES.parse(jsonIn(file))),
    ...(category === undefined ? {} : { category_id: category }),
  };
  const path = `/products/${productNumber(chosen.id)}/listings/${shopNumber(chosen.shop)}` as const;
  const whole = await api.ask(`PUT ${path}`, { body });
  const { account_id, category_id } = read(CHOSEN, whole);
  return { whole, rows: [[account_id, 'category', category_id]] };
}
