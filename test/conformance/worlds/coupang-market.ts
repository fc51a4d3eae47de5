import { z } from 'zod';
import type { ClaimKind } from '../../../src/domain/claim.ts';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueLine, TrueOrder, TruePackage } from '../world.ts';
import { byId } from './by-id.ts';

const item = z.object({
  vendorItemId: z.string(),
  shippingCount: z.number(),
  cancelCount: z.number(),
  returnCount: z.number(),
  holdCountForCancel: z.number(),
  confirmedAt: z.string().nullable(),
  salesPrice: z.number(),
  instantCouponDiscount: z.number(),
  downloadableCouponDiscount: z.number(),
  coupangDiscount: z.number(),
});

const box = z.object({
  orderId: z.string(),
  shipmentBoxId: z.string(),
  status: z.string(),
  orderer: z.object({ name: z.string(), safeNumber: z.string() }),
  receiver: z.object({
    name: z.string(),
    safeNumber: z.string().nullable(),
    addr1: z.string(),
    addr2: z.string(),
    postCode: z.string(),
  }),
  parcelPrintMessage: z.string().nullable(),
  shippingPrice: z.number(),
  remotePrice: z.number().nullable(),
  items: z.array(item),
  deliveryCompanyCode: z.string().nullable(),
  deliveryCompanyName: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  invoicesRegistered: z.number(),
  acknowledgements: z.object({ applied: z.number() }),
  oddCases: z.array(z.string()),
});

const claim = z.object({
  orderId: z.string(),
  kind: z.enum(['cancel', 'return', 'exchange']),
  status: z.string(),
  outcome: z.enum(['done', 'withdrawn', 'rejected']).nullish(),
  items: z.array(
    z.object({
      vendorItemId: z.string(),
      cancelCount: z.number().optional(),
      count: z.number().optional(),
    }),
  ),
});

export type Item = z.infer<typeof item>;
export type Box = z.infer<typeof box>;

const boxes = z.object({ orders: z.array(box) });
const claims = z.object({ claims: z.array(claim) });

/** How much of a line claims of each kind hold open, and how much they have settled. */
export interface Claimed {
  readonly open: Readonly<Record<ClaimKind, number>>;
  readonly done: Readonly<Record<ClaimKind, number>>;
}

/** What an edition makes of boxes. */
export interface Told {
  /** Whether the edition shows a box at all. */
  shows(box: Box): boolean;
  line(box: Box, item: Item, claimed: Claimed): Omit<TrueLine, 'id' | 'packageKey'>;
  package(box: Box): Omit<TruePackage, 'key'>;
  contact(box: Box): TrueContact;
}

/** Whether the buyer keeps nothing of a box. */
export function isGone({ items }: Box): boolean {
  return items.every(
    ({ shippingCount, cancelCount, returnCount }) => cancelCount + returnCount >= shippingCount,
  );
}

const OPEN: Readonly<Record<ClaimKind, OrderStatus>> = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
};

/** What claims make of a line: they speak for it where they are about all that is left of it. */
export function laidOver(
  own: OrderStatus | null,
  quantity: number,
  { open, done }: Claimed,
): OrderStatus | null {
  const left = quantity - done.cancel - done.return;
  const asked = open.cancel + open.return + open.exchange;
  if (asked > 0 && asked >= left) {
    const kind = (['cancel', 'return', 'exchange'] as const).find((one) => open[one] > 0);
    return kind === undefined ? own : OPEN[kind];
  }
  if (left <= 0) return done.return > 0 ? 'RETURNED' : 'CANCELED';
  return done.exchange > 0 && done.exchange >= left ? 'EXCHANGED' : own;
}

const ODD_CASES: Readonly<Record<Oddity, string>> = {
  several_packages: 'several_boxes',
  several_units: 'several_units',
  no_phone: 'no_safe_number',
  unlisted_carrier: 'unlisted_courier',
  tax_free: 'tax_free',
  island: 'remote_area',
};

