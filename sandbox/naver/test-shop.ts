import { type Clock, createClock } from '../frame/clock.ts';
import { createFaultTable } from '../frame/faults.ts';
import { isObject, type JsonObject } from '../frame/json.ts';
import type { Call, FaultKind, Frame, Marketplace } from '../frame/marketplace.ts';
import { createRandom } from '../frame/random.ts';
import type { LineTruth } from './control/truth.ts';
import { naverMarketplace } from './marketplace.ts';
import { signatureOf } from './seller/signature.ts';
import { formatKst, MINUTE_MS } from './wire/time.ts';

/** An answer with its JSON read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: JsonObject;
  readonly call: Call;
}

export interface Asking {
  readonly query?: Readonly<Record<string, string | number>> | string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

/** A marketplace on a frozen clock with one shop, and a seller's program in front of it. */
export interface TestShop {
  readonly market: Marketplace;
  readonly frame: Frame;
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Sends one request as it is. */
  send(method: string, path: string, asking?: Asking): Answer;
  /** Asks for a token with these fields laid over the right ones; undefined leaves a field out. */
  askToken(fields?: Readonly<Record<string, string | undefined>>, asking?: Asking): Answer;
  /** Sends one request with a good token. */
  get(path: string, query?: Asking['query']): Answer;
  post(path: string, body?: unknown): Answer;
  act(name: string, body?: unknown): unknown;
  fault(kind: FaultKind, operation?: string): void;
  truth(): readonly LineTruth[];
  /** The lines of a special case. */
  caseOf(name: string): readonly string[];
  passMinutes(minutes: number): void;
}

export const ORDERS = '/v1/pay-order/seller';
export const START = Date.parse('2026-11-21T03:00:00.123Z');

/** Opens a shop without limits and without anything that happens by itself, unless the options say otherwise. */
export function openTestShop(options: Readonly<Record<string, unknown>> = {}): TestShop {
  const clock = createClock(START);
  clock.freeze();
  clock.set(START);
  const faults = createFaultTable(createRandom(1));
  const frame: Frame = {
    now: clock.now,
    seed: 1,
    monotonicMs: () => performance.now(),
    strike: (operation, ...kinds) => faults.strike(operation, kinds),
  };
  const market = naverMarketplace();
  const { shop, credentials } = market.openShop(
    { shop: 'test', orders: 100, limits: false, quiet: true, publicationDelayMs: 0, ...options },
    frame,
  );
  const clientId = credentials.client_id ?? '';
  const clientSecret = credentials.client_secret ?? '';

  const send = (method: string, path: string, asking: Asking = {}): Answer => {
    const { query = '', body = '', headers = {}, from = '127.0.0.1' } = asking;
    const call = market.answer(
      {
        method,
        path,
        query: typeof query === 'string' ? query : new URLSearchParams(textFields(query)).toString(),
        headers,
        body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
        remoteAddress: from,
      },
      frame,
    );
    const json: unknown = JSON.parse(call.answer.body.toString());
    return {
      status: call.answer.status,
      headers: call.answer.headers ?? {},
      json: isObject(json) ? json : { list: json },
      call,
    };
  };

  const askToken: TestShop['askToken'] = (fields = {}, asking = {}) => {
    const timestamp = fields.timestamp ?? String(clock.now());
    const form = new URLSearchParams();
    const all = {
      client_id: clientId,
      timestamp,
      client_secret_sign: signatureOf(clientId, timestamp, clientSecret),
      grant_type: 'client_credentials',
      type: 'SELF',
      ...fields,
    };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) form.set(name, value);
    return send('POST', '/v1/oauth2/token', {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...asking,
    });
  };

  const authorised = (): Readonly<Record<string, string>> => ({
    authorization: `Bearer ${String(askToken().json.access_token)}`,
  });

  return {
    market,
    frame,
    clock,
    clientId,
    clientSecret,
    send,
    askToken,
    get: (path, query = {}) => send('GET', path, { query, headers: authorised() }),
    post: (path, body = {}) => send('POST', path, { body, headers: authorised() }),
    act(name, body) {
      const act = market.acts[name];
      if (act === undefined) throw new RangeError(`there is no act ${name}`);
      return act(shop, body, frame);
    },
    fault(kind, operation) {
      faults.set({ kind, probability: 1, times: 1, ...(operation === undefined ? {} : { operation }) });
    },
    truth: () => market.orders(shop).filter(isLineTruth),
    caseOf(name) {
      const cases = market.acts.cases?.(shop, undefined, frame);
      const ids: unknown = isObject(cases) ? cases[name] : undefined;
      if (!Array.isArray(ids)) throw new RangeError(`there is no case ${name}`);
      return ids.map(String);
    },
    passMinutes: (minutes) => clock.advance(minutes * MINUTE_MS),
  };
}

/** The truth about one line. */
export function truthAbout(shop: TestShop, productOrderId: string): LineTruth {
  const truth = shop.truth().find((line) => line.productOrderId === productOrderId);
  if (truth === undefined) throw new RangeError(`there is no line ${productOrderId}`);
  return truth;
}

/** The lines a query answers, as objects. */
export function queryDocuments(shop: TestShop, ids: readonly string[]): readonly JsonObject[] {
  const { json } = shop.post(`${ORDERS}/product-orders/query`, {
    productOrderIds: ids,
    quantityClaimCompatibility: true,
  });
  return objectsIn(json.data);
}

/** A list whose items are objects. */
export function objectsIn(list: unknown): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A member that is an object. */
export function objectAt(value: JsonObject | undefined, field: string): JsonObject {
  const member = value?.[field];
  if (!isObject(member)) throw new TypeError(`${field} is no object`);
  return member;
}

/** One item of a dispatch as a seller's program would send it. */
export function dispatchItem(shop: TestShop, productOrderId: string, fields: JsonObject = {}): JsonObject {
  return {
    productOrderId,
    deliveryMethod: 'DELIVERY',
    deliveryCompanyCode: 'CJGLS',
    trackingNumber: `69${productOrderId.slice(-8)}`,
    dispatchDate: formatKst(shop.clock.now()),
    ...fields,
  };
}

function isLineTruth(value: unknown): value is LineTruth {
  return isObject(value) && 'productOrderStatus' in value;
}

function textFields(fields: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
