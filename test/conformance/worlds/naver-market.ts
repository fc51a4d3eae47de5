import { z } from 'zod';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueOrder } from '../world.ts';

const line = z.object({
  orderId: z.string(),
  productOrderId: z.string(),
  packageNumber: z.string(),
  productOrderStatus: z.string(),
  placeOrderStatus: z.string(),
  claimType: z.string().optional(),
  claimStatus: z.string().optional(),
  claimQuantity: z.number().optional(),
  quantity: z.number(),
  remainQuantity: z.number(),
  taxType: z.string(),
  unitPrice: z.number(),
  totalAmount: z.number(),
  discountAmount: z.number(),
  paymentAmount: z.number(),
  deliveryFee: z.number(),
  deliveryFeeDiscount: z.number(),
  deliveryFeePayment: z.string(),
  remoteAreaFee: z.number(),
  isGift: z.boolean(),
  isKeptBack: z.boolean(),
  orderer: z.object({ name: z.string(), tel: z.string() }),
  receiver: z
    .object({
      name: z.string(),
      tel1: z.string().optional(),
      zipCode: z.string(),
      baseAddress: z.string(),
      detailedAddress: z.string(),
    })
    .optional(),
  shippingMemo: z.string().optional(),
  deliveryMethod: z.string().optional(),
  deliveryStatus: z.string().optional(),
  deliveryCompany: z.string().optional(),
  trackingNumber: z.string().optional(),
  invoicesRegistered: z.number(),
  confirmsApplied: z.number(),
});

/** One product order as the sandbox tells it. */
export type Line = z.infer<typeof line>;

const lines = z.object({ orders: z.array(line) });
const cases = z.record(z.string(), z.array(z.string()));

const CASES: Readonly<Record<Oddity, string>> = {
  several_packages: 'several-packages',
  several_units: 'several-quantities',
  no_phone: 'phone-absent',
  unlisted_carrier: 'delivering:unlisted-courier',
  tax_free: 'tax-exempt',
  island: 'island',
};

/** What an edition makes of the product orders. */
export interface Told {
  orders(shown: readonly Line[]): readonly TrueOrder[];
  /** What contacts belong to. */
  packageOf(line: Line): string;
  contact(line: Line): TrueContact;
}

/** A store of the sandbox, as an edition tells of it. */
export function marketOf(sandbox: SandboxControl, shop: SandboxShop, told: Told): Market {
  const everyLine = async () => lines.parse(await sandbox.get(`/naver/shops/${shop.shop}/orders`)).orders;
  // An order nobody has paid is no order for a seller yet (sheet §4.4).
  const shown = async () =>
    (await everyLine()).filter(({ productOrderStatus }) => productOrderStatus !== 'PAYMENT_WAITING');
  const act = (name: string, productOrderId: string, more = {}) =>
    sandbox.act(shop, name, { productOrderId, ...more });
  return {
    shop,
    orders: async () => told.orders(await shown()),
    async hidden() {
      const seen = new Set((await shown()).map(({ orderId }) => orderId));
      return (await everyLine()).map(({ orderId }) => orderId).filter((id) => !seen.has(id));
    },
    async contacts() {
      const byPackage = Map.groupBy(await shown(), told.packageOf);
      return new Map([...byPackage].map(([key, own]) => [key, own.map(told.contact)]));
    },
    writes: async (order) =>
      (await everyLine())
        .filter(({ orderId }) => orderId === order)
        .map((one) => ({
          line: one.productOrderId,
          acknowledged: one.confirmsApplied,
          registered: one.invoicesRegistered,
          carrierCode: one.deliveryCompany ?? null,
          invoice: one.trackingNumber ?? null,
        })),
    async odd(oddity) {
      const ids = cases.parse(await sandbox.act(shop, 'cases'))[CASES[oddity]] ?? [];
      const own = (await shown()).filter(({ productOrderId }) => ids.includes(productOrderId));
      return [...new Set(own.map(({ orderId }) => orderId))];
    },
    async deliver(id) {
      await act('move', id, { productOrderStatus: 'DELIVERED' });
    },
    async requestCancel(id) {
      await act('requestCancel', id);
    },
    async cancel(id) {
      await act('move', id, { productOrderStatus: 'CANCELED' });
    },
    async reissueKey() {
      await sandbox.act(shop, 'reissueSecret');
      await sandbox.act(shop, 'expireTokens');
    },
  };
}

/** Sheet §4.4, a claim on all that is left of a line. */
export function wholeClaim(one: Line): OrderStatus | undefined {
  const open = openClaim(one);
  return open !== undefined && (one.claimQuantity ?? one.remainQuantity) >= one.remainQuantity
    ? open
    : undefined;
}

/** What an open claim makes of its line. */
export function openClaim({ claimType, claimStatus }: Line): OrderStatus | undefined {
  switch (claimStatus) {
    case 'CANCEL_REQUEST':
    case 'CANCELING':
    case 'ADMIN_CANCELING':
      return 'CANCEL_REQUESTED';
    case 'RETURN_REQUEST':
      return 'RETURN_REQUESTED';
    case 'EXCHANGE_REQUEST':
    case 'EXCHANGE_REDELIVERING':
      return 'EXCHANGE_REQUESTED';
    case 'COLLECTING':
    case 'COLLECT_DONE':
      return claimType === 'RETURN' ? 'RETURN_REQUESTED' : 'EXCHANGE_REQUESTED';
    default:
      return undefined;
  }
}
