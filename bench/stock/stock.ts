import { listingImport } from './listing-import.ts';
import { reservations } from './reservations.ts';
import { telling } from './telling.ts';

/** What stock costs: each section measures beside a floor of its own, in the same run. */
export async function stock(): Promise<Record<string, unknown>> {
  return {
    reservations: await reservations(),
    telling: await telling(),
    listingImport: await listingImport(),
  };
}
