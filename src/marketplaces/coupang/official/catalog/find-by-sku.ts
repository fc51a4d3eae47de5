import { asFields, idAt } from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { listOf } from './decode-product.ts';

/** Products with an option of one of these codes: Coupang keeps a seller's code for options only (sheet §3.6). */
export async function findBySkus(ask: Ask, skus: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const sku of new Set(skus)) for (const id of await findBySku(ask, sku)) found.add(id);
  return [...found];
}

async function findBySku(ask: Ask, sku: string): Promise<readonly string[]> {
  try {
    return await ask({ operation: 'productsBySku', params: { sku }, decode: decodeIds });
  } catch (error) {
    if (error instanceof MarketplaceError && error.reason === 'not_found') return [];
    throw error;
  }
}

function decodeIds(json: unknown): readonly string[] {
  return listOf(asFields(json, 'answer'), 'data').map((row) => idAt(row, 'sellerProductId'));
}
