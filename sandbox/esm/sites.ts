/** The two marketplaces behind one ESM account. */
export const SITES = ['gmarket', 'auction'] as const;
export type Site = (typeof SITES)[number];

export function isSite(text: string): text is Site {
  return text === 'gmarket' || text === 'auction';
}

/** How a site is called in tokens, calls and answers; the codes differ by endpoint (sheet §2). */
export interface SiteCodes {
  /** The prefix of a seller id in a token's `ssi`. */
  readonly prefix: 'G' | 'A';
  /** `siteType` of the order lists and of all claim writes. */
  readonly request: number;
  /** `SiteType` of the cancel list. */
  readonly cancels: number;
  /** `SiteType` in every answer. */
  readonly answered: number;
  readonly guide: 'GMKT' | 'AUCTION';
  /** In bodies about products, where the first letter may be a capital. */
  readonly item: 'gmkt' | 'iac';
  /** `siteType` of a category of a product. */
  readonly siteType: 1 | 2;
}

export const SITE_CODES: Readonly<Record<Site, SiteCodes>> = {
  gmarket: { prefix: 'G', request: 2, cancels: 3, answered: 3, guide: 'GMKT', item: 'gmkt', siteType: 2 },
  auction: { prefix: 'A', request: 1, cancels: 1, answered: 1, guide: 'AUCTION', item: 'iac', siteType: 1 },
};
