import type { Random } from '../../../sandbox/frame/random.ts';

/** What may happen next in a storm. */
export type Gust =
  | { readonly kind: 'buy'; readonly shop: number; readonly count: number }
  | { readonly kind: 'ship'; readonly count: number }
  | { readonly kind: 'change_invoice'; readonly count: number }
  | {
      readonly kind: 'fault';
      readonly platform: number;
      readonly fault: string;
      readonly times: number;
      readonly probability: number;
      readonly delayMs: number;
    }
  | { readonly kind: 'kill'; readonly worker: number }
  | { readonly kind: 'cut_database' }
  | { readonly kind: 'silence_database'; readonly forMs: number }
  | { readonly kind: 'jump_clock'; readonly worker: number; readonly aheadMs: number }
  | { readonly kind: 'jump_market_clock'; readonly byMs: number };

export interface Weather {
  /** The next thing to happen, and how long after the one before. */
  next(): { readonly gust: Gust; readonly afterMs: number };
}

/** Every way a stand-in marketplace can misbehave, with how often it is picked. */
const FAULTS: readonly (readonly [fault: string, weight: number])[] = [
  ['reset', 6],
  ['slow', 6],
  ['truncated', 5],
  ['malformed', 5],
  ['html', 4],
  ['lost_answer', 6],
  ['down', 2],
  ['server_error', 4],
  ['item_failure', 4],
  ['duplicate_rows', 4],
  ['reorder_rows', 4],
  ['token_dies', 2],
  ['feed_skips', 4],
  ['unknown_status', 2],
  ['unreadable_row', 2],
  ['rate_limited', 1],
  ['ip_not_allowed', 1],
];

const GUSTS: readonly (readonly [kind: Gust['kind'], weight: number])[] = [
  ['buy', 14],
  ['ship', 12],
  ['change_invoice', 4],
  ['fault', 40],
  ['kill', 4],
  ['cut_database', 3],
  ['silence_database', 1],
  ['jump_clock', 4],
  ['jump_market_clock', 2],
];

const LONGEST_CALM_MS = 500;
const LONGEST_JUMP_MS = 30 * 60_000;

/** Makes weather: the same seed gives the same gusts. */
export function makeWeather(
  random: Random,
  place: { readonly shops: number; readonly platforms: number; readonly workers: number },
): Weather {
  const pick = <Thing>(things: readonly (readonly [Thing, number])[]): Thing => {
    let left = random.int(
      1,
      things.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [thing, weight] of things) {
      left -= weight;
      if (left <= 0) return thing;
    }
    throw new Error('nothing to pick from');
  };

  const gustOf = (kind: Gust['kind']): Gust => {
    switch (kind) {
      case 'buy':
        return { kind, shop: random.int(0, place.shops - 1), count: random.int(1, 4) };
      case 'ship':
        return { kind, count: random.int(1, 8) };
      case 'change_invoice':
        return { kind, count: random.int(1, 3) };
      case 'fault':
        return {
          kind,
          platform: random.int(0, place.platforms - 1),
          fault: pick(FAULTS),
          times: random.int(4, 24),
          probability: random.int(1, 4) / 10,
          delayMs: random.int(50, 1_500),
        };
      case 'kill':
        return { kind, worker: random.int(0, place.workers - 1) };
      case 'cut_database':
        return { kind };
      case 'silence_database':
        return { kind, forMs: random.int(500, 4_000) };
      case 'jump_clock':
        return {
          kind,
          worker: random.int(0, place.workers - 1),
          aheadMs: random.int(-LONGEST_JUMP_MS, LONGEST_JUMP_MS),
        };
      case 'jump_market_clock':
        return { kind, byMs: random.int(-3_000, 3_000) };
    }
  };

  return { next: () => ({ gust: gustOf(pick(GUSTS)), afterMs: random.int(0, LONGEST_CALM_MS) }) };
}
