import { z } from 'zod';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueLine, TrueOrder, World } from '../world.ts';
import { byId } from './by-id.ts';

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
  remoteAreaFee: z.number(),
  isGift: z.boolean(),
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

type Line = z.infer<typeof line>;

const lines = z.object({ orders: z.array(line) });
const cases = z.record(z.string(), z.array(z.string()));

const CARRIERS: Readonly<Record<string, string>> = {
  CJGLS: 'cj',
  HANJIN: 'hanjin',
  HYUNDAI: 'lotte',
  KGB: 'logen',
  EPOST: 'epost',
  DIRECT_DELIVERY: 'direct',
};

const CASES: Readonly<Record<Oddity, string>> = {
  several_packages: 'several-packages',
  several_units: 'several-quantities',
  no_phone: 'phone-absent',
  unlisted_carrier: 'delivering:unlisted-courier',
  tax_free: 'tax-exempt',
  island: 'island',
};

/** Naver as the suite sees it: a line is a product order, and each is confirmed and dispatched by itself. */
export const naverWorld: World = {
  platform: 'naver',
  calls: {
    connect: 'seller.account',
    feed: 'product-orders.changes',
    freshFeeds: ['product-orders.changes'],
    rows: 'product-orders.query',
    read: 'orders.product-order-ids',
    acknowledge: 'product-orders.confirm',
    ship: 'product-orders.dispatch',
  },
  unknownStatus: 'INSPECTION_WAITING',
  itemFailures: ['104122', '104133'],
  badInvoice: '104122',
  cj: 'CJGLS',
  noOrder: '2026010199999999',
  longIds: false,
  tellsTax: true,
  tokens: true,
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('naver', {
      orders,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    return marketOf(sandbox, shop);
  },
};

function marketOf(sandbox: SandboxControl, shop: SandboxShop): Market {
  const everyLine = async () => lines.parse(await sandbox.get(`/naver/shops/${shop.shop}/orders`)).orders;
  // An order nobody has paid is no order for a seller yet (sheet §4.4).
  const shown = async () =>
    (await everyLine()).filter(({ productOrderStatus }) => productOrderStatus !== 'PAYMENT_WAITING');
  const act = (name: string, productOrderId: string, more = {}) =>
    sandbox.act(shop, name, { productOrderId, ...more });
  return {
    shop,
    orders: async () => ordersOf(await shown()),
    async hidden() {
      const seen = new Set((await shown()).map(({ orderId }) => orderId));
      return (await everyLine()).map(({ orderId }) => orderId).filter((id) => !seen.has(id));
    },
    async contacts() {
      const byPackage = Map.groupBy(await shown(), ({ packageNumber }) => packageNumber);
      return new Map([...byPackage].map(([key, own]) => [key, own.map(contactOf)]));
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

function ordersOf(shown: readonly Line[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ orderId }) => orderId)]
    .map(([id, own]) => ({
      id,
      packages: [...Map.groupBy(own, ({ packageNumber }) => packageNumber)]
        .map(([key, members]) => ({
          key,
          shippingFee: Math.max(...members.map(({ deliveryFee }) => deliveryFee)),
          remoteAreaFee: Math.max(...members.map(({ remoteAreaFee }) => remoteAreaFee)),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
      lines: own.map(lineOf).sort(byId),
    }))
    .sort(byId);
}

const ENDED: Readonly<Record<string, OrderStatus>> = {
  CANCELED: 'CANCELED',
  CANCELED_BY_NOPAYMENT: 'CANCELED',
  RETURNED: 'RETURNED',
  EXCHANGED: 'EXCHANGED',
};

function lineOf(one: Line): TrueLine {
  const carrier = one.deliveryCompany ?? one.deliveryMethod ?? null;
  const ended = ENDED[one.productOrderStatus];
  const isUnderCancel = openClaim(one) === 'CANCEL_REQUESTED';
  const claimed = isUnderCancel ? (one.claimQuantity ?? one.remainQuantity) : 0;
  return {
    id: one.productOrderId,
    packageKey: one.packageNumber,
    status: ended ?? wholeClaim(one) ?? step(one),
    native: one.productOrderStatus,
    quantity: one.quantity,
    shippable: ended === undefined ? one.remainQuantity - claimed : 0,
    unitPrice: one.unitPrice,
    amount: one.totalAmount,
    discount: one.discountAmount,
    paid: one.paymentAmount,
    taxFree: one.taxType !== 'TAXATION',
    carrier,
    carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
    // A parcel without a courier has no invoice, but it is a parcel.
    invoice: one.trackingNumber ?? (carrier === null ? null : ''),
  };
}

/** Sheet §4.4, a claim on all that is left of a line. */
function wholeClaim(one: Line): OrderStatus | undefined {
  const open = openClaim(one);
  return open !== undefined && (one.claimQuantity ?? one.remainQuantity) >= one.remainQuantity
    ? open
    : undefined;
}

function openClaim({ claimType, claimStatus }: Line): OrderStatus | undefined {
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

const STILL_HERE = ['COLLECT_REQUEST', 'COLLECT_WAIT', 'COLLECT_CARGO', 'NOT_TRACKING'];

function step({ productOrderStatus, placeOrderStatus, deliveryStatus }: Line): OrderStatus | null {
  switch (productOrderStatus) {
    case 'PAYED':
      return placeOrderStatus === 'OK' ? 'PREPARING' : 'PAID';
    case 'DELIVERING':
      return STILL_HERE.includes(deliveryStatus ?? 'COLLECT_REQUEST') ? 'SHIPPED' : 'DELIVERING';
    case 'DELIVERED':
      return 'DELIVERED';
    case 'PURCHASE_DECIDED':
      return 'CONFIRMED';
    default:
      return null;
  }
}

/** Who gave a gift stays half hidden (sheet §3.3). */
function contactOf({ orderer, isGift, receiver, shippingMemo }: Line): TrueContact {
  const { name, tel } = orderer;
  const giver = {
    name: `${name.slice(0, 1)}${'*'.repeat(name.length - 1)}`,
    phone: tel.replace(/\d{4}$/, '****'),
  };
  return {
    orderer: { ...(isGift ? giver : { name, phone: tel }), safePhone: null },
    receiver: { name: receiver?.name ?? null, phone: receiver?.tel1 || null, safePhone: null },
    postalCode: receiver?.zipCode ?? null,
    address: receiver?.baseAddress ?? null,
    addressDetail: receiver?.detailedAddress ?? null,
    deliveryNote: shippingMemo ?? null,
  };
}
