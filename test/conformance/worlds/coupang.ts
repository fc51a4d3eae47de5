import { z } from 'zod';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueLine, TrueOrder, World } from '../world.ts';
import { byId } from './by-id.ts';

const item = z.object({
  vendorItemId: z.string(),
  shippingCount: z.number(),
  cancelCount: z.number(),
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
  canceled: z.boolean(),
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

type Box = z.infer<typeof box>;

const boxes = z.object({ orders: z.array(box) });

/** Sheet §4.1. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  ACCEPT: 'PAID',
  INSTRUCT: 'PREPARING',
  DEPARTURE: 'SHIPPED',
  DELIVERING: 'DELIVERING',
  NONE_TRACKING: 'DELIVERING',
  FINAL_DELIVERY: 'DELIVERED',
};

const CARRIERS: Readonly<Record<string, string>> = {
  CJ대한통운: 'cj',
  한진택배: 'hanjin',
  롯데택배: 'lotte',
  로젠택배: 'logen',
  우체국: 'epost',
  업체직송: 'direct',
};

const ODD_CASES: Readonly<Record<Oddity, string>> = {
  several_packages: 'several_boxes',
  several_units: 'several_units',
  no_phone: 'no_safe_number',
  unlisted_carrier: 'unlisted_courier',
  tax_free: 'tax_free',
  island: 'remote_area',
};

/** Coupang as the suite sees it: a line is an item in a box, and a box is acknowledged and shipped as a whole. */
export const coupangWorld: World = {
  platform: 'coupang',
  calls: {
    connect: 'sellerProducts.list',
    feed: 'ordersheets.list',
    freshFeeds: ['ordersheets.list', 'ordersheets.timeFrame'],
    rows: 'ordersheets.list',
    read: 'ordersheets.order',
    acknowledge: 'ordersheets.acknowledge',
    ship: 'invoices.upload',
  },
  unknownStatus: 'HOLD_BY_CUSTOMS',
  itemFailures: ['UNDEFINED_ERROR_OCCUR'],
  badInvoice: 'INVALID_INVOICE_NUMBER',
  cj: 'CJGLS',
  noOrder: '15199999999999',
  longIds: true,
  tellsTax: false,
  tokens: false,
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('coupang', { orders, quiet: true, limits: false });
    return marketOf(sandbox, shop);
  },
};

function marketOf(sandbox: SandboxControl, shop: SandboxShop): Market {
  const everyBox = async () => boxes.parse(await sandbox.get(`/coupang/shops/${shop.shop}/orders`)).orders;
  // A box that is cancelled as a whole is in no list (sheet §4.1).
  const shown = async () => (await everyBox()).filter(({ canceled }) => !canceled);
  const act = (name: string, line: string, more = {}) =>
    sandbox.act(shop, name, { shipmentBoxId: boxOf(line), ...more });
  return {
    shop,
    orders: async () => ordersOf(await shown()),
    async hidden() {
      const seen = new Set((await shown()).map(({ orderId }) => orderId));
      return (await everyBox()).map(({ orderId }) => orderId).filter((id) => !seen.has(id));
    },
    contacts: async () => new Map((await shown()).map((one) => [one.shipmentBoxId, [contactOf(one)]])),
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
    async requestCancel(line) {
      await act('holdForCancel', line);
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

function ordersOf(shown: readonly Box[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ orderId }) => orderId)]
    .map(([id, own]) => ({
      id,
      packages: own
        .map((one) => ({
          key: one.shipmentBoxId,
          shippingFee: one.shippingPrice,
          remoteAreaFee: one.remotePrice ?? 0,
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
      lines: own.flatMap(linesOf).sort(byId),
    }))
    .sort(byId);
}

function linesOf(one: Box): readonly TrueLine[] {
  return one.items.map((sold) => {
    const left = Math.max(0, sold.shippingCount - sold.cancelCount - sold.holdCountForCancel);
    const amount = sold.salesPrice * sold.shippingCount;
    const discount = sold.instantCouponDiscount + sold.downloadableCouponDiscount + sold.coupangDiscount;
    const carrier = one.deliveryCompanyName;
    return {
      id: `${one.shipmentBoxId}:${sold.vendorItemId}`,
      packageKey: one.shipmentBoxId,
      status: statusOf(one, sold, left),
      native: one.status,
      quantity: sold.shippingCount,
      shippable: sold.cancelCount >= sold.shippingCount ? 0 : left,
      unitPrice: sold.salesPrice,
      amount,
      discount,
      paid: amount - discount,
      taxFree: null,
      carrier,
      carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
      invoice: one.invoiceNumber,
    };
  });
}

function statusOf(one: Box, sold: Box['items'][number], left: number): OrderStatus | null {
  if (sold.cancelCount >= sold.shippingCount) return 'CANCELED';
  if (left === 0 && (one.status === 'ACCEPT' || one.status === 'INSTRUCT')) return 'CANCEL_REQUESTED';
  if (one.status === 'FINAL_DELIVERY' && sold.confirmedAt !== null) return 'CONFIRMED';
  return STATUSES[one.status] ?? null;
}

/** Sellers see safe numbers only (sheet §3.2). */
function contactOf({ orderer, receiver, parcelPrintMessage }: Box): TrueContact {
  return {
    orderer: { name: orderer.name, phone: null, safePhone: orderer.safeNumber },
    receiver: { name: receiver.name, phone: null, safePhone: receiver.safeNumber },
    postalCode: receiver.postCode,
    address: receiver.addr1,
    addressDetail: receiver.addr2 || null,
    deliveryNote: parcelPrintMessage,
  };
}
