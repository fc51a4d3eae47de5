import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type World } from '../world.ts';
import { type Box, type Claimed, type Item, laidOver, marketOf } from './coupang-market.ts';

/** Guide 5.1; it maps no NONE_TRACKING. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  ACCEPT: 'PAID',
  INSTRUCT: 'PREPARING',
  DEPARTURE: 'SHIPPED',
  DELIVERING: 'DELIVERING',
  FINAL_DELIVERY: 'DELIVERED',
  CANCEL: 'CANCELED',
  RETURN: 'RETURN_REQUESTED',
};

/** Guide 2.4.3. */
const CARRIERS: Readonly<Record<string, string>> = {
  CJGLS: 'cj',
  KGB: 'logen',
  EPOST: 'epost',
  HANJIN: 'hanjin',
  HYUNDAI: 'lotte',
  LOTTE: 'lotte',
  // On no list of the guide, but a word the hub knows by itself.
  DIRECT: 'direct',
};

/** Coupang as the guide tells of it: each box is an order of its own in the list of its status. */
export const coupangGuideWorld: World = {
  platform: 'coupang',
  edition: 'guide',
  calls: {
    connect: 'guide.orders.list',
    feed: 'guide.orders.list',
    freshFeeds: ['guide.orders.list'],
    rows: 'guide.orders.list',
    read: 'guide.orders.read',
    ship: 'guide.orders.ship',
    changeInvoice: 'guide.orders.changeInvoice',
    split: 'guide.orders.ship',
    cancel: 'guide.orders.cancel',
    claims: {
      'cancel.approve': 'guide.cancels.approve',
      'cancel.reject': 'guide.cancels.reject',
      'return.approve': 'guide.returns.approve',
      'return.reject': 'guide.returns.reject',
      'return.collect': 'guide.returns.confirmRetrieve',
      'exchange.approve': 'guide.exchanges.approve',
      'exchange.ship': 'guide.exchanges.dispatch',
    },
  },
  unknownStatus: 'CUSTOMS_INSPECTION',
  unknownClaim: { operation: 'guide.receipts.list', status: 'CUSTOMS_INSPECTION' },
  itemFailures: ['INTERNAL_ERROR'],
  badInvoice: 'INVALID_PARAMETER',
  cj: 'CJGLS',
  shipped: 'SHIPPED',
  noOrder: '15199999999999',
  longIds: true,
  tellsTax: false,
  tellsDelay: false,
  namesShop: true,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  ipNotAllowed: 'missing_permission',
  tellsConfirmation: false,
  tokens: false,
  // What is paid for an island is not told apart from other extra costs.
  oddities: ODDITIES.filter((oddity) => oddity !== 'island'),
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('coupang', {
      orders,
      quiet: true,
      limits: false,
      pastClaims: true,
      edition: 'guide',
    });
    const { hidden: _none, ...market } = marketOf(sandbox, shop, {
      shows: () => true,
      line: lineOf,
      package: ({ shippingPrice }) => ({ shippingFee: shippingPrice, remoteAreaFee: 0 }),
      contact: contactOf,
    });
    return market;
  },
};

function lineOf(box: Box, item: Item, claimed: Claimed): Omit<TrueLine, 'id' | 'packageKey'> {
  const { shippingCount, cancelCount, salesPrice } = item;
  const amount = salesPrice * shippingCount;
  const discount = item.instantCouponDiscount + item.downloadableCouponDiscount + item.coupangDiscount;
  const carrier = box.deliveryCompanyCode ?? box.deliveryCompanyName;
  const native = statusOf(box, item, claimed);
  return {
    status: laidOver(STATUSES[native] ?? null, shippingCount, claimed),
    native,
    quantity: shippingCount,
    shippable: Math.max(0, shippingCount - cancelCount),
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

/** CANCEL when all of the order is cancelled, RETURN when a return of all of it is open or done. */
function statusOf({ items, status }: Box, item: Item, { open, done }: Claimed): string {
  if (items.every(({ shippingCount, cancelCount }) => cancelCount >= shippingCount)) return 'CANCEL';
  const others = items.filter((one) => one !== item);
  const othersReturned = others.every(
    ({ shippingCount, cancelCount, returnCount }) => cancelCount + returnCount >= shippingCount,
  );
  const left = item.shippingCount - item.cancelCount;
  return left > 0 && othersReturned && open.return + done.return >= left ? 'RETURN' : status;
}

/** Real numbers are not given out, so both are the safe number. */
function contactOf({ orderer, receiver, parcelPrintMessage }: Box): TrueContact {
  return {
    orderer: { name: orderer.name, phone: orderer.safeNumber, safePhone: orderer.safeNumber },
    receiver: { name: receiver.name, phone: receiver.safeNumber, safePhone: receiver.safeNumber },
    postalCode: receiver.postCode,
    address: receiver.addr1,
    addressDetail: receiver.addr2 || null,
    deliveryNote: parcelPrintMessage,
  };
}
