import type { Random } from '../../frame/random.ts';

/** The ways in which an order may be out of the ordinary, and how often it is. */
const RARITY = {
  several_boxes: 0.06,
  several_items: 0.15,
  several_units: 0.2,
  no_safe_number: 0.01,
  /** Shipped by a courier whose name nobody has on a list. */
  unlisted_courier: 0.01,
  remote_area: 0.04,
  awkward_text: 0.02,
  no_addr2: 0.03,
  discounted: 0.25,
  bundle_option: 0.08,
  cash_on_delivery: 0.01,
  tax_free: 0.05,
  no_sku: 0.05,
  made_to_order: 0.02,
  from_overseas: 0.02,
} as const;

export type OddCase = keyof typeof RARITY;

/** Every odd case once, alone. */
export const ODD_CASES: readonly OddCase[] = Object.keys(RARITY).filter(
  (name): name is OddCase => name in RARITY,
);

/** The odd cases of one order, as chance will have it. */
export function drawOddCases(random: Random): ReadonlySet<OddCase> {
  return new Set(ODD_CASES.filter((oddCase) => random.chance(RARITY[oddCase])));
}
