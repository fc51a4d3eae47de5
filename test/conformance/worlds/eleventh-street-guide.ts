import type { OrderStatus } from '../../../src/domain/status.ts';
import { ODDITIES, type TrueContact, type TrueLine, type TrueOrder, type World } from '../world.ts';
import { byId } from './by-id.ts';
import { type Line, marketOf, peopleOf, wholeClaim } from './eleventh-street-market.ts';

/** The guide's codes of carriers (guide 3.4.2) by 11st's own; others stay as they are. */
const CODES: Readonly<Record<string, string>> = {
  '00007': '01',
  '00034': '04',
  '00011': '05',
  '00012': '06',
  '00002': '08',
};

const CARRIERS: Readonly<Record<string, string>> = {
  '01': 'epost',
  '04': 'cj',
  '05': 'hanjin',
  '06': 'lotte',
  '08': 'logen',
};

const carrierCode = (own: string): string => CODES[own] ?? own;

/** 11st as the guide tells of it: whole orders in the list of their status, with one invoice each. */
export const elevenStreetGuideWorld: World = {
  platform: 'eleventh_street',
  edition: 'guide',
  calls: {
    connect: 'guide.orders.list',
    feed: 'guide.orders.list',
    freshFeeds: ['guide.orders.list'],
    rows: 'guide.orders.list',
    read: 'guide.orders.read',
    ship: 'guide.orders.ship',
    changeInvoice: 'guide.orders.changeInvoice',
    claims: {
      'cancel.approve': 'guide.cancels.approve',
      'cancel.reject': 'guide.cancels.reject',
      'return.approve': 'guide.returns.approve',
      'return.reject': 'guide.returns.reject',
      'return.collect': 'guide.returns.collect',
      'return.complete': 'guide.returns.complete',
      'exchange.approve': 'guide.exchanges.approve',
      'exchange.reject': 'guide.exchanges.reject',
      'exchange.ship': 'guide.exchanges.ship',
    },
  },
  unknownStatus: '777',
  unknownClaim: { operation: 'guide.claims.list', status: '777' },
  itemFailures: ['INVALID_STATE'],
  badInvoice: 'INVALID_PARAMETER',
  cj: '04',
  shipped: 'DELIVERING',
  oneParcelPerCall: true,
  ipNotAllowed: 'missing_permission',
  noOrder: '20260101999999999',
  longIds: true,
  tellsTax: false,
  tellsDelay: false,
  namesShop: false,
  tellsFaultOf: ['cancel', 'return', 'exchange'],
  tokens: false,
  oddities: ODDITIES.filter((oddity) => oddity !== 'tax_free' && oddity !== 'several_packages'),
  async open(sandbox, { orders }) {
    const shop = await sandbox.openShop('eleventh_street', {
      orders,
      quiet: true,
      limits: false,
      edition: 'guide',
    });
    return marketOf(sandbox, shop, {
      orders: ordersOf,
      packageOf: ({ ordNo }) => ordNo,
      contact: contactOf,
      carrier: carrierCode,
    });
  },
};

function ordersOf(shown: readonly Line[]): readonly TrueOrder[] {
  return [...Map.groupBy(shown, ({ ordNo }) => ordNo)]
    .map(([id, own]) => ({
      id,
      packages: [
        {
          key: id,
          shippingFee: own.reduce((sum, { shipping }) => sum + shipping, 0),
          remoteAreaFee: own[0]?.islandFee ?? 0,
        },
      ],
      lines: linesOf(own).sort(byId),
    }))
    .sort(byId);
}

/** Guide 5.1. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  '102': 'PAID',
  '201': 'PREPARING',
  '301': 'DELIVERING',
  '302': 'DELIVERED',
  '401': 'CONFIRMED',
  '501': 'CANCEL_REQUESTED',
  '502': 'CANCELED',
  '601': 'RETURN_REQUESTED',
  '602': 'RETURN_REQUESTED',
  '603': 'RETURNED',
  '701': 'EXCHANGE_REQUESTED',
  '702': 'EXCHANGE_REQUESTED',
  '703': 'EXCHANGED',
};

function linesOf(own: readonly Line[]): TrueLine[] {
  const amounts = own.map(({ price, optionPrice, quantity }) => (price + optionPrice) * quantity);
  const given = own.reduce(
    (sum, { sellerDiscount, couponDiscount }) => sum + sellerDiscount + couponDiscount,
    0,
  );
  const discounts = sharesOf(given, amounts);
  return own.map((one, nth) => {
    const [parcel] = one.parcels;
    const invoice = parcel?.invoice ?? null;
    const code = parcel?.courierCode ?? null;
    const carrier = invoice === null || code === null ? null : carrierCode(code);
    const amount = amounts[nth] ?? 0;
    const discount = discounts[nth] ?? 0;
    return {
      id: one.ordPrdSeq,
      packageKey: one.ordNo,
      status: wholeClaim(one) ?? STATUSES[one.guideStatus] ?? null,
      native: one.guideStatus,
      quantity: one.quantity,
      shippable: one.quantity - one.canceled,
      unitPrice: one.price + one.optionPrice,
      amount,
      discount,
      paid: amount - discount,
      taxFree: null,
      carrier,
      carrierId: carrier === null ? null : (CARRIERS[carrier] ?? null),
      invoice,
    };
  });
}

/** Discounts are told for the whole order; each line bears its share, what rounding leaves going to the dearest first. */
function sharesOf(given: number, amounts: readonly number[]): readonly number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const shares = amounts.map((amount) => Math.floor((given * amount) / total));
  const dearest = [...amounts.keys()].sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0));
  const rest = given - shares.reduce((sum, share) => sum + share, 0);
  for (const nth of dearest.slice(0, rest)) shares[nth] = (shares[nth] ?? 0) + 1;
  return shares;
}

function contactOf(one: Line): TrueContact {
  const doorCode = /#\d+/.exec(one.memo ?? '')?.[0] ?? null;
  const note = [one.memo, doorCode].filter((text) => text !== null).join(' / ');
  return { ...peopleOf(one), deliveryNote: note === '' ? null : note };
}
