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
  // Codes that begin with this one come as well, the newest first.
  for (let cursor: string | undefined; ; ) {
    const query = { q: code, limit: '200', cursor };
    const { inventory, next_cursor: next } = STOCKS.parse(await api.ask('GET /inventory', { query }));
    const sku = inventory.find(({ sku_code }) => sku_code === code);
    if (sku !== undefined) return sku;
    if (next === null) throw new Error(`there is no SKU with the code ${code}`);
    cursor = next;
  }
}
