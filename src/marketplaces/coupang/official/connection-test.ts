import { asFields, listAt, optionalIdAt } from '../../kit/decode.ts';
import type { ConnectionReport } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { decodePage } from './decode-page.ts';
import { byDay, oneProduct } from './queries.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Two harmless reads (sheet §3.1): products prove the key, the address and the vendorId, box lists prove the
 * right to orders. What is wrong is thrown with its own reason.
 */
export async function testConnection(ask: Ask, vendorId: string, now: Date): Promise<ConnectionReport> {
  const shopName = await ask({ operation: 'products', query: oneProduct(vendorId), decode: decodeVendor });
  const lately = { from: new Date(now.getTime() - DAY_MS), to: now };
  await ask({ operation: 'ordersheets', query: byDay('ACCEPT', lately, '', 1), decode: decodePage });
  return { shopName, checks: ['products', 'ordersheets'] };
}

/** Coupang tells a shop's name nowhere; its products name the vendorId. */
function decodeVendor(json: unknown): string | null {
  const [first] = listAt(asFields(json, 'answer'), 'data');
  return first === undefined ? null : optionalIdAt(asFields(first, 'data'), 'vendorId');
}
