import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fault, Frame, Marketplace, WireRequest } from './marketplace.ts';

/** Something that changed a marketplace's state, in enough words to let it happen again. */
type Entry = { readonly at: number; readonly market: string } & (
  | { readonly what: 'open'; readonly body: unknown }
  | { readonly what: 'buy'; readonly shop: string; readonly count: number }
  | { readonly what: 'act'; readonly shop: string; readonly act: string; readonly body: unknown }
  | { readonly what: 'tick' }
  | {
      readonly what: 'call';
      readonly request: Omit<WireRequest, 'body'> & { readonly body: string };
      /** What the faults did to it, in the order in which the marketplace asked. */
      readonly strikes: readonly (Fault | null)[];
    }
);

type Opened = ReturnType<Marketplace['openShop']>;

/** Ticks closer together than this are not worth a line of their own. */
const TICK_APART_MS = 10_000;

/**
 * Lets a marketplace keep a diary, and live it again when it starts. The stand-ins are deterministic in their seed,
 * their clock and what is done to them, so the same entries at the same moments lead to the same shops, with the
 * same order numbers; a demo that starts again finds its marketplaces as it left them. A shop that is asked for once more in
 * the same words is the one that is there.
 */
export function withDiary(marketplace: Marketplace, file: string): Marketplace {
  mkdirSync(dirname(file), { recursive: true });
  const opened = new Map<string, Opened>();
  if (existsSync(file)) relive(marketplace, readFileSync(file, 'utf8'), opened);
  const write = (entry: Entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);
  // What happens has one moment, the one written down: a claim of ESM is known by when it was asked for.
  const begin = (frame: Frame) => {
    const at = frame.now();
    return { heading: { at, market: marketplace.id }, still: { ...frame, now: () => at } };
  };
  let tickedAt = 0;
  return {
    ...marketplace,
    openShop(body, frame) {
      const { heading, still } = begin(frame);
      // Two openings without a seed of their own must not depend on what the sandbox was started with.
      const seeded = typeof body === 'object' && body !== null ? { seed: frame.seed, ...body } : body;
      const before = opened.get(wordsOf(seeded));
      if (before !== undefined) return before;
      const shop = marketplace.openShop(seeded, still);
      write({ ...heading, what: 'open', body: seeded });
      opened.set(wordsOf(seeded), shop);
      return shop;
    },
    buy(shop, count, frame) {
      const { heading, still } = begin(frame);
      const bought = marketplace.buy(shop, count, still);
      write({ ...heading, what: 'buy', shop, count });
      return bought;
    },
    acts: Object.fromEntries(
      Object.entries(marketplace.acts).map(([act, perform]) => [
        act,
        (shop: string, body: unknown, frame: Frame) => {
          const { heading, still } = begin(frame);
          const done = perform(shop, body, still);
          write({ ...heading, what: 'act', shop, act, body });
          return done;
        },
      ]),
    ),
    tick(frame) {
      const { heading, still } = begin(frame);
      if (heading.at - tickedAt < TICK_APART_MS) return;
      tickedAt = heading.at;
      marketplace.tick(still);
      write({ ...heading, what: 'tick' });
    },
    answer(request, frame) {
      const { heading, still } = begin(frame);
      const strikes: (Fault | null)[] = [];
      const call = marketplace.answer(request, {
        ...still,
        strike(operation, ...kinds) {
          const fault = frame.strike(operation, ...kinds);
          strikes.push(fault ?? null);
          return fault;
        },
      });
      const wasStruck = strikes.some((strike) => strike !== null);
      if (wasStruck || marketplace.changesState(call.operation)) {
        const body = request.body.toString('base64');
        write({ ...heading, what: 'call', request: { ...request, body }, strikes });
      }
      return call;
    },
  };
}

/** What tells that a shop is asked for which is there already: all that was said but for the seed, which may be our own. */
function wordsOf(body: unknown): string {
  return JSON.stringify(body, (name, value) => (name === 'seed' ? undefined : value));
}

function relive(marketplace: Marketplace, diary: string, opened: Map<string, Opened>): void {
  for (const line of diary.split('\n')) {
    if (line === '') continue;
    const entry: Entry = JSON.parse(line);
    if (entry.market === marketplace.id) again(marketplace, entry, opened);
  }
}

function again(marketplace: Marketplace, entry: Entry, opened: Map<string, Opened>): void {
  const strikes = entry.what === 'call' ? [...entry.strikes] : [];
  const frame: Frame = {
    now: () => entry.at,
    // Before every moment of this process's own monotonic clock, so that limits do not count the past as now.
    monotonicMs: () => Math.min(0, entry.at - Date.now()),
    seed: 0,
    strike: () => strikes.shift() ?? undefined,
  };
  switch (entry.what) {
    case 'open':
      opened.set(wordsOf(entry.body), marketplace.openShop(entry.body, frame));
      return;
    case 'buy':
      marketplace.buy(entry.shop, entry.count, frame);
      return;
    case 'act':
      marketplace.acts[entry.act]?.(entry.shop, entry.body, frame);
      return;
    case 'tick':
      marketplace.tick(frame);
      return;
    case 'call':
      marketplace.answer({ ...entry.request, body: Buffer.from(entry.request.body, 'base64') }, frame);
  }
}
