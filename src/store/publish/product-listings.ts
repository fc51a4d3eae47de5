import { sql } from 'kysely';
import { type ListingId, listingId } from '../../domain/ids.ts';
import {
  type ListingChoices,
  type ListingOverrides,
  NO_CHOICES,
  NO_OVERRIDES,
} from '../../domain/listing-choices.ts';
import type { OwnerScope } from '../scope.ts';

/** What publishing knows of a listing. */
export interface ListingTerms {
  /** Whether it is the one that publishing brings to what the product says. */
  readonly publishes: boolean;
  readonly publishedAt: Date | null;
  readonly choices: ListingChoices;
  readonly overrides: ListingOverrides;
}

export async function termsOf(
  { owner, trx }: OwnerScope,
  listings: readonly ListingId[],
): Promise<ReadonlyMap<ListingId, ListingTerms>> {
  const { rows } = await sql<{
    id: number;
    publishes: boolean;
    published_at: Date | null;
    choices: Partial<ListingChoices>;
    overrides: Partial<ListingOverrides>;
  }>`
    select id, publishes, published_at, choices, overrides from listings
    where owner_id = ${owner} and id = any(${[...listings]}::bigint[])`.execute(trx);
  return new Map(
    rows.map((row) => [
      listingId(row.id),
      {
        publishes: row.publishes,
        publishedAt: row.published_at,
        choices: { ...NO_CHOICES, ...row.choices },
        overrides: { ...NO_OVERRIDES, ...row.overrides },
      },
    ]),
  );
}
