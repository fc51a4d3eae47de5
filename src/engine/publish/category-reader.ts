import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { Account } from '../../store/accounts.ts';
import type { Hub } from '../hub.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { publishingShop } from './publishing-shop.ts';
import { keepCategories } from './shop-facts.ts';

/** How the reading of a marketplace's categories stands. */
export type CategoryReading =
  | { readonly kind: 'read'; readonly readAt: Date | null; readonly trouble: TroubleReport | null }
  | { readonly kind: 'reading' };

/** Has the categories of a shop read where they are old, and waits for it for a while. */
export type ReadCategories = (owner: OwnerId, account: Account, waitMs: number) => Promise<CategoryReading>;

/**
 * Reads categories of marketplaces, one reading at a time for each shop. Some have to be asked branch by branch for minutes,
 * so a reading goes on when nobody waits for it any more; one that dies with the process is begun anew by whoever asks
 * next.
 */
export function categoryReader(hub: Hub, closing: AbortSignal): ReadCategories {
  const underway = new Map<AccountId, Promise<CategoryReading>>();

  async function read(owner: OwnerId, account: Account): Promise<CategoryReading> {
    const shop = publishingShop(hub, owner, account, 'fresh', closing);
    if (shop === null) return { kind: 'read', readAt: null, trouble: null };
    try {
      const { readAt, trouble } = await keepCategories(hub, owner, shop);
      return { kind: 'read', readAt, trouble: trouble === null ? null : reportTrouble(trouble) };
    } catch (error) {
      if (!closing.aborted && !(error instanceof MarketplaceError))
        hub.log.error({ err: error, account: account.id }, 'reading categories broke');
      return { kind: 'read', readAt: null, trouble: reportTrouble(error) };
    } finally {
      underway.delete(account.id);
    }
  }

  return async (owner, account, waitMs) => {
    const known = underway.get(account.id) ?? read(owner, account);
    underway.set(account.id, known);
    const enough = new AbortController();
    const late = pause(waitMs, { kind: 'reading' } as const, { signal: enough.signal, ref: false });
    try {
      return await Promise.race([known, late.catch(() => ({ kind: 'reading' }) as const)]);
    } finally {
      enough.abort();
    }
  };
}
