import type { CatalogDesk } from '../../../kit/catalog.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { readCategories } from './categories.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { readPlaces } from './places.ts';
import { preview, publish } from './publish.ts';
import { findByCode, readAll, readSome } from './read-listings.ts';
import { readRequirements } from './requirements.ts';
import { setOnSale } from './sale.ts';

/** The catalog desk of one account. Tokens of its calls name every site on which the account sells (sheet §1). */
export function catalogDesk(ask: Ask, sites: readonly Site[], inTurn: OneAtATime): CatalogDesk {
  return {
    listings: ({ cursor }) => readAll(ask, sites, cursor),
    read: (ids) => readSome(ask, sites, ids),
    findBySellerCode: (code) => findByCode(ask, sites, code),
    categories: () => readCategories(ask, sites),
    requirements: (category) => readRequirements(ask, sites, category),
    places: () => readPlaces(ask, sites),
    preview: (draft) => preview(ask, sites, draft),
    publish: (targets) => publish(ask, sites, inTurn, targets),
    setOnSale: (targets) => setOnSale(ask, sites, inTurn, targets),
  };
}
