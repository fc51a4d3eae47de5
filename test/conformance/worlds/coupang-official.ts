import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type World } from '../world.ts';
import { coupangCatalog } from './coupang-catalog.ts';
import { type Box, type Claimed, type Item, isGone, laidOver, marketOf } from './coupang-market.ts';

/** Sheet §4.1. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  ACCEPT: 'PAID',
  INSTRUCT: 'PREPARING',
  DEPARTURE: 'SHIPPED',
  DELIVERING: 'DELIVERING',
  NONE_TRACKING: 'DELIVERING',
  FINAL_DELIVERY: 'DELIVERED',
};

/** Couriers are told by their names (sheet §3.2). */
const CARRIERS: Readonly<Record<string, string>> = {
  CJ대한통운: 'cj',
  한진택배: 'hanjin',
  롯데택배: 'lotte',
  로젠택배: 'logen',
  우체국: 'epost',
  업체직송: 'direct',
};

/** Coupang's own API: a box is acknowledged and shipped as a whole. */
export const coupangOfficialWorld: World = {
  platform: 'coupang',
  edition: 'official',
  calls: {
    connect: 'sellerProducts.list',
    feed: 'ordersheets.list',
    freshFeeds: ['ordersheets.list', 'ordersheets.timeFrame'],
    rows: 'ordersheets.list',
    read: 'ordersheets.order',
    acknowledge: 'ordersheets.acknowledge',
    ship: 'invoices.upload',
    changeInvoice: 'invoices.update',
    cancel: 'orders.cancel',
    claims: {
      'cancel.approve': 'returnRequests.stoppedShipment',
      'cancel.reject': 'returnRequests.completedShipment',
      'return.pickup': 'returnExchangeInvoices.register',
      'return.collect': 'returnRequests.receiveConfirmation',
      'return.complete': 'returnRequests.approval',
      'exchange.pickup': 'returnExchangeInvoices.register',
      'exchange.collect': 'exchangeRequests.receiveConfirmation',
      'exchange.reject': 'exchangeRequests.rejection',
      'exchange.ship': 'exchangeRequests.invoices',
    },
  },
  unknownStatus: 'HOLD_BY_CUSTOMS',
  itemFailures: ['UNDEFINED_ERROR_OCCUR'],
  badInvoice: 'INVALID_INVOICE_NUMBER',
  cj: 'CJGLS',
  shipped: 'SHIPPED',
  noOrder: '15199999999999',
  longIds: true,
  tellsTax: false,
  tellsDelay: false,
  namesShop: true,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  linesVanish: true,
  tokens: false,
  oddities: ODDITIES,
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('coupang', {
      orders,
      quiet: true,
      limits: false,
      pastClaims: true,
      edition: 'official',
    });
    const market = marketOf(sandbox, shop, {
      // What is cancelled or returned as a whole is in no list (sheet §4.1).
      shows: (box) => !isGone(box),
      line: lineOf,
      package: ({ shippingPrice, remotePrice }) => ({
        shippingFee: shippingPrice,
        remoteAreaFee: remotePrice ?? 0,
      }),
      contact: contactOf,
    });
    return { ...market, catalog: coupangCatalog(sandbox, shop) };
  },
};

function lineOf(box: Box, item: Item, claimed: Claimed): Omit<TrueLine, 'id' | 'packageKey'> {
  const { shippingCount, cancelCount, holdCountForCancel, salesPrice } = item;
  const amount = salesPrice * shippingCount;
  const discount = item.instantCouponDiscount + item.downloadableCouponDiscount + item.coupangDiscount;
  const carrier = box.deliveryCompanyName;
  return {
    status: laidOver(statusOf(box, item), shippingCount, claimed),
    native: box.status,
    quantity: shippingCount,
    shippable: Math.max(0, shippingCount - cancelCount - holdCountForCancel),
    unitPrice: salesPrice,
    amount,
    discount,
    paid: amount - discount,
    taxFree: null,
    carrier,
    carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
    invoice: box.invoiceNumber,
  };
}

function statusOf(box: Box, { confirmedAt }: Item): OrderStatus | null {
  if (box.status === 'FINAL_DELIVERY' && confirmedAt !== null) return 'CONFIRMED';
  return STATUSES[box.status] ?? null;
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
