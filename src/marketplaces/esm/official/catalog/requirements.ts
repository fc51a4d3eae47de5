import type { AttributeField, CategoryRequirements } from '../../../kit/catalog.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { CATEGORY_CHOICES, readSiteCategories } from './categories.ts';
import { readNoticeForms } from './notice.ts';
import { SITE_LABELS } from './sites.ts';

/** What a category asks for: which category of each site where several match, and the statutory notice. */
export async function readRequirements(
  ask: Ask,
  sites: readonly Site[],
  nativeCategoryId: string,
): Promise<CategoryRequirements> {
  const matching = await readSiteCategories(ask, sites, nativeCategoryId);
  const attributes = sites.flatMap((site): readonly AttributeField[] => {
    const choices = matching.get(site) ?? [];
    if (choices.length < 2) return [];
    const names = choices.map(({ code, name }) => `${code} ${name}`).join(', ');
    return [
      {
        key: CATEGORY_CHOICES[site],
        label: `${SITE_LABELS[site]} 카테고리 (${names})`,
        required: true,
        kind: 'choice',
        choices: choices.map(({ code }) => code),
        open: false,
        unit: null,
        group: null,
      },
    ];
  });
  return {
    attributes,
    notices: await readNoticeForms(ask, sites),
    certifications: [],
    optionNames: null,
  };
}
