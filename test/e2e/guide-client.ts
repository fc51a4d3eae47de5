import { z } from 'zod';
import type { Office } from './office.ts';

const PRODUCT = z.looseObject({
  id: z.number(),
  stock_quantity: z.number().nullable(),
  skus: z.array(z.object({ id: z.number() })),
});

const PLATFORM_RESULTS = z.object({
  published: z.number(),
  runs: z.array(z.unknown()),
  publications: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      state: z.string(),
      faults: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
      command: z.object({ state: z.string() }).nullable(),
    }),
  ),
});

const PRICES = z.object({
  plan: z.object({ id: z.number(), state: z.string() }).nullable(),
  quotes: z.array(
    z.object({
      account_id: z.number(),
      price_now: z.number().nullable(),
      price: z.number().nullable(),
      margin: z.object({ profit: z.number(), margin_percent: z.number() }).nullable(),
      notes: z.array(z.string()),
      says: z.string().nullable(),
    }),
  ),
});

const ORDERS = z.object({
  orders: z.array(
    z.object({
      id: z.number(),
      platform: z.string(),
      native_order_id: z.string(),
      status: z.string().nullable(),
      quantity: z.number(),
      paid_amount: z.number(),
    }),
  ),
});
export type Order = z.infer<typeof ORDERS>['orders'][number];

const ORDER = z.object({
  status: z.string().nullable(),
  lines: z.array(
    z.object({
      quantity: z.number(),
      stock: z.array(
        z.object({
          sku_id: z.number(),
          state: z.string(),
          reserved: z.number(),
          shipped: z.number(),
          short: z.number(),
        }),
      ),
    }),
  ),
});

const CONFIRMED = z.object({ accepted: z.number(), declined: z.number() });
const SHIPPED = z.object({ commands: z.array(z.object({ kind: z.string(), state: z.string() })) });

/** As the guide answers it, and whether it sells well. */
const LOW_STOCK = z.object({
  low_stock_products: z.array(
    z.object({
      product_id: z.number(),
      product_name: z.string(),
      current_stock: z.number(),
      safety_stock: z.number(),
      stock_status: z.enum(['low_stock', 'out_of_stock']),
      high_demand: z.boolean(),
    }),
  ),
});

/** The functions that guide 1 calls in its scenarios, each with the REST calls that stand behind it. */
export function guideClient(office: Office) {
  async function ask<Body>(line: `${string} /${string}`, shape: z.ZodType<Body>, body?: unknown) {
    const answer = await office.ask(line, body);
    if (answer.status >= 300) throw new Error(`${line}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return shape.parse(answer.body);
  }
  const applyPrices = (product: number) =>
    ask('POST /prices/apply?wait=60', PRICES, { product_ids: [product], confirm: true });

  return {
    createProduct: (data: unknown) => ask('POST /products', PRODUCT, data),

    syncToPlatforms: (product: number) =>
      ask('POST /sync/products?wait=60', PLATFORM_RESULTS, { product_ids: [product] }),

    /** `adjust_inventory` of the guide. */
    async setInitialInventory(product: number, quantity: number) {
      const changed = await ask(`PUT /products/${product}`, PRODUCT, { stock_quantity: quantity });
      await ask('POST /sync/inventory', z.unknown(), { product_ids: [product] });
      return changed;
    },

    applyPricingStrategy: applyPrices,

    async syncMorningOrders(since: Date, until: Date): Promise<readonly Order[]> {
      await ask('POST /sync/orders?wait=60', z.unknown(), {
        start_date: since.toISOString(),
        end_date: until.toISOString(),
      });
      return (await ask('GET /orders?status=PAID&limit=100', ORDERS)).orders;
    },

    /** Nothing is left to do for it: stock is kept from the moment an order is seen. Answers what is kept. */
    allocateInventory: ({ id }: Order) => ask(`GET /orders/${id}`, ORDER),

    confirmOrders: (orders: readonly Order[], shipDate: string) =>
      ask('POST /orders/batch-confirm', CONFIRMED, {
        order_ids: orders.map(({ id }) => id),
        ship_date: shipDate,
      }),

    updateShippingInfo: ({ id }: Order, trackingInfo: Readonly<Record<string, string>>) =>
      ask(`PUT /orders/${id}/status?wait=60`, SHIPPED, { status: 'shipped', shipping_info: trackingInfo }),

    checkLowStockProducts: async () => (await ask('GET /inventory/low-stock', LOW_STOCK)).low_stock_products,

    disableOnAllPlatforms: (product: number) =>
      ask('POST /sync/inventory', z.unknown(), {
        product_ids: [product],
        auto_disable_out_of_stock: true,
      }),

    /** While it runs low and sells well, its rule asks for more. */
    async increasePrice(product: number, rule: number, percent: number) {
      await ask(`PUT /price-rules/${rule}`, z.unknown(), {
        scarcity: { raise_percent: percent, cover_days: 7 },
      });
      return applyPrices(product);
    },
  };
}
