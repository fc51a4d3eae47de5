import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../src/store/database.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';

/** A line of an order as the marketplace holds it and as the hub holds it, in words both use. */
export interface LineFacts {
  readonly order: string;
  readonly line: string;
  readonly native: string;
  readonly quantity: number;
  readonly invoice: string | null;
}

export interface MarketFacts {
  readonly lines: readonly LineFacts[];
  /** How often an invoice was registered, by what one registration is for: a box, a product order. */
  readonly registrations: ReadonlyMap<string, number>;
}

const COUPANG = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      shipmentBoxId: z.string(),
      status: z.string(),
      canceled: z.boolean(),
      invoiceNumber: z.string().nullable(),
      invoicesRegistered: z.number(),
      items: z.array(
        z.object({ vendorItemId: z.union([z.string(), z.number()]), shippingCount: z.number() }),
      ),
    }),
  ),
});

const NAVER = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      productOrderId: z.string(),
      productOrderStatus: z.string(),
      placeOrderStatus: z.string().nullish(),
      quantity: z.number(),
      trackingNumber: z.string().nullish(),
      invoicesRegistered: z.number(),
    }),
  ),
});

/** What the sandbox says the truth is, of every order the hub should know. */
export async function marketFacts(sandbox: SandboxControl, shop: SandboxShop): Promise<MarketFacts> {
  const raw = await sandbox.get(`/${shop.platform}/shops/${shop.shop}/orders`);
  return shop.platform === 'coupang' ? coupangFacts(COUPANG.parse(raw)) : naverFacts(NAVER.parse(raw));
}

function coupangFacts({ orders }: z.infer<typeof COUPANG>): MarketFacts {
  // A fully cancelled box is in no list (sheet §4.1), so the hub cannot know it.
  const shown = orders.filter((box) => !box.canceled);
  return {
    lines: shown.flatMap((box) =>
      box.items.map((item) => ({
        order: box.orderId,
        line: `${box.shipmentBoxId}:${item.vendorItemId}`,
        native: box.status,
        quantity: item.shippingCount,
        invoice: box.invoiceNumber || null,
      })),
    ),
    registrations: new Map(orders.map((box) => [box.shipmentBoxId, box.invoicesRegistered])),
  };
}

function naverFacts({ orders }: z.infer<typeof NAVER>): MarketFacts {
  const paid = orders.filter((line) => line.productOrderStatus !== 'PAYMENT_WAITING');
  return {
    lines: paid.map((line) => ({
      order: line.orderId,
      line: line.productOrderId,
      native: line.productOrderStatus,
      quantity: line.quantity,
      invoice: line.trackingNumber || null,
    })),
    registrations: new Map(orders.map((line) => [line.productOrderId, line.invoicesRegistered])),
  };
}

/** What the hub holds of one account's orders. */
export async function hubFacts(db: Database, account: number): Promise<readonly LineFacts[]> {
  const { rows } = await sql<{
    native_order_id: string;
    native_line_id: string;
    native_status: string;
    quantity: number;
    invoice: string | null;
  }>`
    select o.native_order_id, l.native_line_id, l.native_status, l.quantity, l.invoice
    from order_lines l join orders o on o.id = l.order_id where o.account_id = ${account}`.execute(db.root);
  return rows.map((row) => ({
    order: row.native_order_id,
    line: row.native_line_id,
    native: row.native_status.split('/')[0] ?? '',
    quantity: row.quantity,
    invoice: row.invoice || null,
  }));
}

/** Never paid, so in no list by payment: whether the hub heard of it depends on one feed, and nobody waits for it. */
const NEVER_PAID = 'CANCELED_BY_NOPAYMENT';

/** Lines on one side that the other does not have, or has differently. */
export function differences(hub: readonly LineFacts[], market: readonly LineFacts[]): readonly string[] {
  const text = (facts: LineFacts) => JSON.stringify(facts);
  const counts = ({ native }: LineFacts) => native !== NEVER_PAID;
  const known = new Set(hub.map(text));
  const actual = new Set(market.map(text));
  return [
    ...market
      .filter(counts)
      .filter((facts) => !known.has(text(facts)))
      .map((facts) => `the hub lacks ${text(facts)}`),
    ...hub
      .filter(counts)
      .filter((facts) => !actual.has(text(facts)))
      .map((facts) => `only the hub has ${text(facts)}`),
  ];
}
