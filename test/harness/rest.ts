import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { z } from 'zod';
import type { ClaimSnapshot } from '../../src/domain/claim.ts';
import { dueOf, type TimedClaim } from '../../src/domain/deadline.ts';
import { type ClaimId, type OrderId, type OwnerId, orderId } from '../../src/domain/ids.ts';
import type { OrderSnapshot } from '../../src/domain/order.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { createServer } from '../../src/http/server.ts';
import { type Account, createAccount } from '../../src/store/accounts.ts';
import { issueApiToken } from '../../src/store/api-tokens.ts';
import { ingestClaims } from '../../src/store/claims/ingest.ts';
import { listClaims } from '../../src/store/claims/read.ts';
import { ingestOrders } from '../../src/store/orders/ingest.ts';
import { listOrders } from '../../src/store/orders/list.ts';
import { createOwner, ROLES, type Role } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';

/** One business in a test, with a token for each role. */
export interface TestBusiness {
  readonly owner: OwnerId;
  readonly tokens: Readonly<Record<Role, string>>;
}

interface Question {
  /** A bearer token; none for a stranger. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address it comes from. */
  readonly from?: string;
}

/** The server of a hub under test, asked without a socket. */
export interface TestServer {
  readonly server: FastifyInstance;
  ask(line: `${string} /${string}`, question?: Question): Promise<LightMyRequestResponse>;
}

export const TEST_SECRET = 'a-secret-of-the-tests-0123456789abcdef';

/** Builds the server for tests; sentences are asked for in English unless a question says otherwise. */
export async function openTestServer(hub: Hub): Promise<TestServer> {
  const server = await createServer(hub, { secret: TEST_SECRET });
  await server.ready();
  return {
    server,
    ask(line, { as, body, headers, from = '127.0.0.1' } = {}) {
      const [method = 'GET', url = '/'] = line.split(' ', 2);
      return server.inject({
        method: methodOf(method),
        url,
        remoteAddress: from,
        headers: {
          'accept-language': 'en',
          ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: payloadOf(body) }),
      });
    },
  };
}

/** Texts and bytes go out as they are. */
function payloadOf(body: unknown): string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function methodOf(text: string): (typeof METHODS)[number] {
  const method = METHODS.find((known) => known === text);
  if (method === undefined) throw new Error(`no such method: ${text}`);
  return method;
}

const described = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ requestBody: z.object({ required: z.boolean().optional() }).optional() }),
    ),
  ),
});

/** A route as the OpenAPI document names it. */
export interface Route {
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  /** Such as `GET /api/v1/orders/{id}`. */
  readonly name: string;
  readonly bodyRequired: boolean;
}

/** Every route that the server describes. */
export async function routesOf({ ask }: TestServer): Promise<readonly Route[]> {
  const { paths } = described.parse((await ask('GET /openapi.json')).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([word, { requestBody }]) => {
      const method = methodOf(word.toUpperCase());
      return { method, path, name: `${method} ${path}`, bodyRequired: requestBody?.required === true };
    }),
  );
}

export async function openBusiness(hub: Hub, name: string): Promise<TestBusiness> {
  const owner = await createOwner(hub.db, name);
  const tokens = { owner: '', staff: '', viewer: '' };
  for (const role of ROLES) {
    tokens[role] = await issueApiToken(hub.db, owner, { name: role, role, expiresAt: null });
  }
  return { owner, tokens };
}

export const COUPANG_KEYS = { access_key: 'ak-1f2e', secret_key: 'sk-9d8c', vendor_id: 'A00012345' } as const;
export const NAVER_KEYS = {
  client_id: '4kQ9fGz7aa',
  client_secret: '$2a$04$abcdefghijklmnopqrstuu',
} as const;

const KEYS = {
  coupang: COUPANG_KEYS,
  naver: NAVER_KEYS,
  eleventh_street: { api_key: 'key-of-eleventh-street' },
  esm: { master_id: 'hub', secret_key: 'key-of-esm' },
} as const;

export function connect(
  hub: Hub,
  { owner }: TestBusiness,
  platform: keyof typeof KEYS,
  edition: 'official' | 'guide' = 'official',
): Promise<Account> {
  return asOwner(hub.db, owner, (scope) =>
    createAccount(scope, hub.vault, {
      platform,
      edition,
      name: `${platform} shop`,
      baseUrl: 'http://127.0.0.1:9',
      ordersSince: new Date('2026-11-01T00:00:00Z'),
      keyExpiresAt: null,
      credentials: KEYS[platform],
    }),
  );
}

/** Puts orders into the list as a pull would, and answers their ids by native id. */
export function putOrders(
  hub: Hub,
  { owner }: TestBusiness,
  account: Account,
  orders: readonly OrderSnapshot[],
): Promise<ReadonlyMap<string, OrderId>> {
  return asOwner(hub.db, owner, async (scope) => {
    const target = { account: account.id, platform: account.platform, carrierIdOf: () => 'cj' };
    await ingestOrders(scope, hub.vault, target, orders, { run: null, command: null });
    const rows = await listOrders(scope, { ...EVERYTHING, account: account.id });
    return new Map(rows.map((row) => [row.nativeOrderId, orderId(row.id)]));
  });
}

/** Puts claims into the list as a pull would, and answers their ids by native id. */
export function putClaims(
  hub: Hub,
  { owner }: TestBusiness,
  { id: account, platform }: Account,
  claims: readonly ClaimSnapshot[],
): Promise<ReadonlyMap<string, ClaimId>> {
  return asOwner(hub.db, owner, async (scope) => {
    const target = {
      account,
      platform,
      carrierIdOf: () => 'cj',
      dueOf: (claim: TimedClaim) => dueOf(claim, []),
      claimsSeenWithinMs: 3_600_000,
    };
    const news = { claims, moves: [], orders: [] };
    await ingestClaims(scope, hub.vault, target, news, { run: null, command: null });
    const rows = await listClaims(scope, { account }, { by: 'requested', limit: 10_000, after: null });
    return new Map(rows.map(({ claim }) => [claim.nativeClaimId, claim.id]));
  });
}

export const EVERYTHING = {
  platform: null,
  status: null,
  orderedFrom: null,
  orderedTo: null,
  text: null,
  orderIds: [],
  lineNamers: [],
  contactTokens: [],
  limit: 10_000,
  sort: 'newest',
  after: null,
} as const;
