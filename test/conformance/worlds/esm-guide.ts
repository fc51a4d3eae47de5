import type { OrderStatus } from '../../../src/domain/status.ts';
import type { TrueContact, TrueLine, TrueOrder, World } from '../world.ts';
import { byId } from './by-id.ts';
import { idAt, isUnaccepted, openMarket, type Row, standingClaim, statusOf } from './esm-market.ts';

const CARRIERS: Readonly<Record<string, string>> = {
  CJGLS: 'cj',
  HANJIN: 'hanjin',
  LOTTE: 'lotte',
  LOGEN: 'logen',
  EPOST: 'epost',
};

/** Gmarket and Auction as the guide tells of them: an order is what was bought together, its status that of the whole. */
export const esmGuideWorld: World = {
  platform: 'esm',
  edition: 'guide',
  calls: {
    connect: 'guide.orders',
    feed: 'guide.orders',
    freshFeeds: ['guide.orders'],
    rows: 'guide.orders',
    read: 'guide.orders',
    ship: 'guide.ship',
    changeInvoice: 'guide.changeShipment',
    claims: {
      'cancel.approve': 'guide.cancel.approve',
      'cancel.reject': 'guide.cancel.reject',
      'return.approve': 'guide.return.approve',
      'return.reject': 'guide.return.reject',
      'return.collect': 'guide.return.collect',
      'return.complete': 'guide.return.complete',
      'exchange.approve': 'guide.exchange.approve',
      'exchange.ship': 'guide.exchange.shipment',
    },
  },
  unknownStatus: 'CUSTOMS_HOLD',
  unknownClaim: { operation: 'guide.claims', status: 'ON_REVIEW' },
  itemFailures: ['INVALID_PARAMETER'],
  badInvoice: 'INVALID_PARAMETER',
  cj: 'CJGLS',
  shipped: 'DELIVERING',
  oneParcelPerCall: true,
  claimsWholeLines: true,
  ipNotAllowed: 'missing_permission',
  noOrder: 'G:202601015599999999',
  longIds: true,
  tellsTax: false,
  tellsDelay: false,
  namesShop: false,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  tokens: true,
  oddities: ['several_units', 'unlisted_carrier'],
  open: (sandbox, { orders }) =>
    openMarket(sandbox, 'guide', orders, {
      orderOf,
      lineOf,
      orders: ordersOf,
      packageOf: ({ guideOrdNo }) => guideOrdNo,
      contact: contactOf,
      writes: (one) => ({
        line: lineOf(one),
        acknowledged: one.confirmations,
        registered: one.invoicesRegistered,
        carrierCode: one.guideDeliveryCompanyCode,
        invoice: one.invoiceNo,
      }),
      lists: (own) => !ENDINGS.includes(nativeOf(own)),
      // Orders that claims have undone are in the list of no status (guide 4.3.1), but their claims name them: then
      // they are read by their numbers, and seen although no list shows them.
      hasUndone: false,
      mostLines: 2,
    }),
};

function orderOf(one: Row): string {
  return idAt(one, one.guideOrdNo);
}

function lineOf({ siteGoodsNo, optionNo }: Row): string {
  return optionNo === null ? siteGoodsNo : `${siteGoodsNo}:${optionNo}`;
}

function ordersOf(shown: readonly Row[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, orderOf)]
    .map(([id, own]) => {
      const [first] = own;
      return {
        id,
        packages: own.slice(0, 1).map((one) => ({
          key: one.guideOrdNo,
          shippingFee: one.shippingFee + one.remoteFee,
          remoteAreaFee: 0,
        })),
        lines: first === undefined ? [] : linesOf(own).sort(byId),
      };
    })
    .sort(byId);
}

/** Parcel and money are told of the order as a whole; each line bears its share of the discount. */
function linesOf(own: readonly Row[]): TrueLine[] {
  const native = nativeOf(own);
  const shipped = own.find(({ invoiceNo }) => invoiceNo !== null);
  const carrier = shipped?.guideDeliveryCompanyCode ?? null;
  const total = own.reduce((sum, { amount }) => sum + amount, 0);
  const discounts = own.reduce((sum, { discount }) => sum + discount, 0);
  let passed = 0;
  let given = 0;
  return own.map((one) => {
    passed += one.amount;
    const discount = Math.round((discounts * passed) / total) - given;
    given += discount;
    return {
      id: lineOf(one),
      packageKey: one.guideOrdNo,
      status: standingClaim(one) === undefined ? (STATUSES[native] ?? null) : statusOf(one),
      native,
      quantity: one.quantity,
      shippable: NOT_TO_SHIP.includes(native) ? 0 : one.quantity,
      unitPrice: one.unitPrice,
      amount: one.amount,
      discount,
      paid: one.amount - discount,
      taxFree: null,
      carrier,
      carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
      invoice: shipped?.invoiceNo ?? null,
    };
  });
}

const NOT_TO_SHIP = ['CANCEL_REQUESTED', 'CANCELED', 'RETURNED', 'EXCHANGED'];

/** The guide's mapping table (5.1), and the agreed words for orders whose claims are done. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  PAY_COMPLETE: 'PAID',
  PREPARING: 'PREPARING',
  SHIPPING: 'DELIVERING',
  DELIVERED: 'DELIVERED',
  CONFIRMED: 'CONFIRMED',
  CANCEL_REQUESTED: 'CANCEL_REQUESTED',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  EXCHANGE_REQUESTED: 'EXCHANGE_REQUESTED',
  CANCELED: 'CANCELED',
  RETURNED: 'RETURNED',
  EXCHANGED: 'EXCHANGED',
};
const STEPS = ['ORDER_RECEIVED', 'PAY_COMPLETE', 'PREPARING', 'SHIPPING', 'DELIVERED', 'CONFIRMED'];
const REQUESTED = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
} as const;
const ENDED = { cancel: 'CANCELED', return: 'RETURNED', exchange: 'EXCHANGED' } as const;
const ENDINGS: readonly string[] = Object.values(ENDED);

/** The status of a whole order: that of its least advanced line outside of claims, else of an open claim, else of an end. */
function nativeOf(own: readonly Row[]): string {
  const free = own.filter((one) => standingClaim(one) === undefined);
  if (free.length > 0) return STEPS[Math.min(...free.map(({ status }) => status))] ?? '';
  const claims = own.flatMap((one) => standingClaim(one) ?? []);
  const open = claims.find(({ state }) => state !== 'done');
  const last = open ?? claims.at(-1);
  if (last === undefined) return '';
  return open === undefined ? ENDED[last.kind] : REQUESTED[last.kind];
}

function contactOf(one: Row): TrueContact {
  const { buyer, receiver, memo } = one;
  const waits = isUnaccepted(one);
  const door = /#\d+\*/.exec(memo)?.[0];
  const notes = [memo, door ?? ''].filter((note) => note !== '');
  return {
    orderer: { name: buyer.name, phone: buyer.phone, safePhone: null },
    receiver: {
      name: waits ? null : receiver.name,
      phone: waits ? null : receiver.mobile,
      safePhone: null,
    },
    postalCode: waits ? null : receiver.zipCode,
    address: waits ? null : receiver.front,
    addressDetail: waits ? null : receiver.back || null,
    deliveryNote: notes.length === 0 ? null : notes.join('\n'),
  };
}
