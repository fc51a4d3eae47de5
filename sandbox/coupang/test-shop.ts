import { createFaultTable } from '../frame/faults.ts';
import { isObject, parseJson } from '../frame/json.ts';
import type { Call, Fault, FaultKind, Frame, WireRequest } from '../frame/marketplace.ts';
import { createRandom } from '../frame/random.ts';
import { signatureOf } from './gateway/signature.ts';
import { GUIDE_ROOT } from './guide/root.ts';
import { coupangMarketplace } from './marketplace.ts';

export const VENDOR_ID = 'A00012345';
const KEY = {
  accessKey: '12345678-abcd-4ef0-9876-0123456789ab',
  secretKey: '0123456789abcdef0123456789abcdef01234567',
};

/** 2026-11-21 10:02:03 in Korea. */
export const NOON = Date.parse('2026-11-21T01:02:03Z');

/** One box of the truth, as far as the tests look at it. */
export interface TrueBox {
  readonly orderId: string;
  readonly shipmentBoxId: string;
  readonly status: string;
  readonly canceled: boolean;
  readonly orderedAt: string;
  readonly splitShipping: boolean;
  readonly items: readonly {
    readonly vendorItemId: string;
    readonly shippingCount: number;
    readonly cancelCount: number;
    readonly holdCountForCancel: number;
    readonly confirmedAt: string | null;
  }[];
  readonly deliveryCompanyName: string | null;
  readonly invoiceNumber: string | null;
  readonly invoicesRegistered: number;
  readonly acknowledged: boolean;
  readonly acknowledgements: { readonly attempts: number; readonly applied: number };
  readonly history: readonly { readonly status: string; readonly at: string }[];
  readonly oddCases: readonly string[];
}

/** One claim of the truth, as far as the tests look at it. */
export interface TrueClaim {
  readonly claimId: string;
  readonly kind: string;
  readonly orderId: string;
  readonly status: string;
  readonly quantity: number;
  readonly outcome?: string | null;
  readonly releaseStopStatus?: string;
  readonly refunded?: boolean;
  readonly returnShippingCharge?: number;
  readonly replacementShipmentBoxId?: string | null;
}

/** An answer with its body parsed without rounding; whatever a test looks for in it must be there. */
export interface Answered {
  readonly call: Call;
  readonly status: number;
  readonly body: unknown;
}

/** A quiet shop on a marketplace of its own, asked without a network, with a clock that the test moves. */
export interface TestShop {
  now: number;
  get(path: string, query?: string): Answered;
  send(method: string, path: string, body: unknown): Answered;
  /** Sends a request as it is, signed or not. */
  ask(request: Partial<WireRequest>): Answered;
  authorization(method: string, path: string, query: string, signedAt?: number): string;
  act(name: string, body: unknown): unknown;
  /** Sends a request of the guide's edition, signed as its sample does; the path begins behind `/apis/api/v1/`. */
  guide(method: string, path: string, query?: string, body?: unknown): Answered;
  claims(orderId?: string): readonly TrueClaim[];
  buy(count: number): readonly string[];
  tick(): void;
  truth(orderId?: string): readonly TrueBox[];
  offers(): readonly unknown[];
  fault(kind: FaultKind, rest?: Partial<Omit<Fault, 'id' | 'kind'>>): void;
  /** Opens another shop beside it. */
  openAnother(body: Record<string, unknown>): void;
  truthOfAnother(shop: string): readonly TrueBox[];
}

/** `yyMMdd'T'HHmmss'Z'` of an instant. */
export function signedDateOf(at: number): string {
  return new Date(at).toISOString().slice(2, 19).replaceAll(/[-:]/g, '').concat('Z');
}

/** Opens a test shop; without limits unless the body asks for them. */
export function openTestShop(body: Record<string, unknown> = {}): TestShop {
  const marketplace = coupangMarketplace();
  const faults = createFaultTable(createRandom(7));
  const frame: Frame = {
    now: () => testShop.now,
    seed: 7,
    monotonicMs: () => performance.now(),
    strike: (operation, ...kinds) => faults.strike(operation, kinds),
  };
  const authorization = (method: string, path: string, query: string, signedAt = testShop.now) => {
    const signedDate = signedDateOf(signedAt);
    const signature = signatureOf(KEY.secretKey, signedDate, { method, path, query });
    return `CEA algorithm=HmacSHA256, access-key=${KEY.accessKey}, signed-date=${signedDate}, signature=${signature}`;
  };
  const ask = (partial: Partial<WireRequest>): Answered => {
    const request = {
      method: 'GET',
      path: '/',
      query: '',
      body: Buffer.alloc(0),
      remoteAddress: '10.0.0.1',
      ...partial,
    };
    const headers = partial.headers ?? {
      authorization: authorization(request.method, request.path, request.query),
    };
    const call = marketplace.answer({ ...request, headers }, frame);
    const text = call.answer.body.toString();
    return { call, status: call.answer.status, body: text === '' ? undefined : parseJson(text) };
  };
  const testShop: TestShop = {
    now: NOON,
    ask,
    authorization,
    get: (path, query = '') => ask({ path, query }),
    send: (method, path, content) => ask({ method, path, body: Buffer.from(writeJson(content)) }),
    guide(method, path, query = '', content = undefined) {
      const full = `${GUIDE_ROOT}/${path}`;
      const uri = query === '' ? full : `${full}?${query}`;
      const body = Buffer.from(content === undefined ? '' : writeJson(content));
      return ask({
        method,
        path: full,
        query,
        body,
        headers: { authorization: authorization(method, uri, '') },
      });
    },
    claims: (orderId) => (marketplace.claims?.('shop', orderId) ?? []).filter(isTrueClaim),
    act: (name, content) => marketplace.acts[name]?.('shop', content, frame),
    buy: (count) => marketplace.buy('shop', count, frame),
    tick: () => marketplace.tick(frame),
    offers: () => marketplace.offers?.('shop') ?? [],
    truth: (orderId) => readTruth(marketplace.orders('shop', orderId)),
    fault: (kind, rest) => void faults.set({ kind, probability: 1, ...rest }),
    openAnother: (another) => void marketplace.openShop({ orders: 5, quiet: true, ...another }, frame),
    truthOfAnother: (shop) => readTruth(marketplace.orders(shop)),
  };
  marketplace.openShop(
    { shop: 'shop', vendorId: VENDOR_ID, ...KEY, limits: false, quiet: true, ...body },
    frame,
  );
  return testShop;
}

