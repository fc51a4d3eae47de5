import type { Random } from '../../frame/random.ts';

/** The ways in which an order may be out of the ordinary, and how often it is. */
const RARITY = {
  several_lines: 0.2,
  /** Two options of one product in one delivery: 11st confirms them together (sheet §7). */
  same_product_twice: 0.04,
  several_deliveries: 0.05,
  several_units: 0.2,
  add_on: 0.06,
  gift: 0.03,
  /** A gift whose receiver has not said yet where he lives. */
  gift_waiting: 0.01,
  island: 0.05,
  blank_phones: 0.03,
  awkward_text: 0.02,
  discounted: 0.25,
  reserved: 0.01,
  unpaid: 0.02,
  global: 0.01,
  today_dispatch: 0.05,
  /** The buyer comes for the goods himself. */
  visit: 0.01,
  /** Sent with a courier that is newer than every published list. */
  unlisted_courier: 0.02,
} as const;

export type OddCase = keyof typeof RARITY;
export type OddCases = ReadonlySet<OddCase>;

/** Every odd case once, alone. */
export const ODD_CASES: readonly OddCase[] = Object.keys(RARITY).filter(
  (name): name is OddCase => name in RARITY,
);

/** The odd cases of one order, as chance will have it. */
export function drawOddCases(random: Random): OddCases {
  return new Set(ODD_CASES.filter((oddCase) => random.chance(RARITY[oddCase])));
}

/** Orders that are not paid yet, or want another way than confirming and sending a parcel. */
const SPECIAL: OddCases = new Set<OddCase>(['unpaid', 'reserved', 'gift_waiting', 'global', 'visit']);

/** The odd cases of an order that is paid and only waits to be sent, as chance will have it. */
export function drawPlainCases(random: Random): OddCases {
  return new Set([...drawOddCases(random)].filter((oddCase) => !SPECIAL.has(oddCase)));
}