/** A shop of the sandbox as an edition tells of it: a line is an item in a box. */
export function marketOf(sandbox: SandboxControl, shop: SandboxShop, told: Told): Market {
  const at = `/coupang/shops/${shop.shop}`;
  const everyBox = async () => boxes.parse(await sandbox.get(`${at}/orders`)).orders;
  const shown = async () => (await everyBox()).filter(told.shows);
  const act = (name: string, line: string, more = {}) =>
    sandbox.act(shop, name, { shipmentBoxId: boxOf(line), ...more });
  return {
    shop,
    async orders() {
      const everyClaim = claims.parse(await sandbox.get(`${at}/claims`)).claims;
      return ordersOf(
        await shown(),
        Map.groupBy(everyClaim, ({ orderId }) => orderId),
        told,
      );
    },
    async hidden() {
      const seen = new Set((await shown()).map(({ orderId }) => orderId));
      return (await everyBox()).map(({ orderId }) => orderId).filter((id) => !seen.has(id));
    },
    contacts: async () => new Map((await shown()).map((one) => [one.shipmentBoxId, [told.contact(one)]])),
    writes: async (order) =>
      (await everyBox())
        .filter(({ orderId }) => orderId === order)
        .flatMap((one) =>
          one.items.map(({ vendorItemId }) => ({
            line: `${one.shipmentBoxId}:${vendorItemId}`,
            acknowledged: one.acknowledgements.applied,
            registered: one.invoicesRegistered,
            carrierCode: one.deliveryCompanyCode,
            invoice: one.invoiceNumber,
          })),
        ),
    odd: async (oddity) => [
      ...new Set((await shown()).filter((one) => isOdd(one, oddity)).map(({ orderId }) => orderId)),
    ],
    async deliver(line) {
      await act('moveBox', line, { status: 'FINAL_DELIVERY' });
    },
    async requestCancel(id) {
      const [key = '', line] = id.split(':');
      const order = (await everyBox()).find(({ shipmentBoxId }) => shipmentBoxId === key)?.orderId;
      await sandbox.act(shop, 'story.claim', { order, line, kind: 'cancel' });
    },
    async cancel(line) {
      await act('cancelBox', line);
    },
    async reissueKey() {
      await sandbox.act(shop, 'reissueKey');
    },
  };
}

function boxOf(line: string): string {
  return line.split(':')[0] ?? line;
}

function isOdd(one: Box, oddity: Oddity): boolean {
  if (!one.oddCases.includes(ODD_CASES[oddity])) return false;
  return oddity === 'unlisted_carrier' ? one.deliveryCompanyName === '동네퀵배송' : true;
}

type Claims = ReadonlyMap<string, readonly z.infer<typeof claim>[]>;

function ordersOf(shown: readonly Box[], byOrder: Claims, told: Told): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ orderId }) => orderId)]
    .map(([id, own]) => ({
      id,
      packages: own
        .map((one) => ({ key: one.shipmentBoxId, ...told.package(one) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
      lines: own
        .flatMap((one) =>
          one.items.map((sold) => ({
            id: `${one.shipmentBoxId}:${sold.vendorItemId}`,
            packageKey: one.shipmentBoxId,
            ...told.line(one, sold, claimedOf(sold, byOrder.get(id) ?? [])),
          })),
        )
        .sort(byId),
    }))
    .sort(byId);
}

function claimedOf({ vendorItemId }: Item, ofOrder: readonly z.infer<typeof claim>[]): Claimed {
  const open = { cancel: 0, return: 0, exchange: 0 };
  const done = { cancel: 0, return: 0, exchange: 0 };
  for (const one of ofOrder) {
    const sums = isOpen(one) ? open : isDone(one) ? done : undefined;
    if (sums === undefined) continue;
    for (const part of one.items) {
      if (part.vendorItemId === vendorItemId) sums[one.kind] += part.cancelCount ?? part.count ?? 0;
    }
  }
  return { open, done };
}

function isOpen({ kind, status, outcome }: z.infer<typeof claim>): boolean {
  return kind === 'exchange' ? status === 'RECEIPT' || status === 'PROGRESS' : outcome === null;
}

function isDone({ kind, status, outcome }: z.infer<typeof claim>): boolean {
  return kind === 'exchange' ? status === 'SUCCESS' : outcome === 'done';
}
