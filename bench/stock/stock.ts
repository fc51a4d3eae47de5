import { listingImport } from './listing-import.ts';
import { reservations } from './reservations.ts';

/** What stock costs: each section measures beside a floor of its own, in the same run. */
export async function stock(): Promise<Record<string, unknown>> {
  return { reservations: await reservations(), listingImport: await listingImport() };
}
