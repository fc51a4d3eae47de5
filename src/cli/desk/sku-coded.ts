import { z } from 'zod';
import type { HubApi } from './hub-api.ts';

export const STOCK = z.object({
  sku_id: z.number(),
  sku_code: z.string(),
  product_name: z.string(),
  option_values: z.array(z.string()),
  on_hand: z.number().nullable(),
  reserved: z.number(),
  available: z.number().nullable(),
  stock_status: z.string(),
});
export const STOCKS = z.object({ inventory: z.array(STOCK), next_cursor: z.string().nullable() });

/** The SKU of exactly that code. Throws when there is none. */
export async function skuCoded(api: HubApi, code: string): Promise<z.infer<typeof STOCK>> {
  const found = STOCKS.parse(await api.ask('GET /inventory', { query: { q: code, limit: '200' } }));
  const sku = found.inventory.find(({ sku_code }) => sku_code === code);
  if (sku === undefined) throw new Error(`there is no SKU with the code ${code}`);
  return sku;
}
