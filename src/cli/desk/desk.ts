import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { z } from 'zod';
import type { HubApi } from './hub-api.ts';

/** What an answer looks like on the screen: its rows, cell by cell. */
export interface Shown {
  readonly whole: unknown;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

export interface ShowOptions {
  readonly json?: boolean;
}

/** Where commands that work on a running hub ask and print. */
export interface Desk {
  /** Does the work and prints what comes of it: tab-separated, or with `--json` the hub's whole answer. */
  show(options: ShowOptions, work: (api: HubApi) => Promise<Shown>): Promise<void>;
}

/** A desk that looks for the hub when the first command needs it. */
export function openDesk(open: () => HubApi, print: (line: string) => void): Desk {
  return {
    async show({ json }, work) {
      const { whole, rows } = await work(open());
      if (json === true) print(JSON.stringify(whole, null, 2));
      else for (const row of rows) print(row.map((cell) => String(cell ?? '-')).join('\t'));
    },
  };
}

/** A command below another one that can also answer in JSON. */
export function commandOn(parent: Command, usage: string, description: string): Command {
  const command = new Command(usage.split(' ', 1)[0])
    .description(description)
    .option('--json', 'the whole answer');
  const names = usage.split(' ').slice(1).join(' ');
  if (names !== '') command.arguments(names);
  parent.addCommand(command);
  return command;
}

export interface PageOptions extends ShowOptions {
  readonly limit?: string;
  readonly cursor?: string;
}

/** Adds the options of a list that comes in pages. */
export function pagedCommandOn(parent: Command, name: string, description: string): Command {
  return commandOn(parent, name, description)
    .option('--limit <count>', 'rows of a page')
    .option('--cursor <text>', 'the page behind this one, as the last page named it');
}

/** Shows a page of a list, and where the next one begins. */
export function pageOf<Row>(
  whole: unknown,
  page: { readonly next_cursor: string | null },
  rows: readonly Row[],
  cells: (row: Row) => Shown['rows'][number],
): Shown {
  const more = page.next_cursor === null ? [] : [[`more: --cursor ${page.next_cursor}`]];
  return { whole, rows: [...rows.map(cells), ...more] };
}

/** Reads what of an answer is shown. */
export function read<Body>(shape: z.ZodType<Body>, whole: unknown): Body {
  return shape.parse(whole);
}

/** Numbers of products, shops and the like. Throws for anything else. */
export function numbersOf(texts: readonly string[] | undefined): readonly number[] | undefined {
  return texts?.map((text) => wholeNumber(text, 'a number'));
}

/** Throws with a sentence that names what was wanted. */
export function wholeNumber(text: string, what: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value)) throw new Error(`${what} is wanted, not "${text}"`);
  return value;
}

export function productNumber(text: string): number {
  return wholeNumber(text, 'the number of a product');
}

export function shopNumber(text: string): number {
  return wholeNumber(text, 'the number of a shop');
}

/** What a JSON file holds; `-` is what is piped in. Throws with a sentence when it is no JSON. */
export function jsonIn(file: string): unknown {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON`, { cause: error });
  }
}
