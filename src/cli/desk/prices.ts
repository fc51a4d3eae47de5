import type { Command } from 'commander';
import { z } from 'zod';
import { commandOn, type Desk, numbersOf, read, type Shown, type ShowOptions } from './desk.ts';
import { WAIT_SECONDS } from './hub-api.ts';

const MARGIN = z.object({ margin_percent: z.number() }).nullable();
const QUOTES = z.object({
  quotes: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      native_item_id: z.string(),
      listing: z.string(),
      price_now: z.number().nullable(),
      price: z.number().nullable(),
      margin_now: MARGIN,
      margin: MARGIN,
      says: z.string().nullable(),
    }),
  ),
});
const APPLIED = z.object({ plan: z.object({ id: z.number(), state: z.string() }).nullable() });

interface PriceOptions extends ShowOptions {
  readonly product?: string[];
  readonly shop?: string[];
}

/** `moa prices …`: what the price rules make of prices. */
export function addPriceCommands(program: Command, desk: Desk): void {
  const prices = program.command('prices').description('the price rules of a running hub');
  pricedCommand(prices, 'quote', 'prices and margins now and by the rules; nothing is changed').action(
    (options: PriceOptions) =>
      desk.show(options, async (api) =>
        shownQuotes(await api.ask('POST /prices/quote', { body: meant(options) })),
      ),
  );
  pricedCommand(prices, 'apply', 'a plan of every price that the rules would change')
    .option('--confirm', 'carries it out')
    .action((options: PriceOptions & { confirm?: boolean }) =>
      desk.show(options, async (api) => {
        const body = { ...meant(options), confirm: options.confirm === true };
        const whole = await api.ask('POST /prices/apply', { query: { wait: WAIT_SECONDS }, body });
        const { plan } = read(APPLIED, whole);
        const made = plan === null ? ['no price differs'] : [`plan ${plan.id}`, plan.state];
        return { whole, rows: [...shownQuotes(whole).rows, made] };
      }),
    );
}

function pricedCommand(parent: Command, name: string, description: string): Command {
  return commandOn(parent, name, description)
    .option('--product <id...>', 'only of these')
    .option('--shop <id...>', 'only there');
}

function meant({ product, shop }: PriceOptions) {
  return { product_ids: numbersOf(product), account_ids: numbersOf(shop) };
}

function shownQuotes(whole: unknown): Shown {
  return {
    whole,
    rows: read(QUOTES, whole).quotes.map((quote) => [
      quote.account_id,
      quote.platform,
      quote.native_item_id,
      quote.listing,
      `${quote.price_now ?? '-'} -> ${quote.price ?? '-'}`,
      `${percent(quote.margin_now)} -> ${percent(quote.margin)}`,
      quote.says ?? '',
    ]),
  };
}

function percent(margin: z.infer<typeof MARGIN>): string {
  return margin === null ? '-' : `${margin.margin_percent} %`;
}
