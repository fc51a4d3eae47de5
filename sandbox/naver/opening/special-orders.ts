import type { Wish } from '../world/checkout.ts';
import { hasStrangeName } from './catalog.ts';
import { CLAIM_LIVES } from './claim-lives.ts';
import type { Life } from './life.ts';
import { USUAL_LIVES } from './usual-lives.ts';

/** All that can have become of an order. */
export const LIVES: readonly Life[] = [...USUAL_LIVES, ...CLAIM_LIVES];

/** An order with something that trips programs up; every shop large enough has each. */
export interface SpecialOrder {
  readonly name: string;
  readonly wish: Wish;
  readonly life: Life;
}

function lifeCalled(name: string): Life {
  const life = LIVES.find((candidate) => candidate.name === name);
  if (life === undefined) throw new RangeError(`there is no life ${name}`);
  return life;
}

const ODD_WISHES: readonly (readonly [string, Wish, string])[] = [
  ['several-packages', { lines: 3, packages: 2 }, 'paid'],
  ['bundle', { lines: 3, packages: 1 }, 'paid'],
  ['several-quantities', { lines: 1, quantity: 7 }, 'paid'],
  ['phone-absent', { lines: 1, telephone: 'absent' }, 'paid'],
  ['phone-empty', { lines: 1, telephone: 'empty' }, 'confirmed'],
  ['tax-exempt', { lines: 1, wants: ({ taxType }) => taxType === 'TAX_EXEMPTION' }, 'paid'],
  ['tax-free', { lines: 1, wants: ({ taxType }) => taxType === 'TAX_FREE' }, 'paid'],
  ['island', { lines: 2, destination: 'island' }, 'paid'],
  ['strange-name', { lines: 1, wants: hasStrangeName }, 'paid'],
  ['gift-waiting', { lines: 1, isGift: true }, 'paid'],
  ['gift-received', { lines: 1, isGift: true }, 'gift-received'],
  ['direct-logistics', { lines: 1, isDirectLogistics: true }, 'paid'],
  ['direct-logistics-confirmed', { lines: 1, isDirectLogistics: true }, 'confirmed'],
  ['overseas', { lines: 1, destination: 'abroad' }, 'confirmed'],
  ['overseas-decided', { lines: 1, destination: 'abroad' }, 'decided'],
  ['discounted', { lines: 1, quantity: 2, isDiscounted: true }, 'paid'],
  [
    'supplement',
    { lines: 1, hasSupplement: true, wants: ({ supplements }) => supplements.length > 0 },
    'paid',
  ],
  ['hope-delivery', { lines: 1, hasHopeDelivery: true }, 'confirmed'],
  ['window-channel', { lines: 1, channelIndex: 1 }, 'paid'],
];

/** Partial claims need something to be left over. */
const LIFE_WISHES: ReadonlyMap<string, Wish> = new Map([
  ['cancel:partial-request', { quantity: 3 }],
  ['cancel:partial-done', { quantity: 3 }],
  ['return:partial-done', { quantity: 3 }],
]);

/** How an order with a given life must be made. */
export function wishFor({ name }: Life): Wish {
  return LIFE_WISHES.get(name) ?? {};
}

/** One order for each oddity, then one for each life. */
export const SPECIAL_ORDERS: readonly SpecialOrder[] = [
  ...ODD_WISHES.map(([name, wish, life]) => ({ name, wish, life: lifeCalled(life) })),
  ...LIVES.filter(({ name }) => name !== 'gift-received').map((life) => ({
    name: life.name,
    wish: { lines: 1, ...wishFor(life) },
    life,
  })),
];
