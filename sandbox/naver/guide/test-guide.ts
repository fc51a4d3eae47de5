import type { JsonObject } from '../../frame/json.ts';
import { type Answer, objectAt, objectsIn, openTestShop, type TestShop } from '../test-shop.ts';

export const BASE = '/external/v1';
const DAY_MS = 86_400_000;

/** A shop opened for edition `guide`, and a seller's program that speaks it. */
export interface GuideShop extends TestShop {
  askGuideToken(fields?: Readonly<Record<string, string | undefined>>): Answer;
  /** Sends one request with a good token. */
  ask(
    method: string,
    path: string,
    asking?: { readonly query?: JsonObject; readonly body?: unknown },
  ): Answer;
  /** One write; answers `done` or the code of the only line. */
  write(path: string, productOrderId: string, fields?: JsonObject, method?: string): unknown;
  /** One product order as the guide tells it. */
  line(productOrderId: string): JsonObject;
  claim(productOrderId: string): JsonObject;
  /** The orders, or claims, that changed within the last day. */
  changed(statusType: string): readonly JsonObject[];
  claims(kind: string): readonly JsonObject[];
  sell(fields?: JsonObject): { readonly order: string; readonly line: string };
}

export function openGuideShop(options: Readonly<Record<string, unknown>> = {}): GuideShop {
  const shop = openTestShop({ edition: 'guide', orders: 0, ...options });
  const askGuideToken: GuideShop['askGuideToken'] = (fields = {}) => {
    const form = new URLSearchParams();
    const all = {
      client_id: shop.clientId,
      client_secret: shop.clientSecret,
      grant_type: 'client_credentials',
      ...fields,
    };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) form.set(name, value);
    return shop.send('POST', '/oauth/token', {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  };
  const ask: GuideShop['ask'] = (method, path, { query = {}, body } = {}) =>
    shop.send(method, `${BASE}${path}`, {
      query: new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
      ).toString(),
      headers: { authorization: `Bearer ${String(askGuideToken().json.access_token)}` },
      ...(body === undefined ? {} : { body }),
    });
  const lastDay = () => ({
    changedFrom: new Date(shop.clock.now() - DAY_MS).toISOString(),
    changedTo: new Date(shop.clock.now() + 1).toISOString(),
  });
  return {
    ...shop,
    askGuideToken,
    ask,
    write(path, productOrderId, fields = {}, method = 'POST') {
      const body = path.includes(productOrderId) ? fields : { productOrderIds: [productOrderId], ...fields };
      const { status, json } = ask(method, `/pay-orders/${path}`, { body });
      if (status !== 200) return json.code;
      const [failed] = objectsIn(json.failProductOrderInfos);
      return failed === undefined ? 'done' : failed.code;
    },
    line: (id) => ask('GET', `/pay-orders/${id}`).json,
    claim: (id) => ask('GET', `/pay-orders/${id}/claim`).json,
    changed: (status) =>
      objectsIn(ask('GET', `/pays/orders/seller/changed/${status}`, { query: lastDay() }).json.orders),
    claims: (kind) =>
      objectsIn(ask('GET', `/pay-orders/seller/${kind}/requested`, { query: lastDay() }).json.claims),
    sell(fields = {}) {
      const sold = objectAt({ sold: shop.act('story.sell', fields) }, 'sold');
      const lines = Array.isArray(sold.lines) ? sold.lines.map(String) : [];
      return { order: String(sold.order), line: lines[0] ?? '' };
    },
  };
}
