import type { OwnerId } from '../../domain/ids.ts';
import type { Currency } from '../../domain/money.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { CatalogDesk } from '../../marketplaces/kit/catalog.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { ListingRules } from '../../marketplaces/kit/listing-rules.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { Account } from '../../store/accounts.ts';
import type { Hub } from '../hub.ts';
import { editionOf, openShop } from '../open-shop.ts';

/** A shop that products can be published in; it is opened when something is asked of it. */
export interface PublishingShop {
  readonly account: Account;
  readonly edition: Edition;
  readonly rules: ListingRules;
  readonly currency: Currency;
  desk(): Promise<CatalogDesk>;
}

/** The shop for publishing; null where its edition has no catalogue. */
export function publishingShop(
  hub: Hub,
  owner: OwnerId,
  account: Account,
  lane: Lane,
  signal: AbortSignal,
): PublishingShop | null {
  const { edition, marketplace } = editionOf(account);
  const { listingRules: rules } = edition;
  if (rules === undefined) return null;
  let opened: Promise<CatalogDesk> | undefined;
  return {
    account,
    edition,
    rules,
    currency: marketplace.currency,
    desk() {
      opened ??= openShop(hub, owner, account, lane, signal).then(({ shop }) => {
        if (shop.catalog !== undefined) return shop.catalog;
        throw new MarketplaceError({ reason: 'not_offered', operation: 'catalog.publish' });
      });
      return opened;
    },
  };
}

/** Whether products can be published in a shop. */
export function takesProducts(account: Account): boolean {
  return account.enabled && editionOf(account).edition.listingRules !== undefined;
}
