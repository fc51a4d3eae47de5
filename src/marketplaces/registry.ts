import { coupang } from './coupang/descriptor.ts';
import { elevenStreet } from './eleventh-street/descriptor.ts';
import { esm } from './esm/descriptor.ts';
import type { Descriptor } from './kit/descriptor.ts';
import { naver } from './naver/descriptor.ts';

/** Every marketplace the hub knows. A new one is a folder beside these and one line here. */
export const MARKETPLACES: readonly Descriptor[] = [naver, coupang, elevenStreet, esm];

/** Finds a marketplace by id or alias (`smartstore` is `naver`). */
export function findMarketplace(name: string): Descriptor | undefined {
  const wanted = name.trim().toLowerCase();
  return MARKETPLACES.find(({ id, aliases }) => id === wanted || aliases.includes(wanted));
}
