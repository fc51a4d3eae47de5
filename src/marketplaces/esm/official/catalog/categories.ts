import type { NativeCategory } from '../../../kit/catalog.ts';
import { SITES, type Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { idAt, listAt, memberAt, textAt } from './members.ts';
import { SITE_KEYS } from './sites.ts';

/** What the categories of ESM hang on (E:5). */
const ROOT = '0';

/** Every category of ESM, those above before those below; each that is no leaf costs a call (E:5). */
export async function* readCategories(
  ask: Ask,
  site: readonly Site[],
): AsyncGenerator<readonly NativeCategory[]> {
  const open: (NativeCategory | null)[] = [null];
  for (let above = open.shift(); above !== undefined; above = open.shift()) {
    const params = { code: above?.id ?? ROOT };
    const decode = childrenOf(above);
    const below = await ask({ operation: 'categories', site, params, decode });
    open.push(...below.filter(({ leaf }) => !leaf));
    yield below;
  }
}

function childrenOf(above: NativeCategory | null): (json: unknown) => readonly NativeCategory[] {
  return (json) =>
    listAt(json, 'sdCategoryTree').map((row) => {
      const name = idAt(row, 'SDCategoryName');
      return {
        id: idAt(row, 'SDCategoryCode'),
        parentId: above?.id ?? null,
        name,
        path: above === null ? name : `${above.path} > ${name}`,
        leaf: memberAt(row, 'IsLeafCategory') === true,
      };
    });
}

/** A category of one of the sites. */
export interface SiteCategory {
  readonly code: string;
  readonly name: string;
}

/** The categories of the sites that match a leaf of ESM; a product names one on each site (E:13). */
export function readSiteCategories(
  ask: Ask,
  site: readonly Site[],
  code: string,
): Promise<ReadonlyMap<Site, readonly SiteCategory[]>> {
  return ask({ operation: 'siteCategories', site, params: { code }, decode: decodeSiteCategories });
}

function decodeSiteCategories(json: unknown): ReadonlyMap<Site, readonly SiteCategory[]> {
  return new Map(
    SITES.map((site) => [
      site,
      listAt(json, 'MatchedCategory', SITE_KEYS[site])
        .filter((row) => memberAt(row, 'IsLeaf') !== false)
        .map((row) => ({ code: idAt(row, 'CatCode'), name: textAt(row, 'CatName') ?? '' })),
    ]),
  );
}

/** The attribute of a draft that chooses between several categories of a site. */
export const CATEGORY_CHOICES: Readonly<Record<Site, string>> = {
  G: 'gmkt_category',
  A: 'iac_category',
};
