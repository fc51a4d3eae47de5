import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type TrueOrder, type World } from '../world.ts';
import { byId } from './by-id.ts';
import { catalogOf } from './eleventh-street-catalog.ts';
import { type Line, marketOf, peopleOf, wholeClaim } from './eleventh-street-market.ts';

/** Sheet §4.6. */
const CARRIERS: Readonly<Record<string, string>> = {
  '00034': 'cj',
  '00012': 'lotte',
  '00011': 'hanjin',
  '00007': 'epost',
  '00002': 'logen',
};

/** 11st's own API: a line is one `ordPrdSeq` of an order, and what has one `dlvNo` is shipped together. */
export const elevenStreetOfficialWorld: World = {
  platform: 'eleventh_street',
  edition: 'official',
  calls: {
    connect: 'areas.outbound',
    feed: 'orders.complete',
    freshFeeds: ['orders.complete'],
    rows: 'orders.complete',
    read: 'orders.byNumber',
    acknowledge: 'orders.confirm',
    ship: 'orders.ship',
    split: 'orders.shipQuantities',
    delay: 'orders.delayNotice',
    cancel: 'orders.sellerCancel',
    claims: {
      'cancel.approve': 'cancels.approve',
      // With a reason: without one it is `cancels.reject`.
      'cancel.reject': 'cancels.rejectWithReason',
      'return.approve': 'returns.approve',
      'return.reject': 'returns.reject',
      'return.hold': 'returns.hold',
      'return.pickup': 'returns.invoice',
      'exchange.reject': 'exchanges.reject',
      'exchange.ship': 'exchanges.approve',
    },
  },
  unknownStatus: '777',
  unknownClaim: { operation: 'cancels.withdrawn', status: '777' },
  itemFailures: ['-1'],
  badInvoice: '-3306',
  cj: '00034',
  shipped: 'SHIPPED',
  shippedAsRead: 'DELIVERING',
  oneParcelPerCall: true,
  noOrder: '20260101999999999',
  longIds: false,
  tellsTax: false,
  tellsDelay: false,
  namesShop: false,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  hidesRejectedOf: ['cancel'],
  tokens: false,
  oddities: ODDITIES.filter((oddity) => oddity !== 'tax_free'),
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('eleventh_street', {
      orders,
      quiet: true,
      limits: false,
      edition: 'official',
      // More than a page of them.
      listings: 130,
    });
    const market = marketOf(sandbox, shop, {
      orders: ordersOf,
      packageOf: ({ dlvNo }) => dlvNo,
      contact: contactOf,
      carrier: (code) => code,
    });
    return { ...market, catalog: catalogOf(sandbox, shop) };
  },
};

function ordersOf(shown: readonly Line[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ ordNo }) => ordNo)]
    .map(([id, own]) => ({
      id,
      packages: [...Map.groupBy(own, ({ dlvNo }) => dlvNo)]
        .map(([key, members]) => ({
          key,
          shippingFee: Math.max(...members.map(({ shipping }) => shipping)),
          remoteAreaFee: Math.max(...members.map(({ islandFee }) => islandFee)),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
      lines: own.map(lineOf).sort(byId),
    }))
    .sort(byId);
}

/** Sheet §4.1. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  '200': 'PAID',
  '201': 'PAID',
  '202': 'PAID',
  '301': 'PREPARING',
  '401': 'DELIVERING',
  '501': 'DELIVERED',
  '901': 'CONFIRMED',
  '701': 'CANCEL_REQUESTED',
};

function lineOf(one: Line): TrueLine {
  const [parcel] = one.parcels;
  const invoice = parcel?.invoice ?? null;
  const carrier = invoice === null ? null : (parcel?.courierCode ?? null);
  const discount = Math.min(one.amount, one.sellerDiscount + one.couponDiscount);
  return {
    id: one.ordPrdSeq,
    packageKey: one.dlvNo,
    // A claim about a part leaves a parcel where it was; 601 says no more than that there is one.
    status: wholeClaim(one) ?? STATUSES[one.ordPrdStat === '601' ? one.stage : one.ordPrdStat] ?? null,
    native: one.ordPrdStat,
    quantity: one.quantity,
    shippable: one.left - underCancel(one),
    unitPrice: one.price,
    amount: one.amount,
    discount,
    paid: one.amount - discount,
    taxFree: null,
    carrier,
    carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
    invoice,
  };
}

function underCancel({ claims }: Line): number {
  const open = claims.find(({ endedAt, kind }) => endedAt === null && kind === 'cancel');
  return open?.quantity ?? 0;
}

function contactOf(one: Line): TrueContact {
  const { memo } = one;
  return { ...peopleOf(one), deliveryNote: memo === null ? null : onWire(memo) };
}

/** CP949 has no emoji. */
function onWire(text: string): string {
  return text.replaceAll(/\p{Extended_Pictographic}/gu, '?');
}
