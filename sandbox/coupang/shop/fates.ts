import type { Random } from '../../frame/random.ts';

/** How far a box of the past has come by the time its shop opens. */
export const FATES = [
  'accepted',
  'instructed',
  'departed',
  'delivering',
  'untracked',
  'delivered',
  'confirmed',
  'canceled',
  'partly_canceled',
  'held_for_cancel',
] as const;

export type Fate = (typeof FATES)[number];

type Weights = Readonly<Partial<Record<Fate, number>>>;

/** By age, as a part of the shop's whole past: the older an order, the further along it is. */
const FATES_BY_AGE: readonly { readonly upTo: number; readonly weights: Weights }[] = [
  { upTo: 0.08, weights: { accepted: 80, instructed: 17, canceled: 3 } },
  {
    upTo: 0.2,
    weights: {
      accepted: 20,
      instructed: 45,
      departed: 24,
      untracked: 2,
      canceled: 5,
      partly_canceled: 2,
      held_for_cancel: 2,
    },
  },
  {
    upTo: 0.4,
    weights: {
      instructed: 8,
      departed: 25,
      delivering: 45,
      untracked: 4,
      delivered: 12,
      canceled: 4,
      partly_canceled: 2,
    },
  },
  {
    upTo: 0.7,
    weights: { delivering: 10, untracked: 4, delivered: 70, confirmed: 10, canceled: 4, partly_canceled: 2 },
  },
  {
    upTo: 1,
    weights: { delivering: 1, untracked: 3, delivered: 25, confirmed: 65, canceled: 4, partly_canceled: 2 },
  },
];

/** The fate of a box whose age is this part (0 to 1) of the shop's past. */
export function drawFate(age: number, random: Random): Fate {
  const weights = FATES_BY_AGE.find(({ upTo }) => age <= upTo)?.weights ?? {};
  let ticket = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const fate of FATES) {
    ticket -= weights[fate] ?? 0;
    if (ticket < 0) return fate;
  }
  return 'confirmed';
}
