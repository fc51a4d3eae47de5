import type { ListingId, SkuId } from '../../domain/ids.ts';
import { itemsBySku } from '../../domain/item-match.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { NewOfferCommand } from '../../store/commands/command.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { changedHere, noteStockChanges } from '../../store/inventory/changes.ts';
import { wakeLane } from '../../store/lanes.ts';
import { type LinkWish, linkUnlinked } from '../../store/links/set-links.ts';
import {
  noteSettled,
  noteSettledItems,
  type PublishedItem,
  type SettledItem,
  type UnsettledPublication,
  unsettledPublications,
} from '../../store/publish/follow.ts';
import type { OwnerScope } from '../../store/scope.ts';
import type { OpenedShop } from '../open-shop.ts';
import { offerKey } from '../plans/judge-offers.ts';
import { priceLeftToSet } from './item-price.ts';

/**
 * Writes what publications came to, for listings that were just read: items are linked to the SKUs they were made from,
 * what was published of them is noted, and a price that an update does not carry is set by a command of its own. Answers
 * how many of those there are.
 */
export async function settlePublished(
  scope: OwnerScope,
  opened: OpenedShop,
  listings: readonly ListingId[],
): Promise<number> {
  const publications = await unsettledPublications(scope, listings);
  if (!isSome(publications)) return 0;
  // Links are made in one person's name; those of others are settled by their next reading.
  const [{ actor }] = publications;
  const settled = publications.filter((one) => one.actor === actor).map(settlementOf);
  await linkUnlinked(
    scope,
    settled.flatMap(({ links }) => links),
    actor,
  );
  await noteSettledItems(
    scope,
    settled.flatMap(({ items }) => items),
  );
  // The ledger may have moved while the publication was on its way.
  await noteStockChanges(scope, settled.flatMap(({ skus }) => skus).map(changedHere));
  await noteSettled(
    scope,
    settled.filter(({ isWhole }) => isWhole).map(({ listing }) => listing),
  );
  return setPrices(
    scope,
    opened,
    settled.flatMap(({ prices }) => prices),
  );
}

function isSome<Element>(list: readonly Element[]): list is readonly [Element, ...Element[]] {
  return list.length > 0;
}

interface WrongPrice {
  readonly nativeItemId: string;
  readonly price: number;
  readonly currency: string;
  readonly actor: string;
  /** The publication's own: the price of a bulk one goes before nobody's click. */
  readonly lane: Lane;
}

interface SettlementOf {
  readonly listing: ListingId;
  readonly links: readonly LinkWish[];
  readonly skus: readonly SkuId[];
  readonly items: readonly SettledItem[];
  /** Whether everything that was published was found. */
  readonly isWhole: boolean;
  readonly prices: readonly WrongPrice[];
}

/** What a publication came to, by the items that are there now. */
export function settlementOf({
  listing,
  command,
  actor,
  lane,
  draft,
  isFirst,
  prices,
  items,
  skus,
}: UnsettledPublication): SettlementOf {
  const found = itemsBySku(draft.items, items);
  const pairs = draft.items.flatMap((drafted) =>
    (found.get(drafted.sellerSku) ?? []).map((item) => ({ drafted, item })),
  );
  return {
    listing,
    links: pairs.flatMap(({ drafted, item }) => linkFor(item, skus.get(drafted.sellerSku)?.id)),
    skus: [...new Set(pairs.flatMap(({ drafted }) => skus.get(drafted.sellerSku)?.id ?? []))],
    items: pairs.map(({ drafted, item }) => ({
      item: item.id,
      price: prices[drafted.sellerSku] ?? null,
      quantity:
        draft.nativeListingId === null && skus.get(drafted.sellerSku)?.isCounted === true
          ? drafted.quantity
          : null,
    })),
    isWhole: draft.items.every(({ sellerSku }) => found.has(sellerSku)),
    // Only an update leaves prices as they were where a marketplace has another call for them.
    prices: isFirst
      ? []
      : pairs.flatMap(({ drafted, item }) => {
          const price = priceLeftToSet(item, {
            publication: command,
            drafted: drafted.price,
            catalogued: prices[drafted.sellerSku] ?? null,
          });
          const { nativeItemId } = item;
          return nativeItemId === null || price === null
            ? []
            : [{ nativeItemId, price, currency: draft.currency, actor, lane }];
        }),
  };
}

function linkFor({ id, isLinked, unlinkedBy }: PublishedItem, sku: SkuId | undefined): readonly LinkWish[] {
  if (isLinked || unlinkedBy !== null || sku === undefined) return [];
  return [{ item: id, parts: [{ sku, quantity: 1 }], reason: 'published' }];
}

async function setPrices(
  scope: OwnerScope,
  { account, edition }: OpenedShop,
  prices: readonly WrongPrice[],
): Promise<number> {
  if (prices.length === 0 || edition.promises['prices.set'] === undefined) return 0;
  await storeCommands(
    scope,
    prices.map(({ nativeItemId, price, currency, actor, lane }): NewOfferCommand => {
      const payload = { kind: 'set_price', nativeItemId, price, currency } as const;
      return { account: account.id, payload, key: offerKey(payload), lane, actor, cause: 'publish' };
    }),
  );
  await wakeLane(scope, account.id, 'commands', null);
  return prices.length;
}
