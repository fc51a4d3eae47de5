import { randomBytes } from 'node:crypto';
import type { OwnerId } from '../../src/domain/ids.ts';
import { createHub, type Hub, type HubParts } from '../../src/engine/hub.ts';
import { type Account, createAccount } from '../../src/store/accounts.ts';
import type { Database } from '../../src/store/database.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { type Keyring, parseKeyring } from '../../src/store/vault/keyring.ts';
import { openVault } from '../../src/store/vault/vault.ts';
import { watchedLog, watchSecrets } from './log-watch.ts';

/** A keyring with fresh keys under these ids, newest first. */
export function newKeyring(...ids: readonly string[]): Keyring {
  return parseKeyring(ids.map((id) => `${id}:${randomBytes(32).toString('base64')}`).join(','));
}

/** A hub on a migrated database; unless the test wants its log, it goes to the run's watched logs. */
export async function newHub(db: Database, parts: Partial<HubParts> = {}): Promise<Hub> {
  const vault = parts.vault ?? (await openVault(db, newKeyring('1')));
  return createHub({ db, vault, log: watchedLog(), allowPrivateHosts: true, ...parts });
}

export interface SellerShop {
  readonly owner: OwnerId;
  readonly account: Account;
}

/** A new owner with one connected account. */
export async function connectShop(
  hub: Hub,
  shop: {
    readonly platform: string;
    readonly baseUrl: string;
    readonly credentials: Readonly<Record<string, string>>;
    readonly edition?: string;
    readonly ordersSince?: Date;
    readonly keyExpiresAt?: Date;
    readonly owner?: OwnerId;
  },
): Promise<SellerShop> {
  watchSecrets(Object.values(shop.credentials));
  const owner = shop.owner ?? (await createOwner(hub.db, 'seller'));
  const account = await asOwner(hub.db, owner, (scope) =>
    createAccount(scope, hub.vault, {
      platform: shop.platform,
      edition: shop.edition ?? 'official',
      name: `${shop.platform} shop`,
      baseUrl: shop.baseUrl,
      ordersSince: shop.ordersSince ?? new Date(Date.now() - 12 * 86_400_000),
      keyExpiresAt: shop.keyExpiresAt ?? null,
      credentials: shop.credentials,
    }),
  );
  return { owner, account };
}