function writeJson(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function readTruth(rows: readonly unknown[]): readonly TrueBox[] {
  return rows.filter(isTrueBox);
}

function isTrueBox(row: unknown): row is TrueBox {
  return isObject(row) && typeof row.shipmentBoxId === 'string' && Array.isArray(row.items);
}

function isTrueClaim(row: unknown): row is TrueClaim {
  return isObject(row) && typeof row.claimId === 'string' && typeof row.kind === 'string';
}

/** A member of an answer, found by its path. */
export function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, body);
}

/** The `data` rows of a list. */
export function rowsOf({ body }: Answered): readonly unknown[] {
  const rows = at(body, 'data');
  if (!Array.isArray(rows)) throw new Error(`no list in ${String(body)}`);
  return rows;
}

/** The ids of the boxes in a list. */
export function idsOf(answered: Answered): readonly string[] {
  return rowsOf(answered).map((row) => String(at(row, 'shipmentBoxId')));
}

const ORDERS = '/v2/providers/openapi/apis/api';

/** Paths of the order operations. */
export const PATHS = {
  ordersheets: `${ORDERS}/v5/vendors/${VENDOR_ID}/ordersheets`,
  box: (id: string) => `${ORDERS}/v5/vendors/${VENDOR_ID}/ordersheets/${id}`,
  history: (id: string) => `${ORDERS}/v5/vendors/${VENDOR_ID}/ordersheets/${id}/history`,
  order: (id: string) => `${ORDERS}/v5/vendors/${VENDOR_ID}/${id}/ordersheets`,
  acknowledgement: `${ORDERS}/v4/vendors/${VENDOR_ID}/ordersheets/acknowledgement`,
  invoices: `${ORDERS}/v4/vendors/${VENDOR_ID}/orders/invoices`,
  updateInvoices: `${ORDERS}/v4/vendors/${VENDOR_ID}/orders/updateInvoices`,
  returnRequests: `${ORDERS}/v6/vendors/${VENDOR_ID}/returnRequests`,
  returnRequest: (id: string) => `${ORDERS}/v6/vendors/${VENDOR_ID}/returnRequests/${id}`,
  decideReturn: (id: string, decision: string) =>
    `${ORDERS}/v4/vendors/${VENDOR_ID}/returnRequests/${id}/${decision}`,
  withdrawals: `${ORDERS}/v4/vendors/${VENDOR_ID}/returnWithdrawRequests`,
  withdrawalList: `${ORDERS}/v4/vendors/${VENDOR_ID}/returnWithdrawList`,
  pickupInvoice: `${ORDERS}/v4/vendors/${VENDOR_ID}/return-exchange-invoices/manual`,
  exchangeRequests: `${ORDERS}/v4/vendors/${VENDOR_ID}/exchangeRequests`,
  decideExchange: (id: string, decision: string) =>
    `${ORDERS}/v4/vendors/${VENDOR_ID}/exchangeRequests/${id}/${decision}`,
  sellerCancel: (orderId: string) => `${ORDERS}/v5/vendors/${VENDOR_ID}/orders/${orderId}/cancel`,
  returnCenters: `${ORDERS}/v5/vendors/${VENDOR_ID}/returnShippingCenters`,
  sellerProducts: '/v2/providers/seller_api/apis/api/v1/marketplace/seller-products',
} as const;

/** The query of a day list. */
export function dayQuery(from: string, to: string, status: string, rest = ''): string {
  return `createdAtFrom=${from}%2B09:00&createdAtTo=${to}%2B09:00&status=${status}${rest}`;
}

/** Every page of a day list, in order. */
export function readPages(shop: TestShop, query: string): readonly Answered[] {
  const pages: Answered[] = [];
  let token: unknown = '';
  do {
    const page = shop.get(PATHS.ordersheets, token === '' ? query : `${query}&nextToken=${String(token)}`);
    pages.push(page);
    token = at(page.body, 'nextToken');
  } while (token !== '' && pages.length < 10_000);
  return pages;
}
