import { queryClient } from '../../api/query-client.ts';

const LINK_PATHS = [
  '/api/v1/listing-links/proposals',
  '/api/v1/listing-links/clashes',
  '/api/v1/listings',
  '/api/v1/listings/{id}',
  '/api/v1/products',
  '/api/v1/products/{id}/listings',
  '/api/v1/inventory',
];

/** What is said of links has changed. */
export function forgetLinks(): void {
  for (const path of LINK_PATHS) queryClient.invalidateQueries({ queryKey: ['get', path] });
}
