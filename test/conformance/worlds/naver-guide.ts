import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type TrueOrder, type World } from '../world.ts';
import { byId } from './by-id.ts';
import { type Line, marketOf, openClaim } from './naver-market.ts';

/** The guide's codes of carriers (guide 1.4.4) by the marketplace's own; others stay as they are. */
const CODES: Readonly<Record<string, string>> = {
  HYUNDAI: 'LOTTE',
  KGB: 'LOGEN',
  CVSNET: 'GTX',
  CUPARCEL: 'CUPOST',
};

const CARRIERS: Readonly<Record<string, string>> = {
  CJGLS: 'cj',
  HANJIN: 'hanjin',
  LOTTE: 'lotte',
  LOGEN: 'logen',
  EPOST: 'epost',
};

/** Naver as the guide tells of it: orders in the list of the status they came into, and one package for each. */
export const naverGuideWorld: World = {
  platform: 'naver',
  edition: 'guide',
  calls: {
    connect: 'guide.orders.changed',
    feed: 'guide.orders.changed',
    freshFeeds: ['guide.orders.changed'],
    rows: 'guide.orders.changed',
    read: 'guide.orders.read',
    ship: 'guide.ship',
    changeInvoice: 'guide.change-dispatch',
    hold: 'guide.hold',
    release: 'guide.release-hold',
    cancel: 'guide.cancel',
    claims: {
      'cancel.approve': 'guide.cancel.approve',
      'cancel.reject': 'guide.cancel.reject',
      'return.approve': 'guide.return.approve',
      'return.reject': 'guide.return.reject',
      'return.collect': 'guide.return.collect',
      'return.complete': 'guide.return.complete',
      'return.charge_fee': 'guide.return.withhold',
      'return.change_fault': 'guide.return.change-claim-reason',
      'exchange.approve': 'guide.exchange.approve',
      'exchange.reject': 'guide.exchange.reject',
      'exchange.ship': 'guide.exchange.ship',
    },
  },
  unknownStatus: 'INSPECTION_WAITING',
  unknownClaim: { operation: 'guide.cancels.list', status: 'INSPECTION_WAITING' },
  itemFailures: ['INTERNAL_ERROR'],
  badInvoice: 'INVALID_PARAMETER',
  cj: 'CJGLS',
  shipped: 'DELIVERING',
  oneParcelPerCall: true,
  noOrder: '2026010199999999',
  longIds: false,
  tellsTax: false,
  tellsDelay: false,
  namesShop: false,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  ipNotAllowed: 'missing_permission',
  tokens: true,
  oddities: ODDITIES.filter((oddity) => oddity !== 'several_packages' && oddity !== 'island'),
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('naver', {
      orders,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
      edition: 'guide',
    });
    return marketOf(sandbox, shop, {
      orders: ordersOf,
      packageOf: ({ orderId }) => orderId,
      contact: contactOf,
    });
  },
};

function ordersOf(shown: readonly Line[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ orderId }) => orderId)]
    .map(([id, own]) => ({
      id,
      packages: [{ key: id, shippingFee: feeOf(own), remoteAreaFee: 0 }],
      lines: own.map(lineOf).sort(byId),
    }))
    .sort(byId);
}

/** What was paid before delivery, once for each bundle. */
function feeOf(lines: readonly Line[]): number {
  const ofBundle = new Map(lines.map((line) => [line.packageNumber, line]));
  return [...ofBundle.values()]
    .filter(({ deliveryFeePayment }) => deliveryFeePayment !== '착불')
    .reduce((sum, line) => sum + line.deliveryFee - line.deliveryFeeDiscount + line.remoteAreaFee, 0);
}

const NOT_TO_SHIP = ['HOLD', 'CANCEL_REQUESTED', 'CANCELED', 'RETURN_COMPLETED', 'EXCHANGE_COMPLETED'];

function lineOf(one: Line): TrueLine {
  const native = statusOf(one);
  const own = one.deliveryCompany ?? null;
  const carrier = own === null ? null : (CODES[own] ?? own);
  return {
    id: one.productOrderId,
    packageKey: one.orderId,
    status: STATUSES[native] ?? null,
    native,
    quantity: one.quantity,
    shippable: NOT_TO_SHIP.includes(native) ? 0 : one.quantity,
    unitPrice: one.unitPrice,
    amount: one.totalAmount,
    discount: one.discountAmount,
    paid: one.paymentAmount,
    taxFree: null,
    carrier,
    carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
    // Parcels without an invoice are not told.
    invoice: one.trackingNumber ?? null,
  };
}

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  PAY_COMPLETED: 'PAID',
  PACKING: 'PREPARING',
  HOLD: 'PREPARING',
  SHIPPING: 'DELIVERING',
  DELIVERED: 'DELIVERED',
  PURCHASE_CONFIRMED: 'CONFIRMED',
  CANCEL_REQUESTED: 'CANCEL_REQUESTED',
  CANCELED: 'CANCELED',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  RETURN_COMPLETED: 'RETURNED',
  EXCHANGE_REQUESTED: 'EXCHANGE_REQUESTED',
  EXCHANGE_COMPLETED: 'EXCHANGED',
};

const STEPS: Readonly<Record<string, string>> = {
  DELIVERING: 'SHIPPING',
  DELIVERED: 'DELIVERED',
  PURCHASE_DECIDED: 'PURCHASE_CONFIRMED',
  CANCELED: 'CANCELED',
  CANCELED_BY_NOPAYMENT: 'CANCELED',
  RETURNED: 'RETURN_COMPLETED',
  EXCHANGED: 'EXCHANGE_COMPLETED',
};

/** The word of the guide's list (guide 1.3.1): an open claim comes before where the goods are. */
function statusOf(one: Line): string {
  const open = openClaim(one);
  if (open !== undefined) return open;
  if (one.productOrderStatus !== 'PAYED') return STEPS[one.productOrderStatus] ?? one.productOrderStatus;
  if (one.isKeptBack) return 'HOLD';
  return one.placeOrderStatus === 'OK' ? 'PACKING' : 'PAY_COMPLETED';
}

function contactOf({ orderer, receiver, shippingMemo }: Line): TrueContact {
  return {
    orderer: { name: orderer.name, phone: orderer.tel, safePhone: null },
    receiver: { name: receiver?.name ?? null, phone: receiver?.tel1 || null, safePhone: null },
    postalCode: receiver?.zipCode ?? null,
    address: receiver?.baseAddress ?? null,
    addressDetail: receiver?.detailedAddress ?? null,
    deliveryNote: shippingMemo ?? null,
  };
}
