import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import iconv from 'iconv-lite';
import { Agent } from 'undici';
import { z } from 'zod';
import { CLAIM_FAULTS, CLAIM_KINDS } from '../../src/domain/claim.ts';
import { CLAIM_ACTIONS } from '../../src/domain/claim-action.ts';
import { DELAY_REASONS } from '../../src/domain/command.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import type { Edition } from '../../src/marketplaces/kit/edition.ts';
import { openGate } from '../../src/marketplaces/kit/gate.ts';
import type { TokenShelf } from '../../src/marketplaces/kit/shared-token.ts';
import type { Batch, OrderRead, OrdersDesk, Shop } from '../../src/marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../src/marketplaces/kit/trouble.ts';
import { listingDraft, publishTarget } from './listing-draft.ts';

const line = z.object({
  line: z.number(),
  nativeOrderId: z.string(),
  nativeLineId: z.string(),
  nativeItemId: z.string(),
  packageKey: z.string(),
});
const shipLine = line.extend({ carrierCode: z.string(), invoice: z.string(), shippedAt: z.string() });
const delayLine = line.extend({ shipBy: z.string(), reason: z.enum(DELAY_REASONS), text: z.string() });
const splitLine = line.extend({
  parts: z.array(
    z.object({ carrierCode: z.string(), invoice: z.string(), quantity: z.number(), shippedAt: z.string() }),
  ),
});
const holdLine = line.extend({ text: z.string() });
const cancelLine = line.extend({
  reason: z.string(),
  text: z.string(),
  quantity: z.number(),
  whole: z.boolean(),
});
const claimRef = z.object({
  nativeClaimId: z.string(),
  nativeOrderId: z.string(),
  kind: z.enum(CLAIM_KINDS),
  requestedAt: z.string(),
  nativeStatus: z.string(),
  lines: z.array(
    z.object({
      nativeLineId: z.string().nullable(),
      nativeItemId: z.string().nullable(),
      packageKey: z.string().nullable(),
      quantity: z.number().nullable(),
    }),
  ),
  replacementPackage: z.string().nullable(),
});
const claimPayload = z.object({
  kind: z.enum(CLAIM_ACTIONS),
  text: z.string().nullable(),
  reason: z.string().nullable(),
  shipment: z
    .object({
      carrierId: z.string().nullable(),
      carrierCode: z.string(),
      invoice: z.string(),
      shippedAt: z.string(),
    })
    .nullable(),
  fee: z.number().nullable(),
  fault: z.enum(CLAIM_FAULTS).nullable(),
});
const claimTarget = z.object({ item: z.number(), claim: claimRef, payload: claimPayload });
const ref = z.object({ nativeItemId: z.string(), nativeListingId: z.string().nullable().default(null) });
const offer = ref.extend({ item: z.number() });
const priced = offer.extend({ price: z.number(), currency: z.string() });
const saleTarget = z.object({
  item: z.number(),
  nativeListingId: z.string(),
  nativeItemIds: z.array(z.string()),
  onSale: z.boolean(),
});

const call = z.discriminatedUnion('do', [
  z.object({ do: z.literal('test') }),
  z.object({ do: z.literal('changes'), cursor: z.json(), since: z.string() }),
  z.object({ do: z.literal('placedBetween'), from: z.string(), to: z.string() }),
  z.object({ do: z.literal('read'), ids: z.array(z.string()) }),
  z.object({ do: z.literal('acknowledge'), targets: z.array(line) }),
  z.object({ do: z.literal('ship'), targets: z.array(shipLine) }),
  z.object({ do: z.literal('changeInvoice'), targets: z.array(shipLine) }),
  z.object({ do: z.literal('delay'), targets: z.array(delayLine) }),
  z.object({ do: z.literal('split'), targets: z.array(splitLine) }),
  z.object({ do: z.literal('hold'), targets: z.array(holdLine) }),
  z.object({ do: z.literal('release'), targets: z.array(line) }),
  z.object({ do: z.literal('cancel'), targets: z.array(cancelLine) }),
  z.object({ do: z.literal('act'), action: z.enum(CLAIM_ACTIONS), targets: z.array(claimTarget) }),
  z.object({ do: z.literal('readClaims'), refs: z.array(claimRef) }),
  z.object({ do: z.literal('readStock'), offers: z.array(ref) }),
  z.object({ do: z.literal('setStock'), targets: z.array(offer.extend({ quantity: z.number() })) }),
  z.object({ do: z.literal('setPrices'), targets: z.array(priced) }),
  z.object({ do: z.literal('listings'), cursor: z.json() }),
  z.object({ do: z.literal('readListings'), ids: z.array(z.string()) }),
  z.object({
    do: z.literal('findBySellerCode'),
    code: z.string(),
    skus: z.array(z.string()).default([]),
  }),
  z.object({ do: z.literal('categories') }),
  z.object({ do: z.literal('requirements'), category: z.string() }),
  z.object({ do: z.literal('places') }),
  z.object({ do: z.literal('preview'), draft: listingDraft }),
  z.object({ do: z.literal('publish'), targets: z.array(publishTarget) }),
  z.object({ do: z.literal('setOnSale'), targets: z.array(saleTarget) }),
]);

