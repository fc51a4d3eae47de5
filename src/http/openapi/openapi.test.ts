import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { openTestServer, type TestServer } from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { API_ENDPOINTS, OPEN_ENDPOINTS } from '../endpoints.ts';

const schema = z.record(z.string(), z.unknown());
const answer = z.object({
  description: z.string().min(1),
  content: z.record(z.string(), z.object({ schema })).optional(),
});
const operation = z.object({
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  operationId: z.string().optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(z.object({ in: z.string(), name: z.string(), schema })).optional(),
  requestBody: z
    .object({
      content: z.partialRecord(z.enum(['application/json', 'multipart/form-data']), z.object({ schema })),
    })
    .optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), answer),
});
const document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  security: z.array(z.unknown()).min(1),
  paths: z.record(
    z.string().startsWith('/'),
    z.record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation.optional()),
  ),
  components: z.object({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
});

describe('the OpenAPI document', () => {
  let hub: Hub;
  let api: TestServer;
  let text: string;
  let described: z.infer<typeof document>;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    api = await openTestServer(hub);
    text = (await api.ask('GET /openapi.json')).body;
    described = document.parse(JSON.parse(text));
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const operations = () =>
    Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, facts]) =>
        facts === undefined ? [] : [{ path, method, facts }],
      ),
    );

  it('tells of a 422 wherever something is asked that may be wrong, but for pushes', () => {
    const silent = operations()
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .filter(({ facts }) => facts.parameters !== undefined || facts.requestBody !== undefined)
      .filter(({ facts }) => facts.responses['422'] === undefined);
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('describes every route there is', () => {
    // Changing an account has two methods; every other endpoint has one.
    expect(operations()).toHaveLength(OPEN_ENDPOINTS.length + API_ENDPOINTS.length + 1);
    expect(
      operations()
        .map(({ path, method }) => `${method.toUpperCase()} ${path}`)
        .sort(),
    ).toEqual([
      'DELETE /api/v1/api-tokens/{id}',
      'DELETE /api/v1/fee-rates/{id}',
      'DELETE /api/v1/me/sessions/{session_id}',
      'DELETE /api/v1/members/{user_id}',
      'DELETE /api/v1/orders/{id}/memos/{memo_id}',
      'DELETE /api/v1/plans/{id}',
      'DELETE /api/v1/platform-accounts/{id}',
      'DELETE /api/v1/platform-accounts/{id}/webhook',
      'DELETE /api/v1/price-rules/{id}',
      'DELETE /api/v1/product-imports/{id}',
      'DELETE /api/v1/products/{id}',
      'DELETE /api/v1/products/{id}/listings/{account_id}',
      'DELETE /api/v1/sync/schedules/{id}',
      'DELETE /api/v1/webhooks/{id}',
      'GET /api/auth/get-session',
      'GET /api/v1/analytics/platforms',
      'GET /api/v1/analytics/summary',
      'GET /api/v1/analytics/trend',
      'GET /api/v1/api-tokens',
      'GET /api/v1/audit',
      'GET /api/v1/audit/export',
      'GET /api/v1/audit/verification',
      'GET /api/v1/claims',
      'GET /api/v1/claims/{id}',
      'GET /api/v1/commands',
      'GET /api/v1/commands/{id}',
      'GET /api/v1/events',
      'GET /api/v1/fee-rates',
      'GET /api/v1/inventory',
      'GET /api/v1/inventory/drift',
      'GET /api/v1/inventory/export',
      'GET /api/v1/inventory/low-stock',
      'GET /api/v1/inventory/returns',
      'GET /api/v1/inventory/settings',
      'GET /api/v1/inventory/windows',
      'GET /api/v1/inventory/{id}',
      'GET /api/v1/inventory/{id}/movements',
      'GET /api/v1/inventory/{id}/offers',
      'GET /api/v1/listing-links/clashes',
      'GET /api/v1/listing-links/proposals',
      'GET /api/v1/listings',
      'GET /api/v1/listings/{id}',
      'GET /api/v1/listings/{id}/picture',
      'GET /api/v1/locations',
      'GET /api/v1/marketplace-configs',
      'GET /api/v1/me',
      'GET /api/v1/me/sessions',
      'GET /api/v1/me/views',
      'GET /api/v1/members',
      'GET /api/v1/notice-kinds',
      'GET /api/v1/notifications',
      'GET /api/v1/orders',
      'GET /api/v1/orders/{id}',
      'GET /api/v1/pictures',
      'GET /api/v1/plans',
      'GET /api/v1/plans/{id}',
      'GET /api/v1/plans/{id}/items',
      'GET /api/v1/platform-accounts',
      'GET /api/v1/platform-accounts/{id}',
      'GET /api/v1/platform-accounts/{id}/budget',
      'GET /api/v1/platform-accounts/{id}/categories',
      'GET /api/v1/platform-accounts/{id}/categories/{native_id}/requirements',
      'GET /api/v1/platform-accounts/{id}/health',
      'GET /api/v1/platform-accounts/{id}/places',
      'GET /api/v1/platform-accounts/{id}/webhook',
      'GET /api/v1/platforms',
      'GET /api/v1/price-rules',
      'GET /api/v1/product-imports',
      'GET /api/v1/product-imports/{id}',
      'GET /api/v1/product-imports/{id}/errors.csv',
      'GET /api/v1/product-imports/{id}/errors.xlsx',
      'GET /api/v1/product-imports/{id}/rows',
      'GET /api/v1/products',
      'GET /api/v1/products/export',
      'GET /api/v1/products/{id}',
      'GET /api/v1/products/{id}/listings',
      'GET /api/v1/products/{id}/picture',
      'GET /api/v1/settings/retention',
      'GET /api/v1/sync/logs',
      'GET /api/v1/sync/logs/export',
      'GET /api/v1/sync/logs/{id}',
      'GET /api/v1/sync/schedules',
      'GET /api/v1/sync/schedules/{id}',
      'GET /api/v1/sync/status',
      'GET /api/v1/today',
      'GET /api/v1/webhooks',
      'GET /api/v1/webhooks/deliveries/{id}',
      'GET /api/v1/webhooks/{id}',
      'GET /api/v1/webhooks/{id}/deliveries',
      'GET /healthz',
      'PATCH /api/v1/members/{user_id}',
      'PATCH /api/v1/platform-accounts/{id}',
      'PATCH /api/v1/sync/schedules/{id}',
      'PATCH /api/v1/webhooks/{id}',
      'POST /api/auth/change-password',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/sign-out',
      'POST /api/v1/api-tokens',
      'POST /api/v1/claims/actions',
      'POST /api/v1/claims/{id}/restock',
      'POST /api/v1/claims/{id}/{verb}',
      'POST /api/v1/commands/cancel',
      'POST /api/v1/commands/retry',
      'POST /api/v1/commands/{id}/cancel',
      'POST /api/v1/commands/{id}/retry',
      'POST /api/v1/inventory/movements',
      'POST /api/v1/listing-links',
      'POST /api/v1/listing-links/proposals/accept',
      'POST /api/v1/listings/{id}/pause',
      'POST /api/v1/listings/{id}/refresh',
      'POST /api/v1/listings/{id}/resume',
      'POST /api/v1/locations',
      'POST /api/v1/members',
      'POST /api/v1/members/{user_id}/reset-password',
      'POST /api/v1/orders/batch-confirm',
      'POST /api/v1/orders/find',
      'POST /api/v1/orders/shipment-lists',
      'POST /api/v1/orders/{id}/cancel',
      'POST /api/v1/orders/{id}/delay',
      'POST /api/v1/orders/{id}/hold',
      'POST /api/v1/orders/{id}/memos',
      'POST /api/v1/orders/{id}/release',
      'POST /api/v1/orders/{id}/split',
      'POST /api/v1/plans',
      'POST /api/v1/plans/{id}/confirm',
      'POST /api/v1/plans/{id}/undo',
      'POST /api/v1/platform-accounts',
      'POST /api/v1/platform-accounts/{id}/webhook',
      'POST /api/v1/price-rules',
      'POST /api/v1/prices/apply',
      'POST /api/v1/prices/quote',
      'POST /api/v1/product-imports',
      'POST /api/v1/product-imports/{id}/confirm',
      'POST /api/v1/products',
      'POST /api/v1/products/from-listings',
      'POST /api/v1/products/{id}/publish',
      'POST /api/v1/sync/all',
      'POST /api/v1/sync/inventory',
      'POST /api/v1/sync/logs/retry',
      'POST /api/v1/sync/logs/{id}/cancel',
      'POST /api/v1/sync/logs/{id}/retry',
      'POST /api/v1/sync/orders',
      'POST /api/v1/sync/platforms/{platform}/test',
      'POST /api/v1/sync/products',
      'POST /api/v1/sync/schedule',
      'POST /api/v1/sync/schedules/{id}/pause',
      'POST /api/v1/sync/schedules/{id}/resume',
      'POST /api/v1/sync/webhook',
      'POST /api/v1/webhooks',
      'POST /api/v1/webhooks/deliveries/{id}/resend',
      'POST /api/v1/webhooks/{id}/pause',
      'POST /api/v1/webhooks/{id}/resume',
      'POST /api/v1/webhooks/{id}/rotate-secret',
      'POST /api/v1/webhooks/{id}/test',
      'POST /hooks/{token}',
      'POST /hooks/{token}/stock',
      'PUT /api/v1/claims/{id}/resolution',
      'PUT /api/v1/fee-rates',
      'PUT /api/v1/inventory/settings',
      'PUT /api/v1/inventory/{id}/safety-stock',
      'PUT /api/v1/listing-items/{id}/link',
      'PUT /api/v1/listing-items/{id}/stock-terms',
      'PUT /api/v1/locations/{id}',
      'PUT /api/v1/marketplace-configs/{platform}',
      'PUT /api/v1/me/views/{place}',
      'PUT /api/v1/notifications',
      'PUT /api/v1/orders/{id}/invoice',
      'PUT /api/v1/orders/{id}/status',
      'PUT /api/v1/platform-accounts/{id}',
      'PUT /api/v1/price-rules/{id}',
      'PUT /api/v1/products/{id}',
      'PUT /api/v1/products/{id}/listings/{account_id}',
      'PUT /api/v1/settings/business',
      'PUT /api/v1/settings/retention',
    ]);
  });

  it('gives each a schema for its answer, its problems and its body', () => {
    for (const { path, method, facts } of operations()) {
      const name = `${method} ${path}`;
      const good = Object.entries(facts.responses).filter(([status]) => status.startsWith('2'));
      expect(good.length, name).toBeGreaterThan(0);
      for (const [status, { content }] of good) {
        // Files and live streams are told as what they are; everything else is JSON.
        if (status !== '204') expect(Object.values(content ?? {})[0]?.schema, name).toBeDefined();
      }
      if (path.startsWith('/api/v1')) {
        expect(facts.responses['401']?.content?.['application/problem+json']?.schema, name).toEqual({
          $ref: '#/components/schemas/Problem',
        });
      }
      if (method === 'put' || method === 'patch') expect(facts.requestBody, name).toBeDefined();
      for (const [placeholder] of path.matchAll(/\{\w+\}/g)) {
        expect(
          facts.parameters?.map((parameter) => `{${parameter.name}}`),
          name,
        ).toContain(placeholder);
      }
    }
  });

  it('refers only to what it holds, and holds only what it refers to', () => {
    const named = new Set([...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name));
    expect([...named].sort()).toEqual(Object.keys(described.components.schemas).sort());
    const ids = operations().flatMap(({ facts }) => facts.operationId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is shown on a page that asks nobody else for anything', async () => {
    const page = await api.ask('GET /docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      expect(address).toMatch(/^\/docs\/static\//);
      expect((await api.ask(`GET /docs/static/${address.slice('/docs/static/'.length)}`)).statusCode).toBe(
        200,
      );
    }
    expect((await api.ask('GET /docs/json')).json()).toEqual(JSON.parse(text));
  });
});
