import { z } from 'zod';
import { LISTING_STATES } from '../../domain/listing.ts';
import { showSkus } from '../../store/links/sku-names.ts';
import { itemsOf } from '../../store/listings/items-of.ts';
import { LINK_STATES, type StoredListing, type StoredListingItem } from '../../store/listings/listing.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

export const listingView = z
  .object({
    id,
    account_id: id,
    platform: z.string(),
    native_listing_id: z.string().nullable().describe('Null while the marketplace has not taken it yet.'),
    product_id: id.nullable().describe('The product that all it is linked to belongs to.'),
    name: z.string(),
    seller_code: z.string().nullable(),
    state: z.enum(LISTING_STATES).nullable(),
    state_known: z
      .boolean()
      .describe('False: nobody has mapped the native status, and `state` is the last known.'),
    native_status: z.string(),
    review_text: z.string().nullable(),
    native_category_id: z.string().nullable(),
    price: z.int().nullable(),
    currency: z.string(),
    url: z.string().nullable(),
    image_url: z.string().nullable(),
    paused_because: z.string().nullable(),
    link_state: z.enum(LINK_STATES).describe('How many of its items are linked to SKUs: none, some, all.'),
    item_count: z.int().describe('How many things can be bought of it.'),
    linked_count: z.int().describe('How many of them are linked.'),
    shown_quantity: z
      .int()
      .nullable()
      .describe(
        'How many the marketplace shows of all options, or has been told since; the most of an option it sells in two places. Null: none shown.',
      ),
    drift_count: z.int().describe('How many of them show another stock than they were told.'),
    first_seen_at: instant,
    changed_at: instant,
    gone_at: instant.nullable().describe('When the marketplace said that it has it no more.'),
  })
  .meta({ id: 'Listing' });

export function viewListing(listing: StoredListing): z.infer<typeof listingView> {
  return {
    id: listing.id,
    account_id: listing.account,
    platform: listing.platform,
    native_listing_id: listing.nativeListingId,
    product_id: listing.product,
    name: listing.name,
    seller_code: listing.sellerCode,
    state: listing.state,
    state_known: listing.stateKnown,
    native_status: listing.nativeStatus,
    review_text: listing.reviewText,
    native_category_id: listing.nativeCategoryId,
    price: listing.price,
    currency: listing.currency,
    url: listing.url,
    image_url: listing.imageUrl,
    paused_because: listing.pausedBecause,
    link_state: listing.linkState,
    item_count: listing.items,
    linked_count: listing.linkedItems,
    shown_quantity: listing.shown,
    drift_count: listing.drifting,
    first_seen_at: listing.firstSeenAt.toISOString(),
    changed_at: listing.changedAt.toISOString(),
    gone_at: instantOrNull(listing.goneAt),
  };
}

export const linkView = z
  .object({
    sku_id: id,
    quantity: z.int(),
    sku_code: z.string(),
    product_id: id,
    product_name: z.string(),
    option_values: z.array(z.string()),
    linked_by: z.string(),
    linked_at: instant,
    reason: z
      .string()
      .describe('`code`, `remembered_code`, `barcode`, `remembered_name`, `name`, or `person`.'),
  })
  .meta({ id: 'ListingLink' });

export const itemView = z
  .object({
    id,
    native_item_id: z.string().nullable(),
    option_values: z.array(z.string()),
    seller_sku: z.string().nullable(),
    barcode: z.string().nullable(),
    price: z.int().nullable().describe('As the marketplace showed or took it last.'),
    quantity: z.int().nullable().describe('As the marketplace showed it last.'),
    on_sale: z.boolean().nullable(),
    read_at: instant.nullable().describe('When this was read for the first time as it is.'),
    gone_at: instant.nullable(),
    unlinked_by: z.string().nullable().describe('Who took its link away: it is not linked by itself again.'),
    links: z.array(linkView),
  })
  .meta({ id: 'ListingItem' });

export const wholeListingView = z
  .object({ ...listingView.shape, items: z.array(itemView) })
  .meta({ id: 'ListingWithItems' });

/** A listing with everything that can be bought of it. */
export async function viewWholeListing(
  scope: OwnerScope,
  listing: StoredListing,
): Promise<z.infer<typeof wholeListingView>> {
  const items = await itemsOf(scope, listing.id);
  return { ...viewListing(listing), items: [...(await viewItems(scope, items))] };
}

export async function viewItems(
  scope: OwnerScope,
  items: readonly StoredListingItem[],
): Promise<readonly z.infer<typeof itemView>[]> {
  const skus = await showSkus(
    scope,
    items.flatMap(({ links }) => links.map(({ sku }) => sku)),
  );
  return items.map((item) => ({
    id: item.id,
    native_item_id: item.nativeItemId,
    option_values: [...item.optionValues],
    seller_sku: item.sellerSku,
    barcode: item.barcode,
    price: item.price,
    quantity: item.quantity,
    on_sale: item.onSale,
    read_at: instantOrNull(item.readAt),
    gone_at: instantOrNull(item.goneAt),
    unlinked_by: item.unlinkedBy,
    links: item.links.flatMap(({ sku, quantity, linkedBy, linkedAt, reason }) => {
      const shown = skus.get(sku);
      if (shown === undefined) return [];
      return [
        {
          sku_id: sku,
          quantity,
          sku_code: shown.code,
          product_id: shown.productId,
          product_name: shown.productName,
          option_values: [...shown.optionValues],
          linked_by: linkedBy,
          linked_at: linkedAt.toISOString(),
          reason,
        },
      ];
    }),
  }));
}
