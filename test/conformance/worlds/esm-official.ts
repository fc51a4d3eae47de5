import type { TrueContact, TrueLine, TrueOrder, World } from '../world.ts';
import { byId } from './by-id.ts';
import { esmCatalog } from './esm-catalog.ts';
import { idAt, isUnaccepted, openMarket, type Row, standingClaim, statusOf } from './esm-market.ts';

/** Orders and claims tell carriers by name (sheet §3.4). */
const CARRIERS: Readonly<Record<string, string>> = {
  'CJ 대한통운 택배': 'cj',
  한진택배: 'hanjin',
  롯데택배: 'lotte',
  로젠택배: 'logen',
  우체국택배: 'epost',
};

/** Gmarket and Auction as the trading API tells of them: every order number is an order of one line. */
export const esmOfficialWorld: World = {
  platform: 'esm',
  edition: 'official',
  calls: {
    connect: 'carriers.list',
    feed: 'orders.list',
    freshFeeds: ['orders.list'],
    rows: 'orders.list',
    read: 'orders.list',
    acknowledge: 'orders.check',
    ship: 'orders.ship',
    changeInvoice: 'orders.ship',
    delay: 'orders.delay',
    cancel: 'cancels.soldOut',
    claims: {
      'cancel.approve': 'cancels.approve',
      'cancel.reject': 'orders.ship',
      'return.approve': 'returns.approve',
      'return.complete': 'returns.approve',
      'return.pickup': 'returns.pickup',
      'return.hold': 'returns.hold',
      'return.charge_fee': 'returns.hold',
      'exchange.pickup': 'exchanges.pickup',
      'exchange.collect': 'exchanges.collected',
      'exchange.ship': 'exchanges.resend',
      'exchange.hold': 'exchanges.hold',
      'exchange.release': 'exchanges.release',
    },
  },
  unknownStatus: '77',
  unknownClaim: { operation: 'cancels.list', status: '77' },
  itemFailures: ['3000'],
  badInvoice: '3000',
  cj: '10013',
  shipped: 'SHIPPED',
  shippedAsRead: 'DELIVERING',
  oneLinePerOrder: true,
  claimsWholeLines: true,
  ipNotAllowed: 'wrong_key',
  noOrder: 'G:4399999999',
  longIds: false,
  tellsTax: false,
  tellsDelay: false,
  namesShop: true,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  tokens: false,
  oddities: ['several_units', 'unlisted_carrier', 'island'],
  async open(sandbox, { orders }) {
    const market = await openMarket(sandbox, 'official', orders, {
      orderOf,
      lineOf: ({ orderNo }) => orderNo,
      orders: (shown) => shown.map(orderFacts).sort(byId),
      packageOf: ({ orderNo }) => orderNo,
      contact: contactOf,
      writes: (one) => ({
        line: one.orderNo,
        acknowledged: one.confirmations,
        registered: one.invoicesRegistered,
        carrierCode: one.deliveryCompanyCode === null ? null : String(one.deliveryCompanyCode),
        invoice: one.invoiceNo,
      }),
      lists: (own) => own.every((one) => standingClaim(one) === undefined),
      hasUndone: true,
      mostLines: 1,
    });
    return { ...market, catalog: esmCatalog(sandbox, market.shop) };
  },
};

function orderOf(one: Row): string {
  return idAt(one, one.orderNo);
}

function orderFacts(one: Row): TrueOrder {
  return {
    id: orderOf(one),
    packages: [{ key: one.orderNo, shippingFee: one.shippingFee, remoteAreaFee: one.remoteFee }],
    lines: [lineFacts(one)],
  };
}

function lineFacts(one: Row): TrueLine {
  const carrier = one.deliveryCompanyName;
  return {
    id: one.orderNo,
    packageKey: one.orderNo,
    status: statusOf(one),
    native: String(one.status),
    quantity: one.quantity,
    shippable: one.quantity,
    unitPrice: one.unitPrice,
    amount: one.amount,
    discount: one.discount,
    paid: one.paid,
    taxFree: null,
    carrier,
    carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
    invoice: one.invoiceNo,
  };
}

/** Sellers see numbers that forward to the person (sheet §7.5). */
function contactOf(one: Row): TrueContact {
  const { buyer, receiver, memo } = one;
  const waits = isUnaccepted(one);
  return {
    orderer: { name: buyer.name, phone: null, safePhone: buyer.phone },
    receiver: {
      name: waits ? null : receiver.name,
      phone: null,
      safePhone: waits ? null : receiver.mobile,
    },
    postalCode: waits ? null : receiver.zipCode,
    address: waits ? null : receiver.front,
    addressDetail: waits ? null : receiver.back || null,
    deliveryNote: memo || null,
  };
}
