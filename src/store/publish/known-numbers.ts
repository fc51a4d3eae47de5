import { sql } from 'kysely';
import { type AccountId, type ListingId, listingId, type ProductId, productId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

export interface KnownListing {
  readonly id: ListingId;
  readonly nativeListingId: string;
  readonly product: ProductId | null;
  /** Its sale has ended for good: the marketplace only still shows it. */
  readonly isOver: boolean;
}

/** Which of a marketplace's numbers are listings that the hub knows already. */
export async function knownListings(
  { owner, trx }: OwnerScope,
  account: AccountId,
  nativeListingIds: readonly string[],
): Promise<readonly KnownListing[]> {
  if (nativeListingIds.length === 0) return [];
  const { rows } = await sql<{
    id: number;
    native_listing_id: string;
    product_id: number | null;
    is_over: boolean;
  }>`
    select id, native_listing_id, product_id, coalesce(state = 'ended', false) as is_over from listings
    where owner_id = ${owner} and account_id = ${account}
      and native_listing_id = any(${[...nativeListingIds]}::text[])`.execute(trx);
  return rows.map((row) => ({
    id: listingId(row.id),
    nativeListingId: row.native_listing_id,
    product: row.product_id === null ? null : productId(row.product_id),
    isOver: row.is_over,
  }));
}

/** Those of a marketplace's numbers that may be this product's: of no other product, and not over. */
export function numbersLeftFor(
  product: ProductId | null,
  numbers: readonly string[],
  known: readonly KnownListing[],
): readonly string[] {
  const others = new Set(
    known.flatMap((one) =>
      one.isOver || (one.product !== null && one.product !== product) ? [one.nativeListingId] : [],
    ),
  );
  return numbers.filter((number) => !others.has(number));
}
