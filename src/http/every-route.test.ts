import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type Route,
  routesOf,
  type TestBusiness,
  type TestServer,
} from '../../test/harness/rest.ts';
import type { Hub } from '../engine/hub.ts';
import { ROLES, type Role } from '../store/owners.ts';

/** What more than a viewer is needed for. Every other route reads, and a viewer may use it. */
const NEEDED: Readonly<Record<string, Role>> = {
  // The own sessions and views: everybody's own business.
  'DELETE /api/v1/me/sessions/{session_id}': 'viewer',
  'PUT /api/v1/me/views/{place}': 'viewer',
  // Settings, secrets, and who did what.
  'POST /api/v1/platform-accounts': 'owner',
  'PATCH /api/v1/platform-accounts/{id}': 'owner',
  'PUT /api/v1/platform-accounts/{id}': 'owner',
  'DELETE /api/v1/platform-accounts/{id}': 'owner',
  'POST /api/v1/platform-accounts/{id}/webhook': 'owner',
  'DELETE /api/v1/platform-accounts/{id}/webhook': 'owner',
  'POST /api/v1/sync/schedule': 'owner',
  'PATCH /api/v1/sync/schedules/{id}': 'owner',
  'DELETE /api/v1/sync/schedules/{id}': 'owner',
  'POST /api/v1/sync/schedules/{id}/pause': 'owner',
  'POST /api/v1/sync/schedules/{id}/resume': 'owner',
  'POST /api/v1/webhooks': 'owner',
  'PATCH /api/v1/webhooks/{id}': 'owner',
  'DELETE /api/v1/webhooks/{id}': 'owner',
  'POST /api/v1/webhooks/{id}/rotate-secret': 'owner',
  'POST /api/v1/webhooks/{id}/pause': 'owner',
  'POST /api/v1/webhooks/{id}/resume': 'owner',
  'PUT /api/v1/notifications': 'owner',
  'PUT /api/v1/settings/retention': 'owner',
  'GET /api/v1/audit': 'owner',
  'GET /api/v1/audit/export': 'owner',
  'GET /api/v1/audit/verification': 'owner',
  'PUT /api/v1/settings/business': 'owner',
  'GET /api/v1/members': 'owner',
  'POST /api/v1/members': 'owner',
  'PATCH /api/v1/members/{user_id}': 'owner',
  'DELETE /api/v1/members/{user_id}': 'owner',
  'POST /api/v1/members/{user_id}/reset-password': 'owner',
  'PUT /api/v1/marketplace-configs/{platform}': 'owner',
  'GET /api/v1/api-tokens': 'owner',
  'POST /api/v1/api-tokens': 'owner',
  'DELETE /api/v1/api-tokens/{id}': 'owner',
  // Acting.
  'POST /api/v1/sync/orders': 'staff',
  'POST /api/v1/sync/products': 'staff',
  'POST /api/v1/listings/{id}/refresh': 'staff',
  'POST /api/v1/listings/{id}/pause': 'staff',
  'POST /api/v1/listings/{id}/resume': 'staff',
  'PUT /api/v1/listing-items/{id}/link': 'staff',
  'POST /api/v1/listing-links': 'staff',
  'POST /api/v1/listing-links/proposals/accept': 'staff',
  'POST /api/v1/sync/all': 'staff',
  'POST /api/v1/sync/webhook': 'staff',
  'POST /api/v1/sync/platforms/{platform}/test': 'staff',
  'POST /api/v1/sync/logs/retry': 'staff',
  'POST /api/v1/sync/logs/{id}/retry': 'staff',
  'POST /api/v1/sync/logs/{id}/cancel': 'staff',
  'GET /api/v1/sync/logs/export': 'staff',
  'POST /api/v1/orders/{id}/memos': 'staff',
  'DELETE /api/v1/orders/{id}/memos/{memo_id}': 'staff',
  'PUT /api/v1/orders/{id}/status': 'staff',
  'PUT /api/v1/orders/{id}/invoice': 'staff',
  'POST /api/v1/orders/{id}/delay': 'staff',
  'POST /api/v1/orders/{id}/split': 'staff',
  'POST /api/v1/orders/{id}/hold': 'staff',
  'POST /api/v1/orders/{id}/release': 'staff',
  'POST /api/v1/orders/{id}/cancel': 'staff',
  'POST /api/v1/orders/batch-confirm': 'staff',
  'POST /api/v1/orders/find': 'staff',
  'POST /api/v1/orders/shipment-lists': 'staff',
  'POST /api/v1/claims/actions': 'staff',
  'POST /api/v1/claims/{id}/{verb}': 'staff',
  'PUT /api/v1/claims/{id}/resolution': 'staff',
  'POST /api/v1/claims/{id}/restock': 'staff',
  'POST /api/v1/inventory/movements': 'staff',
  'POST /api/v1/locations': 'staff',
  'PUT /api/v1/locations/{id}': 'staff',
  'POST /api/v1/sync/inventory': 'staff',
  'PUT /api/v1/inventory/settings': 'owner',
  'PUT /api/v1/listing-items/{id}/stock-terms': 'staff',
  'PUT /api/v1/inventory/{id}/safety-stock': 'staff',
  'POST /api/v1/price-rules': 'owner',
  'PUT /api/v1/price-rules/{id}': 'owner',
  'DELETE /api/v1/price-rules/{id}': 'owner',
  'PUT /api/v1/fee-rates': 'owner',
  'DELETE /api/v1/fee-rates/{id}': 'owner',
  'POST /api/v1/prices/quote': 'staff',
  'POST /api/v1/prices/apply': 'staff',
  'POST /api/v1/product-imports': 'staff',
  'POST /api/v1/product-imports/{id}/confirm': 'staff',
  'DELETE /api/v1/product-imports/{id}': 'staff',
  'GET /api/v1/pictures': 'staff',
  'GET /api/v1/products/export': 'staff',
  'GET /api/v1/inventory/export': 'staff',
  'POST /api/v1/products': 'staff',
  'POST /api/v1/products/from-listings': 'staff',
  'PUT /api/v1/products/{id}': 'staff',
  'DELETE /api/v1/products/{id}': 'staff',
  'POST /api/v1/products/{id}/publish': 'staff',
  'PUT /api/v1/products/{id}/listings/{account_id}': 'staff',
  'DELETE /api/v1/products/{id}/listings/{account_id}': 'staff',
  'POST /api/v1/commands/retry': 'staff',
  'POST /api/v1/commands/cancel': 'staff',
  'POST /api/v1/commands/{id}/retry': 'staff',
  'POST /api/v1/commands/{id}/cancel': 'staff',
  'POST /api/v1/plans': 'staff',
  'POST /api/v1/plans/{id}/confirm': 'staff',
  'POST /api/v1/plans/{id}/undo': 'staff',
  'DELETE /api/v1/plans/{id}': 'staff',
  'POST /api/v1/webhooks/{id}/test': 'staff',
  'POST /api/v1/webhooks/deliveries/{id}/resend': 'staff',
};

