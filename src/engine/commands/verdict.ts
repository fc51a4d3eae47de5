import {
  effectOf,
  type LineNow,
  type OfferPayload,
  type OfferValues,
  type OrderPayload,
  offerShows,
} from '../../domain/command.ts';

/** What reading the marketplace lets us decide about one item of an unknown command. */
export type Verdict = 'done' | 'send_again' | 'refused' | 'wait';

export interface Evidence {
  readonly payload: OrderPayload;
  /** The line as the marketplace shows it now, or undefined when it does not show it. */
  readonly line: LineNow | undefined;
  /** True when the marketplace refused a send and we wonder whether an earlier one had worked. */
  readonly wasRefused: boolean;
  /** How long ago the command was sent, and how long reads may lag behind an accepted write. */
  readonly ageMs: number;
  readonly lagMs: number;
}

/** After this long a marketplace is not carrying out what was asked for any more: somebody else asked for the same. */
const LONGEST_WAY_MS = 10 * 60_000;

/**
 * Judges one line by what the marketplace shows (law 2): never sends again what is visibly done, and never calls
 * done what is not visible. A refusal that contradicts a lagging read waits until the lag is over.
 */
export function verdictOn({ payload, line, wasRefused, ageMs, lagMs }: Evidence): Verdict {
  if (line === undefined) return ageMs < lagMs ? 'wait' : 'refused';
  switch (effectOf(payload, line)) {
    case 'applied':
      return 'done';
    case 'overtaken':
      return 'refused';
    case 'underway':
      return ageMs < LONGEST_WAY_MS ? 'wait' : 'refused';
    case 'not_applied':
      if (!wasRefused) return 'send_again';
      return ageMs < lagMs ? 'wait' : 'refused';
  }
}

/**
 * Judges a value for a thing on sale. Another value than ours does no harm to send again: it is the newest wish, and
 * setting it twice equals setting it once. What is not shown, or was refused, will not be taken.
 */
export function offerVerdict(
  payload: OfferPayload,
  now: OfferValues | undefined,
  wasRefused: boolean,
): Exclude<Verdict, 'wait'> {
  if (now === undefined) return 'refused';
  if (offerShows(payload, now)) return 'done';
  return wasRefused ? 'refused' : 'send_again';
}
