import type { Descriptor } from '../../../src/marketplaces/kit/descriptor.ts';
import type { Edition } from '../../../src/marketplaces/kit/edition.ts';
import { MARKETPLACES } from '../../../src/marketplaces/registry.ts';
import type { World } from '../world.ts';
import { coupangGuideWorld } from './coupang-guide.ts';
import { coupangOfficialWorld } from './coupang-official.ts';
import { elevenStreetGuideWorld } from './eleventh-street-guide.ts';
import { elevenStreetOfficialWorld } from './eleventh-street-official.ts';
import { esmGuideWorld } from './esm-guide.ts';
import { esmOfficialWorld } from './esm-official.ts';
import { naverGuideWorld } from './naver-guide.ts';
import { naverOfficialWorld } from './naver-official.ts';

const WORLDS: readonly World[] = [
  coupangOfficialWorld,
  coupangGuideWorld,
  naverOfficialWorld,
  naverGuideWorld,
  elevenStreetOfficialWorld,
  elevenStreetGuideWorld,
  esmOfficialWorld,
  esmGuideWorld,
];

/** One edition of one marketplace, and the world it is judged in. */
export interface Cast {
  readonly name: string;
  readonly marketplace: Descriptor;
  readonly edition: Edition;
  readonly world: World;
}

/** Every edition of every marketplace. Throws for an edition nobody has made a world for. */
export const CASTS: readonly Cast[] = MARKETPLACES.flatMap((marketplace) =>
  Object.values(marketplace.editions).map((edition) => {
    const name = `${marketplace.id} ${edition.name}`;
    const world = WORLDS.find((one) => one.platform === marketplace.id && one.edition === edition.name);
    if (world === undefined) throw new Error(`${name} has no world in test/conformance/worlds`);
    return { name, marketplace, edition, world };
  }),
);