const texts = z.record(z.string(), z.string());
const request = z.object({
  method: z.string(),
  path: z.string(),
  query: z.string().default(''),
  headers: texts.default({}),
  body: z.json().optional(),
});
const answer = z
  .object({
    status: z.number().default(200),
    headers: texts.default({}),
    body: z.json().optional(),
    xml: z.string().optional(),
  })
  .refine(({ body, xml }) => (body === undefined) !== (xml === undefined), 'either a body or xml');

const fixtureFile = z.strictObject({
  name: z.string(),
  now: z.iso.datetime(),
  account: z.object({ credentials: texts, keyExpiresAt: z.iso.datetime().nullable().default(null) }),
  call,
  exchanges: z.array(z.object({ request, answer })),
  expected: z.json(),
});

/** One golden fixture; the format is told in `fixtures.test.ts`. */
export type Fixture = z.infer<typeof fixtureFile>;
type WireRequest = z.infer<typeof request>;
type Call = z.infer<typeof call>;

export function parseFixture(text: string): Fixture {
  return fixtureFile.parse(JSON.parse(markDigits(text)));
}

const MARK = '\uE001';
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b\d{16,}\b(?![.eE])/g;

/** Numbers too long for a double become marked strings, told apart from numbers that were quoted all along. */
function markDigits(json: string): string {
  return json.replace(STRING_OR_LONG_NUMBER, (part) => (part.startsWith('"') ? part : `"${MARK}${part}"`));
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  return JSON.stringify(body).replace(new RegExp(`"${MARK}(-?\\d+)"`, 'g'), '$1');
}

/** Runs the fixture's call against a server that plays its exchanges; gives the requests met and the result. */
export async function replay(
  edition: Edition,
  fixture: Fixture,
): Promise<{ readonly requests: readonly WireRequest[]; readonly result: unknown }> {
  const requests: WireRequest[] = [];
  await using player = await playerOf(fixture, requests);
  await using connections = agent();
  const shop = openShop(edition, fixture, player.url, connections.dispatcher);
  const result = await carryOut(shop, fixture.call).catch(troubleOf);
  return { requests, result: JSON.parse(JSON.stringify(result)) };
}

function agent(): AsyncDisposable & { readonly dispatcher: Agent } {
  const dispatcher = new Agent();
  return { dispatcher, [Symbol.asyncDispose]: () => dispatcher.close() };
}

function openShop(edition: Edition, fixture: Fixture, baseUrl: string, dispatcher: Agent): Shop {
  const clock = () => new Date(fixture.now);
  const { credentials, keyExpiresAt } = fixture.account;
  return edition.open({
    credentials,
    keyExpiresAt: keyExpiresAt === null ? null : new Date(keyExpiresAt),
    clock,
    gate: openGate({
      baseUrl,
      operations: edition.operations,
      buckets: edition.buckets,
      budget: unlimitedBudget,
      lane: 'click',
      tokens: privateShelf(),
      dispatcher,
      clock,
      closedIntents: new Set(),
    }),
  });
}

const UNEXPECTED = { status: 599, headers: {}, body: 'not expected', xml: undefined };
/** What 11st says of its documents, which are CP949 (sheet §2). */
const XML = { 'content-type': 'text/xml; charset=EUC-KR' };

async function playerOf(
  { exchanges }: Fixture,
  requests: WireRequest[],
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(async (incoming, response) => {
    const planned = exchanges[requests.length];
    requests.push(await wireRequest(incoming, planned?.request));
    const { status, headers, body, xml } = planned?.answer ?? UNEXPECTED;
    response.sendDate = false;
    if (xml === undefined) response.writeHead(status, headers).end(bodyText(body));
    else response.writeHead(status, { ...XML, ...headers }).end(iconv.encode(xml, 'cp949'));
  });
  return { url: await listening(server), [Symbol.asyncDispose]: () => closed(server) };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}

