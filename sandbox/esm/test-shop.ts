import { createHmac } from 'node:crypto';
import { createFaultTable } from '../frame/faults.ts';
import { isObject, type JsonObject, parseJson } from '../frame/json.ts';
import type { Call, Fault, FaultKind, Frame, WireRequest } from '../frame/marketplace.ts';
import { createRandom } from '../frame/random.ts';
import { esmMarketplace } from './marketplace.ts';

const MASTER = 'hubmaster01';
const SECRET = 'TESTSECRET-0123456789abcdef';
export const BOTH = 'A:hubauction,G:hubgmkt';
export const ONLY_GMARKET = 'G:hubgmkt';
export const ONLY_AUCTION = 'A:hubauction';

/** 2026-11-21 10:02:03 in Korea. */
export const NOON = Date.parse('2026-11-21T01:02:03Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** An answer with its body parsed; whatever a test looks for in it must be there. */
export interface Answered {
  readonly call: Call;
  readonly status: number;
  readonly body: JsonObject;
}

/** A quiet shop on a marketplace of its own, asked without a network, with a clock that the test moves. */
export interface TestShop {
  now: number;
  /** For limits; stands still unless the test moves it. */
  monotonic: number;
  ask(request: Partial<WireRequest>): Answered;
  /** A call of the official API, signed for both sites or for the ones named. */
  call(method: string, path: string, body?: unknown, ssi?: string): Answered;
  post(path: string, body: unknown, ssi?: string): Answered;
  /** A call of the guide's API with a fresh token. */
  guide(method: string, target: string, body?: unknown): Answered;
  act(name: string, body?: unknown): JsonObject;
  sell(body?: unknown): string;
  tell(order: string): JsonObject;
  buy(count: number): readonly string[];
  tick(): void;
  orders(reference?: string): readonly JsonObject[];
  claims(reference?: string): readonly JsonObject[];
  offers(): readonly JsonObject[];
  fault(kind: FaultKind, rest?: Partial<Omit<Fault, 'id' | 'kind'>>): void;
  readonly credentials: Readonly<Record<string, string>>;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** `Authorization` of the official API, by the algorithm of the sheet (§1). */
export function sign(
  ssi: string,
  change: { header?: JsonObject; payload?: JsonObject; secret?: string } = {},
): string {
  const header = { alg: 'HS256', typ: 'JWT', kid: MASTER, ...change.header };
  const payload = { iss: 'hub.example.com', sub: 'sell', aud: 'sa.esmplus.com', ssi, ...change.payload };
  const input = `${part(header)}.${part(payload)}`;
  const signature = createHmac('sha256', change.secret ?? SECRET)
    .update(input)
    .digest('base64url');
  return `Bearer ${input}.${signature}`;
}

/** Opens a test shop without a past; without limits and lags unless the body asks for them. */
export function openTestShop(body: JsonObject = {}): TestShop {
  const marketplace = esmMarketplace();
  const faults = createFaultTable(createRandom(7));
  const frame: Frame = {
    now: () => shop.now,
    seed: 7,
    monotonicMs: () => shop.monotonic,
    strike: (operation, ...kinds) => faults.strike(operation, kinds),
  };
  const opening = {
    shop: 'shop',
    masterId: MASTER,
    secretKey: SECRET,
    gmarketId: 'hubgmkt',
    auctionId: 'hubauction',
    orders: 0,
    limits: false,
    quiet: true,
    confirmLagMs: 0,
  };
  const ask = (partial: Partial<WireRequest>): Answered => {
    const empty = {
      method: 'GET',
      path: '/',
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      remoteAddress: '10.0.0.1',
    };
    const call = marketplace.answer({ ...empty, ...partial }, frame);
    const parsed = parseJson(call.answer.body.toString());
    if (!isObject(parsed)) throw new Error('an answer must be an object');
    return { call, status: call.answer.status, body: parsed };
  };
  const call = (method: string, path: string, content?: unknown, ssi = BOTH) =>
    ask({
      method,
      path,
      headers: { authorization: sign(ssi) },
      body: Buffer.from(content === undefined ? '' : JSON.stringify(content)),
    });
  const token = () => {
    const { client_id = '', client_secret = '' } = shop.guideCredentials;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answered = ask({
      method: 'POST',
      path: '/oauth/token',
      headers,
      body: Buffer.from(form.toString()),
    });
    return String(answered.body.access_token);
  };
  const act = (name: string, content: unknown = {}): JsonObject => {
    const answer = marketplace.acts[name]?.('shop', content, frame);
    if (!isObject(answer)) throw new Error(`no act ${name}`);
    return answer;
  };
  const shop = {
    now: NOON,
    monotonic: 0,
    ask,
    call,
    post: (path: string, content: unknown, ssi?: string) => call('POST', path, content, ssi),
    guide(method: string, target: string, content?: unknown) {
      const [path = '', query = ''] = target.split('?');
      const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
      return ask({
        method,
        path,
        query,
        headers,
        body: Buffer.from(content === undefined ? '' : JSON.stringify(content)),
      });
    },
    act,
    sell: (content: unknown = {}) => String(act('story.sell', content).order),
    tell: (order: string) => act('story.tell', { order }),
    buy: (count: number) => marketplace.buy('shop', count, frame),
    tick: () => marketplace.tick(frame),
    orders: (reference?: string) => marketplace.orders('shop', reference).filter(isObject),
    claims: (reference?: string) => (marketplace.claims?.('shop', reference) ?? []).filter(isObject),
    offers: () => (marketplace.offers?.('shop') ?? []).filter(isObject),
    fault: (kind: FaultKind, rest: Partial<Omit<Fault, 'id' | 'kind'>> = {}) =>
      void faults.set({ kind, probability: 1, ...rest }),
    credentials: {},
    guideCredentials: { client_id: 'test-client', client_secret: 'test-client-secret' },
  };
  const guide = { clientId: 'test-client', clientSecret: 'test-client-secret' };
  const { credentials } = marketplace.openShop({ ...opening, ...guide, ...body }, frame);
  return Object.assign(shop, { credentials });
}

/** A member of an answer, found by its path. */
export function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, body);
}

