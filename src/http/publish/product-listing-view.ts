import { z } from 'zod';
import type { ProductId } from '../../domain/ids.ts';
import { PLACE_KINDS } from '../../domain/listing-choices.ts';
import { listAccounts } from '../../store/accounts.ts';
import { listListings } from '../../store/listings/list.ts';
import { type ListingTerms, termsOf } from '../../store/publish/product-listings.ts';
import { publicationsOf } from '../../store/publish/publications.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { listingView, viewListing } from '../listings/listing-view.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { instantOrNull } from '../values/instant.ts';
import { commandsOf } from './ask-and-answer.ts';
import { publicationView, viewPublication } from './publication-view.ts';

const MOST_LISTINGS = 1_000;

/** What a product is in one shop. */
export const productListingView = z
  .object({
    account_id: id,
    platform: z.string(),
    listing: listingView
      .nullable()
      .describe('Null where publishing was asked for and there is no listing yet.'),
    publishes: z
      .boolean()
      .describe(
        'Whether it is the one, of several in the shop, that publishing brings to what the product says.',
      ),
    published_at: z.iso.datetime().nullable(),
    category_id: z
      .string()
      .nullable()
      .describe("Null: the listing's own, or the one that the product's category was mapped to."),
    attributes: z.record(z.string(), z.string()),
    places: z.partialRecord(z.enum(PLACE_KINDS), z.string()),
    quantities: z.record(z.string(), z.int()),
    overrides: z.object({
      name: z.string().nullable(),
      description: z.string().nullable(),
      price: z.int().nullable(),
      images: z.array(z.string()).nullable(),
    }),
    publication: publicationView.nullable().describe('What became of asking for it the last time.'),
  })
  .meta({ id: 'ProductListing' });

type View = z.infer<typeof productListingView>;

/** What a product is in every shop that has it, or that it was to be published in. */
export async function viewProductListings(
  scope: OwnerScope,
  product: ProductId,
  language: Language,
): Promise<View[]> {
  const listings = await listListings(scope, { product }, { limit: MOST_LISTINGS, before: null });
  const terms = await termsOf(
    scope,
    listings.map((listing) => listing.id),
  );
  const publications = await publicationsOf(scope, product);
  const commands = await commandsOf(scope, publications);
  const accounts = new Map((await listAccounts(scope)).map((account) => [account.id, account]));
  const asked = new Map(
    publications.flatMap((publication) => {
      const account = accounts.get(publication.account);
      const command = publication.command === null ? undefined : commands.get(publication.command);
      return account === undefined
        ? []
        : [[account.id, viewPublication(publication, account, command, language)] as const];
    }),
  );
  const shown = listings.map((listing): View => {
    const own = terms.get(listing.id);
    return {
      account_id: listing.account,
      platform: listing.platform,
      listing: viewListing(listing),
      ...viewTerms(own),
      publication: own?.publishes === true ? (asked.get(listing.account) ?? null) : null,
    };
  });
  const covered = new Set(shown.flatMap((one) => (one.publication === null ? [] : [one.account_id])));
  const without = [...asked].flatMap(([account, publication]): readonly View[] =>
    covered.has(account)
      ? []
      : [
          {
            account_id: account,
            platform: publication.platform,
            listing: null,
            ...viewTerms(undefined),
            publication,
          },
        ],
  );
  return [...shown, ...without];
}

function viewTerms(
  terms: ListingTerms | undefined,
): Omit<View, 'account_id' | 'platform' | 'listing' | 'publication'> {
  const { choices, overrides } = terms ?? {};
  return {
    publishes: terms?.publishes ?? false,
    published_at: instantOrNull(terms?.publishedAt ?? null),
    category_id: choices?.categoryId ?? null,
    attributes: { ...choices?.attributes },
    places: { ...choices?.places },
    quantities: { ...choices?.quantities },
    overrides: {
      name: overrides?.name ?? null,
      description: overrides?.description ?? null,
      price: overrides?.price ?? null,
      images: overrides?.images == null ? null : [...overrides.images],
    },
  };
}