/** What arrived, in the words of a fixture: of the headers, those that the planned request names. */
async function wireRequest(
  incoming: IncomingMessage,
  planned: WireRequest | undefined,
): Promise<WireRequest> {
  const [path = '', ...query] = (incoming.url ?? '').split('?');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const isKorean = /euc-kr/i.test(incoming.headers['content-type'] ?? '');
  const body = iconv.decode(Buffer.concat(chunks), isKorean ? 'cp949' : 'utf8');
  const headers: Record<string, string> = {};
  for (const name of Object.keys(planned?.headers ?? {})) {
    headers[name] = String(incoming.headers[name.toLowerCase()] ?? '');
  }
  return {
    method: incoming.method ?? '',
    path,
    query: query.join('?'),
    headers,
    ...(body === '' ? {} : { body: typeof planned?.body === 'string' ? body : jsonOrText(body) }),
  };
}

function jsonOrText(body: string): z.infer<ReturnType<typeof z.json>> {
  try {
    return JSON.parse(markDigits(body));
  } catch {
    return body;
  }
}

function privateShelf(): TokenShelf {
  let held: string | undefined;
  return {
    async current(_renewBeforeMs, issue) {
      held ??= (await issue()).value;
      return held;
    },
    async drop(refused) {
      if (held === refused) held = undefined;
    },
  };
}

async function carryOut(shop: Shop, wanted: Call): Promise<unknown> {
  const { orders, claims, stock, prices, catalog } = shop;
  switch (wanted.do) {
    case 'test':
      return shop.test();
    case 'changes':
      return gathered(orders.changes({ cursor: cursorText(wanted.cursor), since: new Date(wanted.since) }));
    case 'placedBetween':
      return gathered(orders.placedBetween(new Date(wanted.from), new Date(wanted.to)));
    case 'read':
      return orders.read(wanted.ids);
    case 'acknowledge':
      return offered(orders, 'acknowledge')(wanted.targets);
    case 'ship':
      return offered(orders, 'ship')(wanted.targets);
    case 'changeInvoice':
      return offered(orders, 'changeInvoice')(wanted.targets);
    case 'delay':
      return offered(orders, 'delay')(wanted.targets);
    case 'split':
      return offered(orders, 'split')(wanted.targets);
    case 'hold':
      return offered(orders, 'hold')(wanted.targets);
    case 'release':
      return offered(orders, 'release')(wanted.targets);
    case 'cancel':
      return offered(orders, 'cancel')(wanted.targets);
    case 'act':
      return deskOf(claims, 'claims').act(wanted.action, wanted.targets);
    case 'readClaims':
      return deskOf(claims, 'claims').read(wanted.refs);
    case 'readStock':
      return deskOf(stock, 'stock').read(wanted.offers);
    case 'setStock':
      return deskOf(stock, 'stock').set(wanted.targets);
    case 'setPrices':
      return deskOf(prices, 'prices').set(wanted.targets);
    case 'listings':
      return Array.fromAsync(deskOf(catalog, 'catalog').listings({ cursor: cursorText(wanted.cursor) }));
    case 'readListings':
      return deskOf(catalog, 'catalog').read(wanted.ids);
    case 'findBySellerCode':
      return deskOf(catalog, 'catalog').findBySellerCode(wanted.code, wanted.skus);
    case 'categories':
      return Array.fromAsync(deskOf(catalog, 'catalog').categories());
    case 'requirements':
      return deskOf(catalog, 'catalog').requirements(wanted.category);
    case 'places':
      return deskOf(catalog, 'catalog').places();
    case 'preview':
      return deskOf(catalog, 'catalog').preview(wanted.draft);
    case 'publish':
      return deskOf(catalog, 'catalog').publish(wanted.targets);
    case 'setOnSale':
      return deskOf(catalog, 'catalog').setOnSale(wanted.targets);
  }
}

type Write = Exclude<keyof OrdersDesk, 'changes' | 'placedBetween' | 'read'>;

function offered<Name extends Write>(desk: OrdersDesk, name: Name): NonNullable<OrdersDesk[Name]> {
  const method = desk[name];
  if (method === undefined) throw new Error(`the desk does not offer ${name}`);
  return method;
}

function deskOf<Desk>(desk: Desk | undefined, name: string): Desk {
  if (desk === undefined) throw new Error(`the shop has no ${name} desk`);
  return desk;
}

function cursorText(cursor: unknown): string | null {
  return cursor === null || typeof cursor === 'string' ? cursor : JSON.stringify(cursor);
}

async function gathered(batches: AsyncIterable<Omit<Batch<OrderRead>, 'cursor'>>): Promise<unknown> {
  const all: unknown[] = [];
  for await (const { feed, items, windows } of batches) all.push({ feed, windows, items });
  return all;
}

function troubleOf(error: unknown): unknown {
  if (!(error instanceof MarketplaceError)) throw error;
  const { cause: _cause, ...trouble } = error.trouble;
  return { trouble };
}