/** The rows of a list somewhere in an answer. */
export function rowsAt({ body }: Answered, ...path: readonly string[]): readonly JsonObject[] {
  const rows = at(body, ...path);
  if (!Array.isArray(rows)) throw new Error(`no list in ${JSON.stringify(body)}`);
  return rows.filter(isObject);
}

/** The paths of the official API. */
export const PATHS = {
  orders: '/shipping/v1/Order/RequestOrders',
  waiting: '/shipping/v1/Order/PreRequestOrders',
  check: (orderNo: string) => `/shipping/v1/Order/OrderCheck/${orderNo}`,
  delay: '/shipping/v1/Order/ShippingExpectedDate',
  ship: '/shipping/v1/Delivery/ShippingInfo',
  delivered: (orderNo: string) => `/shipping/v1/Delivery/AddShippingCompleteInfo/${orderNo}`,
  status: '/shipping/v1/Delivery/GetDeliveryStatus',
  progress: '/shipping/v1/Delivery/Progress',
  nonReceipts: '/shipping/v1/Delivery/ClaimList',
  release: '/shipping/v1/Delivery/ClaimRelease',
  cancels: '/claim/v1/sa/Cancels',
  cancel: (orderNo: string) => `/claim/v1/sa/Cancel/${orderNo}`,
  soldOut: (orderNo: string) => `/claim/v1/sa/Cancel/${orderNo}/SoldOut`,
  returns: '/claim/v1/sa/Returns',
  return: (orderNo: string, rest = '') => `/claim/v1/sa/return/${orderNo}${rest}`,
  exchanges: '/claim/v1/sa/Exchanges',
  exchange: (orderNo: string, rest = '') => `/claim/v1/sa/exchange/${orderNo}${rest}`,
} as const;

/** A list of orders of one status, of the days around `NOON`. */
export const listOf = (orderStatus: number, rest: JsonObject = {}) => ({
  siteType: 2,
  orderStatus,
  requestDateType: 2,
  requestDateFrom: '2026-11-19',
  requestDateTo: '2026-11-23',
  pageIndex: 1,
  pageSize: 500,
  ...rest,
});

/** A list of claims requested in the days around `NOON`. */
export const claimsOf = (rest: JsonObject) => ({
  Type: 2,
  StartDate: '2026-11-17',
  EndDate: '2026-11-23',
  ...rest,
});

/** The order numbers in a list of orders. */
export const numbersIn = (answered: Answered) =>
  rowsAt(answered, 'Data', 'RequestOrders').map(({ OrderNo }) => String(OrderNo));

const PARCEL = { ShippingDate: '2026-11-21T17:00:00', DeliveryCompanyCode: 10013, InvoiceNo: '600000000001' };

/** Confirms and ships an order by the official API. */
export function send(shop: TestShop, orderNo: string, rest: JsonObject = {}): Answered {
  shop.call('POST', PATHS.check(orderNo));
  return shop.post(PATHS.ship, { OrderNo: Number(orderNo), ...PARCEL, ...rest });
}

/** A sold, shipped and delivered order. */
export function delivered(shop: TestShop, sale: JsonObject = {}): string {
  const order = shop.sell(sale);
  send(shop, order);
  shop.act('story.deliver', { order });
  return order;
}
