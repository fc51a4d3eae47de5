import { XMLParser } from 'fast-xml-parser';
import { decode } from 'iconv-lite';
import { createFaultTable } from '../frame/faults.ts';
import { isObject, type JsonObject } from '../frame/json.ts';
import type { Call, Fault, FaultKind, Frame, Marketplace, WireRequest } from '../frame/marketplace.ts';
import { createRandom } from '../frame/random.ts';
import { elevenStreetMarketplace } from './marketplace.ts';

export const API_KEY = '0123456789abcdef0123456789abcdef';

/** 2026-11-23 (a Monday) 10:02:03 in Korea. */
export const START = Date.parse('2026-11-23T01:02:03Z');

/** An answer of the official edition, with the prefixes taken off its elements. */
export interface Answered {
  readonly call: Call;
  readonly status: number;
  readonly text: string;
  readonly root: string;
  readonly fields: JsonObject;
  readonly rows: readonly JsonObject[];
  /** `result_code` or `resultCode`; the empty text where there is none. */
  readonly code: string;
  readonly message: string;
}

/** A quiet shop on a marketplace of its own, asked without a network, with a clock that the test moves. */
export interface TestShop {
  now: number;
  readonly market: Marketplace;
  readonly frame: Frame;
  /** Calls the official edition: the path below `/rest`, each segment encoded where it has to be. */
  get(path: string): Answered;
  send(method: string, path: string, body: string): Answered;
  /** Calls the guide edition: the path below `/rest/sellershop`. */
  guide(method: string, path: string, body?: unknown): { readonly status: number; readonly json: JsonObject };
  ask(request: Partial<WireRequest>): Call;
  act(name: string, body?: unknown): JsonObject;
  tick(): void;
  lines(ordNo?: string): readonly JsonObject[];
  claims(ordNo?: string): readonly JsonObject[];
  listings(prdNo?: string): readonly JsonObject[];
  fault(kind: FaultKind, operation?: string, rest?: Partial<Fault>): void;
}

/** What lists are made of. */
const ROWS = ['order', 'nonDelivery', 'inOutAddress', 'product', 'ProductStock', 'category'];

const PARSER = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => ROWS.includes(name),
});

/** Opens a test shop, without limits unless the options ask for them. */
export function openTestShop(options: Readonly<Record<string, unknown>> = {}): TestShop {
  const market = elevenStreetMarketplace();
  const faults = createFaultTable(createRandom(7));
  const frame: Frame = {
    now: () => shop.now,
    seed: 7,
    monotonicMs: () => shop.now,
    strike: (operation, ...kinds) => faults.strike(operation, kinds),
  };
  const ask = (partial: Partial<WireRequest>): Call =>
    market.answer(
      {
        method: 'GET',
        path: '/',
        query: '',
        body: Buffer.alloc(0),
        headers: { openapikey: API_KEY },
        remoteAddress: '10.0.0.1',
        ...partial,
      },
      frame,
    );
  const shop: TestShop = {
    now: START,
    market,
    frame,
    ask,
    get: (path) => answered(ask({ path: `/rest/${path}` })),
    send: (method, path, body) =>
      answered(
        ask({
          method,
          path: `/rest/${path}`,
          body: Buffer.from(body),
          headers: { openapikey: API_KEY, 'content-type': 'text/xml; charset=UTF-8' },
        }),
      ),
    guide(method, path, body) {
      const [inner = '', query = ''] = path.split('?');
      const sent = body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
      const { answer } = ask({ method, path: `/rest/sellershop/${inner}`, query, body: sent });
      const json: unknown = JSON.parse(answer.body.toString());
      return { status: answer.status, json: isObject(json) ? json : {} };
    },
    act(name, body) {
      const act = market.acts[name];
      if (act === undefined) throw new RangeError(`there is no act ${name}`);
      const result = act('shop', body, frame);
      return isObject(result) ? result : {};
    },
    tick: () => market.tick(frame),
    lines: (ordNo) => market.orders('shop', ordNo).filter(isObject),
    claims: (ordNo) => (market.claims?.('shop', ordNo) ?? []).filter(isObject),
    listings: (prdNo) => (market.listings?.('shop', prdNo) ?? []).filter(isObject),
    fault: (kind, operation, rest) =>
      void faults.set({ kind, probability: 1, ...(operation === undefined ? {} : { operation }), ...rest }),
  };
  market.openShop(
    {
      shop: 'shop',
      sellerId: 'hubseller',
      apiKey: API_KEY,
      limits: false,
      quiet: true,
      orders: 0,
      ...options,
    },
    frame,
  );
  return shop;
}

function answered(call: Call): Answered {
  const text = decode(Buffer.from(call.answer.body), 'cp949');
  const document: unknown = PARSER.parse(text);
  const [root = '', content] =
    Object.entries(isObject(document) ? document : {}).find(([name]) => name !== '?xml') ?? [];
  const fields = isObject(content) ? content : {};
  return {
    call,
    status: call.answer.status,
    text,
    root,
    fields,
    rows: ROWS.map((name) => fields[name]).flatMap((rows) =>
      Array.isArray(rows) ? rows.filter(isObject) : [],
    ),
    code: String(fields.result_code ?? fields.resultCode ?? ''),
    message: String(
      fields.result_text ?? fields.result_message ?? fields.resultMessage ?? fields.message ?? '',
    ),
  };
}

/** A line's place in the paths of 11st. */
export interface Place {
  readonly ordNo: string;
  readonly seq: string;
  readonly dlvNo: string;
}

/** Sells something and says where its first line is found. */
export function sell(shop: TestShop, wish: Readonly<Record<string, unknown>> = {}): Place {
  const ordNo = String(shop.act('story.sell', wish).order);
  const [line] = shop.lines(ordNo);
  return { ordNo, seq: '1', dlvNo: String(line?.dlvNo) };
}

/** Confirms every line of an order. */
export function confirmAll(shop: TestShop, ordNo: string): void {
  for (const { ordPrdSeq, dlvNo } of shop.lines(ordNo))
    shop.get(`ordservices/reqpackaging/${ordNo}/${String(ordPrdSeq)}/N/null/${String(dlvNo)}`);
}

/** Ships a whole delivery with this invoice of CJ. */
export function shipAll(shop: TestShop, { dlvNo }: Place, invoice = '690000000001'): Answered {
  return shop.get(`ordservices/reqdelivery/202611231100/01/00034/${invoice}/${dlvNo}`);
}

/** Sells, confirms, ships and delivers. */
export function sellDelivered(
  shop: TestShop,
  wish: Readonly<Record<string, unknown>> = {},
  invoice?: string,
): Place {
  const place = sell(shop, wish);
  confirmAll(shop, place.ordNo);
  shipAll(shop, place, invoice);
  shop.act('story.deliver', { order: place.ordNo });
  return place;
}

/** The buyer wants something undone; answers the claim's number. */
export function claim(
  shop: TestShop,
  { ordNo }: Place,
  kind: string,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  return String(shop.act('story.claim', { order: ordNo, kind, ...rest }).claim);
}

/** A window over the two days around the start of every test. */
export const WINDOW = '202611220000/202611250000';

/** A member of the only object of a list. */
export function only(rows: readonly JsonObject[]): JsonObject {
  const [row, ...rest] = rows;
  if (row === undefined || rest.length > 0) throw new RangeError(`${rows.length} rows`);
  return row;
}
