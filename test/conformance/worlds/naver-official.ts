import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type TrueOrder, type World } from '../world.ts';
import { byId } from './by-id.ts';
import { catalogOf } from './naver-catalog.ts';
import { type Line, marketOf, openClaim, wholeClaim } from './naver-market.ts';

const CARRIERS: Readonly<Record<string, string>> = {
  CJGLS: 'cj',
  HANJIN: 'hanjin',
  HYUNDAI: 'lotte',
  KGB: 'logen',
  EPOST: 'epost',
  DIRECT_DELIVERY: 'direct',
};

/** Naver's own API: a line is a product order, and each is confirmed and dispatched by itself. */
export const naverOfficialWorld: World = {
  platform: 'naver',
  edition: 'official',
  calls: {
    connect: 'seller.account',
    feed: 'product-orders.changes',
    freshFeeds: ['product-orders.changes'],
    rows: 'product-orders.query',
    read: 'orders.product-order-ids',
    acknowledge: 'product-orders.confirm',
    ship: 'product-orders.dispatch',
    delay: 'product-orders.delay',
    cancel: 'claims.cancel.request',
    claims: {
      'cancel.approve': 'claims.cancel.approve',
      'cancel.reject': 'product-orders.dispatch',
      'return.approve': 'claims.return.approve',
      'return.reject': 'claims.return.reject',
      'return.hold': 'claims.return.holdback',
      'return.release': 'claims.return.holdback.release',
      'return.charge_fee': 'claims.return.holdback',
      'exchange.reject': 'claims.exchange.reject',
      'exchange.collect': 'claims.exchange.collect.approve',
      'exchange.ship': 'claims.exchange.dispatch',
      'exchange.hold': 'claims.exchange.holdback',
      'exchange.release': 'claims.exchange.holdback.release',
    },
  },
  unknownStatus: 'INSPECTION_WAITING',
  itemFailures: ['104122', '104133'],
  badInvoice: '104122',
  cj: 'CJGLS',
  shipped: 'SHIPPED',
  noOrder: '2026010199999999',
  longIds: false,
  tellsTax: true,
  tellsDelay: true,
  namesShop: true,
  tellsFaultOf: ['return', 'exchange'],
  tellsWithdrawalOf: ['cancel'],
  tokens: true,
  oddities: ODDITIES,
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('naver', {
      orders,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    const market = marketOf(sandbox, shop, {
      orders: ordersOf,
      packageOf: ({ packageNumber }) => packageNumber,
      contact: contactOf,
    });
    return { ...market, catalog: catalogOf(sandbox, shop) };
  },
};

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
