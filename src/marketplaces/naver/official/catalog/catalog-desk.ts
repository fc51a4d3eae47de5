import type { CatalogDesk } from '../../../kit/catalog.ts';
import type { OpenAccount } from '../../../kit/edition.ts';
import type { Client } from '../client.ts';
import { readRequirements } from './categories.ts';
import { listListings, readListings, storeUrl } from './listings.ts';
import { openLookups } from './lookups.ts';
import { preview, publish } from './publish.ts';
import { setOnSale } from './sale.ts';
import { searchByCode } from './search.ts';

/** The catalogue of one store. A listing is an origin product and goes by its number (sheet §3.5). */
export function openCatalogDesk(
  client: Client,
  { fetchImage, handedPictures }: Pick<OpenAccount, 'fetchImage' | 'handedPictures'>,
): CatalogDesk {
  const lookups = openLookups(client);
  const url = storeUrl(client);
  const publishing = { client, lookups, fetchImage, handedPictures };
  return {
    listings: ({ cursor }) => listListings(client, url, cursor),
    read: (ids) => readListings(client, url, ids),
    findBySellerCode: (code) => searchByCode(client, code),
    async *categories() {
      yield await lookups.categories();
    },
    requirements: (id) => readRequirements(client, lookups.categories, id),
    places: lookups.places,
    preview: (draft) => preview(publishing, draft),
    publish: (targets) => publish(publishing, targets),
    setOnSale: (targets) => setOnSale(client, targets),
  };
}
