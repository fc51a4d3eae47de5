import type { OwnerId } from '../domain/ids.ts';
import { usedAt } from '../marketplaces/kit/bucket.ts';
import type { Lane } from '../marketplaces/kit/budget.ts';
import type { Descriptor } from '../marketplaces/kit/descriptor.ts';
import type { Edition } from '../marketplaces/kit/edition.ts';
import { openGate } from '../marketplaces/kit/gate.ts';
import { INTENTS, type Intent } from '../marketplaces/kit/operation.ts';
import type { Shop } from '../marketplaces/kit/shop.ts';
import { findMarketplace } from '../marketplaces/registry.ts';
import { type Account, readCredentials } from '../store/accounts.ts';
import type { HeldLane } from '../store/lanes.ts';
import { readMarketplaceConfig } from '../store/marketplace-configs.ts';
import { handedPictures } from '../store/publish/handed-pictures.ts';
import { asOwner } from '../store/scope.ts';
import { tokenShelf } from '../store/token-shelf.ts';
import { imageFetcher } from './egress/fetch-image.ts';
import type { Hub } from './hub.ts';

export interface OpenedShop {
  readonly account: Account;
  readonly marketplace: Descriptor;
  readonly edition: Edition;
  readonly shop: Shop;
}

export interface ShopOptions {
  /** The held lane of the work: without it no call leaves any more. */
  readonly fence?: HeldLane | undefined;
  /** Aborting lets the call in flight end, and no other leaves. */
  readonly leaving?: AbortSignal | undefined;
}

/** The descriptor and edition of a stored account. Throws when this build does not know them. */
export function editionOf(account: Pick<Account, 'platform' | 'edition'>): {
  readonly marketplace: Descriptor;
  readonly edition: Edition;
} {
  const marketplace = findMarketplace(account.platform);
  const edition = marketplace?.editions[account.edition];
  if (marketplace === undefined || edition === undefined) {
    throw new Error(`no connector for ${account.platform} edition ${account.edition}`);
  }
  return { marketplace, edition };
}

/** Opens a connected shop for one kind of work. Its credentials exist only inside the connector it returns. */
export async function openShop(
  hub: Hub,
  owner: OwnerId,
  account: Account,
  lane: Lane,
  signal?: AbortSignal,
  { fence, leaving }: ShopOptions = {},
): Promise<OpenedShop> {
  const { marketplace, edition } = editionOf(account);
  const { credentials, ratePercent } = await asOwner(hub.db, owner, async (scope) => ({
    credentials: await readCredentials(scope, hub.vault, account.id),
    ratePercent: (await readMarketplaceConfig(scope, account.platform)).ratePercent,
  }));
  const gate = openGate({
    baseUrl: account.baseUrl ?? edition.baseUrl,
    ...(account.baseUrl !== null || edition.hosts === undefined ? {} : { hosts: edition.hosts }),
    operations: edition.operations,
    buckets: usedAt(edition.buckets, ratePercent),
    budget: hub.budgetOf(account.id),
    lane,
    tokens: tokenShelf(hub.db, hub.vault, owner, account.id),
    dispatcher: hub.dispatcher,
    clock: hub.clock,
    closedIntents: new Set(account.closedIntents.filter(isIntent)),
    ...(signal === undefined ? {} : { signal }),
    ...(leaving === undefined ? {} : { leaving }),
    ...(fence === undefined ? {} : { fence }),
    observe: (call) => {
      hub.calls.count(account.id, call);
      hub.log.debug({ account: account.id, platform: account.platform, ...call }, 'marketplace call');
    },
  });
  const shop = edition.open({
    credentials,
    keyExpiresAt: account.keyExpiresAt,
    gate,
    clock: hub.clock,
    fetchImage: imageFetcher(hub.egress),
    handedPictures: handedPictures(hub.db, owner, account.id),
  });
  return { account, marketplace, edition, shop };
}

function isIntent(text: string): text is Intent {
  return (INTENTS as readonly string[]).includes(text);
}
