import { asFields, listAt } from '../../kit/decode.ts';
import type { ConnectionReport } from '../../kit/shop.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { SITE_NAMES, type Site } from '../site.ts';
import type { Ask } from './calls.ts';
import { decodeOrderPage } from './decode-page.ts';
import { ORDER_LISTS } from './operations.ts';
import { BY_PAYMENT_DAY, ordersBody } from './queries.ts';

/**
 * Harmless reads (sheet §3.1): the list of carriers proves key and address, an order list of each site the permission
 * and the seller ID.
 */
export async function testConnection(ask: Ask, sites: readonly Site[], now: Date): Promise<ConnectionReport> {
  const [first] = sites;
  if (first === undefined) {
    throw new MarketplaceError({
      reason: 'wrong_shop',
      operation: 'carriers',
      nativeText: 'neither a Gmarket nor an Auction seller ID is set',
    });
  }
  await ask({ operation: 'carriers', site: first, decode: decodeCarriers });
  const shops: string[] = [];
  const checks = ['delivery-company'];
  for (const site of sites) {
    const sellerId = await readShop(ask, site, now);
    if (sellerId !== null) shops.push(`${sellerId} (${SITE_NAMES[site]})`);
    checks.push(`RequestOrders ${SITE_NAMES[site]}`);
  }
  return { shopName: shops.length === 0 ? null : shops.join(', '), checks };
}

function decodeCarriers(json: unknown): number {
  return listAt(asFields(json, 'answer'), 'deliveryCompanies').length;
}

async function readShop(ask: Ask, site: Site, now: Date): Promise<string | null> {
  const today = { from: koreanMidnight(now), to: dayAfter(now) };
  try {
    const { sellerId } = await ask({
      operation: ORDER_LISTS[site],
      site,
      body: ordersBody(site, '1', BY_PAYMENT_DAY, today, 1, 1),
      decode: decodeOrderPage(site),
    });
    return sellerId;
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    // The limit is told to those only who may ask (sheet §3.1).
    if (error.reason === 'over_limit') return null;
    if (error.reason !== 'wrong_key') throw error;
    // The key was good a moment ago, so the 401 is about orders.
    throw new MarketplaceError({ ...error.trouble, reason: 'missing_permission', cause: error });
  }
}
