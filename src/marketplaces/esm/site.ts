/** Gmarket and Auction, as the tokens of the trading API name them (sheet, vocabulary). */
export const SITES = ['G', 'A'] as const;
export type Site = (typeof SITES)[number];

/** What the feeds, and people, call them. */
export const SITE_NAMES: Readonly<Record<Site, string>> = { G: 'gmarket', A: 'auction' };

/** A number of one site: orders and claims of both live in one account, and nothing keeps the two from counting alike. */
export interface Sited {
  readonly site: Site;
  readonly number: string;
}

/** The hub's id for a number of one site, `G:4300000001`. */
export function sitedId(site: Site, number: string): string {
  return `${site}:${number}`;
}

/** The ids that a number may have, which people type without its site. */
export function idsOf(number: string): readonly string[] {
  return readSited(number) === null ? SITES.map((site) => sitedId(site, number)) : [number];
}

const SITED = /^([GA]):(.+)$/;

/** Reads an id made by `sitedId`; null for anything else. */
export function readSited(id: string): Sited | null {
  const [, site, number] = SITED.exec(id) ?? [];
  if ((site !== 'G' && site !== 'A') || number === undefined) return null;
  return { site, number };
}
