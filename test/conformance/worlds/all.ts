import type { Descriptor } from '../../../src/marketplaces/kit/descriptor.ts';
import type { Edition } from '../../../src/marketplaces/kit/edition.ts';
import { MARKETPLACES } from '../../../src/marketplaces/registry.ts';
import type { World } from '../world.ts';
import { coupangWorld } from './coupang.ts';
import { naverWorld } from './naver.ts';

const WORLDS: readonly World[] = [coupangWorld, naverWorld];

/** One edition of one marketplace, and the world it is judged in. */
export interface Cast {
  readonly name: string;
  readonly marketplace: Descriptor;
  readonly edition: Edition;
  readonly world: World;
}

/** Every edition of every marketplace. Throws for a marketplace nobody has made a world for. */
export const CASTS: readonly Cast[] = MARKETPLACES.flatMap((marketplace) => {
  const world = WORLDS.find(({ platform }) => platform === marketplace.id);
  if (world === undefined) throw new Error(`${marketplace.id} has no world in test/conformance/worlds`);
  return Object.values(marketplace.editions).map((edition) => ({
    name: `${marketplace.id} ${edition.name}`,
    marketplace,
    edition,
    world,
  }));
});
