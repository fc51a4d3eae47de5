import { z } from 'zod';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import { findMarketplace, MARKETPLACES } from '../../marketplaces/registry.ts';
import { ownIssue } from '../problems/field-errors.ts';

/** Every marketplace under its names, to choose from. */
export const KNOWN_PLATFORMS = MARKETPLACES.map(({ id, names }) => ({ value: id, name: names }));

const listed = MARKETPLACES.map(({ id, aliases }) => [id, ...aliases].join(' / ')).join(', ');

/** The issue about a marketplace nobody knows; lists the known ones. */
export const unknownPlatform = ownIssue({
  code: 'unknown_platform',
  sentence: {
    ko: `모르는 마켓입니다. 연결할 수 있는 마켓: ${listed}`,
    en: `Unknown marketplace. Known are: ${listed}`,
    ru: `Неизвестный маркетплейс. Известны: ${listed}`,
    uz: `Noma’lum marketpleys. Ma’lumlari: ${listed}`,
  },
  choices: KNOWN_PLATFORMS,
});

/** The name or an alias of a marketplace (`smartstore` is `naver`). */
export const platformName = z
  .string()
  .transform((text, ctx): Descriptor => {
    const known = findMarketplace(text);
    if (known !== undefined) return known;
    ctx.addIssue(unknownPlatform);
    return z.NEVER;
  })
  .meta({ description: `One of: ${listed}`, examples: KNOWN_PLATFORMS.map(({ value }) => value) });