/** Asked for with this, the live stream answers and ends. */
const NO_STREAM = { 'last-event-id': 'nonsense' };

describe('every route', () => {
  let hub: Hub;
  let api: TestServer;
  let routes: readonly Route[];
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PGlite'));
    api = await openTestServer(hub);
    routes = await routesOf(api);
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const lineOf = ({ method, path }: Route): `${string} /${string}` =>
    `${method} /${path
      .slice(1)
      .replace('{platform}', 'coupang')
      .replace('{verb}', 'approve')
      .replace(/\{\w+\}/g, '999999')}`;
  const behindTheDoor = () => routes.filter(({ path }) => path.startsWith('/api/v1/'));

  it('that writes has a role here, and nothing else is here', () => {
    const names = new Set(routes.map(({ name }) => name));
    expect(Object.keys(NEEDED).filter((name) => !names.has(name))).toEqual([]);
    const writing = behindTheDoor().filter(({ method }) => method !== 'GET');
    expect(writing.map(({ name }) => name).filter((name) => !(name in NEEDED))).toEqual([]);
  });

  it('lets in those whose role is enough, and no others', async () => {
    for (const route of behindTheDoor()) {
      const needed = NEEDED[route.name] ?? 'viewer';
      for (const role of ROLES) {
        const answer = await api.ask(lineOf(route), { as: business.tokens[role], headers: NO_STREAM });
        const enough = ROLES.indexOf(role) <= ROLES.indexOf(needed);
        expect({ route: route.name, role, enough: answer.statusCode !== 403 }).toEqual({
          route: route.name,
          role,
          enough,
        });
        if (!enough) expect(answer.json().code, route.name).toBe('role_too_low');
      }
    }
  });

  it('that is posted to says the same to no body, an empty one and one without fields', async () => {
    const json = { 'content-type': 'application/json' };
    let optional = 0;
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      const ask = (body: string | undefined, headers = {}) =>
        api.ask(lineOf(route), { as: business.tokens.owner, body, headers });
      const [without, announced, empty] = [await ask(undefined), await ask(undefined, json), await ask('{}')];
      const told = (answer: typeof empty) => ({
        route: route.name,
        status: answer.statusCode,
        code: answer.statusCode < 300 ? null : answer.json().code,
      });
      expect(told(without)).toEqual(told(empty));
      expect(told(announced)).toEqual(told(empty));
      if (empty.statusCode === 422) expect(empty.json().errors.length, route.name).toBeGreaterThan(0);
      else {
        expect({ route: route.name, bodyRequired: route.bodyRequired }).toEqual({
          route: route.name,
          bodyRequired: false,
        });
        optional += 1;
      }
    }
    expect(optional).toBeGreaterThan(15);
  });
});
