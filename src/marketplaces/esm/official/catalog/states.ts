import type { ListingState } from '../../../../domain/listing.ts';
import { SITES, type Site } from '../../site.ts';
import { isStoppedByStock, type Selling } from './selling.ts';

/** `sellStatus` of each site (E:160, sheet §4.2). */
const STATES: Readonly<Record<string, ListingState>> = {
  '01': 'draft',
  '11': 'on_sale',
  '21': 'paused',
  '22': 'blocked',
  '31': 'sold_out',
};

/** A product is in two places at once: it is what it is in the better one. */
const BEST_FIRST: readonly ListingState[] = ['on_sale', 'sold_out', 'paused', 'draft', 'blocked'];

/** Whether buyers find it on the site, sold out or not. */
export function isSelling(sellStatus: string | undefined): boolean {
  return sellStatus === '11' || sellStatus === '31' || sellStatus === '01';
}

/** The status of a product on all its sites, `G:11 A:21`. */
export function nativeStatusOf(statuses: ReadonlyMap<Site, string>): string {
  return SITES.flatMap((site) => {
    const status = statuses.get(site);
    return status === undefined ? [] : [`${site}:${status}`];
  }).join(' ');
}

/** Where a product stands; null where no site says anything that is known (law 11). */
export function stateOf(statuses: ReadonlyMap<Site, string>, selling: Selling): ListingState | null {
  const states = [...statuses].map(([site, status]) => siteState(site, status, selling));
  const best = BEST_FIRST.find((state) => states.includes(state)) ?? null;
  return best !== 'on_sale' && states.includes(null) ? null : best;
}

function siteState(site: Site, status: string, selling: Selling): ListingState | null {
  const state = Object.hasOwn(STATES, status) ? (STATES[status] ?? null) : null;
  return state === 'paused' && isStoppedByStock(selling, site) ? 'sold_out' : state;
}
