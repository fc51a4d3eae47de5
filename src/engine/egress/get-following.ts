import type { Egress, Fetched } from './egress.ts';

const MAX_REDIRECTS = 3;

/** What came of fetching something wherever it has moved to. */
export type Found =
  | Extract<Fetched, { readonly kind: 'answer' }>
  | {
      readonly kind: 'trouble';
      readonly trouble: Extract<Fetched, { readonly kind: 'trouble' }>['trouble'] | 'too many redirects';
    };

/** Fetches what is at an address that somebody typed. Each redirect is judged like the first address. */
export async function getFollowing(
  egress: Egress,
  address: string,
  maxBytes: number,
  etag: string | null = null,
): Promise<Found> {
  let at = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const result = await egress.get(at, maxBytes, etag);
    if (result.kind !== 'redirect') return result;
    if (!URL.canParse(result.location, at)) return { kind: 'trouble', trouble: 'bad_address' };
    at = new URL(result.location, at).href;
  }
  return { kind: 'trouble', trouble: 'too many redirects' };
}
