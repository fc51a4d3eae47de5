import type { Fields } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import { SITES, type Site } from '../../site.ts';
import { memberAt } from './members.ts';

/** What bodies about products call a site; some members begin with a capital (sheet §2). */
export const SITE_KEYS = { G: 'gmkt', A: 'iac' } as const satisfies Record<Site, string>;

/** `siteType` of a product's categories: the other way round than in lists of orders (sheet §3.3). */
export const CATEGORY_SITE_TYPES = { G: 2, A: 1 } as const satisfies Record<Site, number>;

/** What sellers see the sites called, in sentences of our own. */
export const SITE_TITLES: Readonly<Record<Site, Localized>> = {
  G: { ko: '지마켓', en: 'Gmarket', ru: 'Gmarket', uz: 'Gmarket' },
  A: { ko: '옥션', en: 'Auction', ru: 'Auction', uz: 'Auction' },
};

/** The same where the marketplace's own words stand beside it. */
export const SITE_LABELS: Readonly<Record<Site, string>> = { G: '지마켓', A: '옥션' };

/** What a member such as `price` says of each site that it names. */
export function bySite<Told>(value: unknown, read: (told: unknown) => Told | null): ReadonlyMap<Site, Told> {
  const told = new Map<Site, Told>();
  for (const site of SITES) {
    const said = memberAt(value, SITE_KEYS[site]);
    const known = said === undefined ? null : read(said);
    if (known !== null) told.set(site, known);
  }
  return told;
}

/** A member that says something of each of these sites. */
export function perSite(sites: readonly Site[], tell: (site: Site) => unknown): Fields {
  return Object.fromEntries(sites.map((site) => [SITE_KEYS[site], tell(site)]));
}

const CAPITALS = { G: 'Gmkt', A: 'Iac' } as const satisfies Record<Site, string>;

/** The same where names begin with a capital, as price, stock and period of the samples do (sheet §6). */
export function capital(sites: readonly Site[], tell: (site: Site) => unknown): Fields {
  return Object.fromEntries(sites.map((site) => [CAPITALS[site], tell(site)]));
}

/** Numbers of Auction begin with a letter, those of Gmarket are digits (sheet, vocabulary). */
export function siteOfNumber(siteGoodsNo: string): Site {
  return /^\d/.test(siteGoodsNo) ? 'G' : 'A';
}
