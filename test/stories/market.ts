import { z } from 'zod';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';

/** An order as its marketplace names it. */
const SOLD = z.object({ order: z.string(), lines: z.array(z.string()) });
export type Sale = z.infer<typeof SOLD>;

/** The marketplace's own truth about one order, in words that all stand-ins share. */
const TALE = z.object({
  status: z.enum([
    'paid',
    'preparing',
    'shipped',
    'delivered',
    'confirmed',
    'canceled',
    'returned',
    'exchanged',
  ]),
  quantity: z.int(),
  left: z.int(),
  parcels: z.array(
    z.object({ carrier: z.string().nullable(), invoice: z.string().nullable(), quantity: z.int() }),
  ),
  claims: z.array(
    z.object({
      kind: z.enum(['cancel', 'return', 'exchange']),
      state: z.enum(['open', 'done', 'rejected', 'withdrawn']),
      quantity: z.int(),
      fault: z.enum(['buyer', 'seller', 'carrier']).nullable(),
      refunded: z.boolean(),
      fee: z.number().nullable(),
      feePaidBy: z.enum(['buyer', 'seller']).nullable(),
      collectInvoice: z.string().nullable(),
      replacementInvoice: z.string().nullable(),
    }),
  ),
  sellerCancels: z.int(),
  penaltyPoints: z.number(),
});
export type Tale = z.infer<typeof TALE>;

/** What buyers and couriers do at one shop, and what its marketplace knows. */
export interface Market {
  readonly buyer: {
    buys(what?: {
      readonly lines?: number;
      readonly quantity?: number;
      readonly price?: number;
    }): Promise<Sale>;
    wants(kind: 'cancel' | 'return' | 'exchange', sale: Sale, fault?: 'buyer' | 'seller'): Promise<void>;
    changesHisMind(sale: Sale): Promise<void>;
    confirms(sale: Sale): Promise<void>;
  };
  readonly courier: {
    delivers(sale: Sale): Promise<void>;
    /** Brings the goods of the open claim back to the seller. */
    bringsBack(sale: Sale): Promise<void>;
    deliversReplacement(sale: Sale): Promise<void>;
  };
  tells(sale: Sale): Promise<Tale>;
}

export function marketOf(sandbox: SandboxControl, shop: SandboxShop): Market {
  const act = async (name: string, { order }: Sale, more = {}) => {
    await sandbox.act(shop, `story.${name}`, { order, ...more });
  };
  return {
    buyer: {
      buys: async (what = {}) => SOLD.parse(await sandbox.act(shop, 'story.sell', what)),
      wants: (kind, sale, fault = 'buyer') => act('claim', sale, { kind, fault }),
      changesHisMind: (sale) => act('withdraw', sale),
      confirms: (sale) => act('confirm', sale),
    },
    courier: {
      delivers: (sale) => act('deliver', sale),
      bringsBack: (sale) => act('collect', sale),
      deliversReplacement: (sale) => act('redeliver', sale),
    },
    tells: async ({ order }) => TALE.parse(await sandbox.act(shop, 'story.tell', { order })),
  };
}
