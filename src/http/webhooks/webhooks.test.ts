import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { watchSecrets } from '../../../test/harness/log-watch.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { EVENT_TYPES } from '../../domain/event.ts';
import type { Hub } from '../../engine/hub.ts';
import { asOwner } from '../../store/scope.ts';

describe.each(DATABASE_KINDS)('/webhooks on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { allowPrivateHosts: false });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const ask = (line: `${string} /${string}`, body?: unknown, headers: Record<string, string> = {}) =>
    api.ask(line, { as: business.tokens.owner, body, headers });
  const URL = 'https://erp.seller.co.kr/moa';

  it('are made, read, changed and deleted; the secret is shown once', async () => {
    const account = await connect(hub, business, 'coupang');
    const created = await ask('POST /api/v1/webhooks', {
      url: URL,
      description: 'ERP',
      event_types: ['claim.opened', 'claim.opened'],
      account_ids: [account.id],
    });
    expect(created.statusCode, created.body).toBe(201);
    const { id, secret } = created.json();
    watchSecrets([secret]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(created.headers.location).toBe(`/api/v1/webhooks/${id}`);
    const read = (await ask(`GET /api/v1/webhooks/${id}`)).json();
    expect(read).toEqual({
      id,
      url: URL,
      description: 'ERP',
      event_types: ['claim.opened'],
      account_ids: [account.id],
      state: 'active',
      paused_because: null,
      paused_at: null,
      failing_since: null,
      last_success_at: null,
      waiting: 0,
      old_secret_valid_until: null,
      created_at: expect.any(String),
    });
    const changed = await ask(`PATCH /api/v1/webhooks/${id}`, { event_types: [], account_ids: [] });
    expect(changed.json()).toMatchObject({ url: URL, description: 'ERP', event_types: [], account_ids: [] });
    expect((await ask(`POST /api/v1/webhooks/${id}/pause`)).json()).toMatchObject({
      state: 'paused',
      paused_because: 'asked',
    });
    expect((await ask(`POST /api/v1/webhooks/${id}/resume`)).json()).toMatchObject({
      resent: 0,
      webhook: { state: 'active' },
    });
    expect((await ask('GET /api/v1/webhooks')).json().webhooks).toHaveLength(1);
    expect((await ask(`DELETE /api/v1/webhooks/${id}`)).statusCode).toBe(204);
    expect((await ask(`GET /api/v1/webhooks/${id}`)).statusCode).toBe(404);
    const trail = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ action: string; text: string }>`
        select action, a::text as text from audit_entries a where action like 'webhook.%' order by id`.execute(
        trx,
      ),
    );
    expect(trail.rows.map(({ action }) => action)).toEqual([
      'webhook.create',
      'webhook.change',
      'webhook.pause',
      'webhook.resume',
      'webhook.delete',
    ]);
    for (const { text } of trail.rows) expect(text).not.toContain('whsec_');
  });

  it.each([
    ['http://erp.seller.co.kr', 'bad_address'],
    ['https://user:pass@erp.seller.co.kr', 'bad_address'],
    ['javascript:alert(1)', 'bad_address'],
    ['erp.seller.co.kr', 'bad_address'],
    ['https://erp.seller.co.kr:25', 'bad_port'],
    ['https://127.0.0.1/x', 'private_address'],
    ['https://2130706433/x', 'private_address'],
    ['https://0x7f.1', 'private_address'],
    ['https://[::1]', 'private_address'],
    ['https://[::ffff:10.0.0.1]', 'private_address'],
    ['https://169.254.169.254/latest/meta-data', 'private_address'],
    ['https://db.internal', 'private_address'],
  ])('are refused at %s', async (url, code) => {
    const answer = await ask('POST /api/v1/webhooks', { url });
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.json().errors).toMatchObject([{ field: 'url', code }]);
  });

  it('name the event types there are when one is unknown, and shops that are not connected', async () => {
    const type = await ask('POST /api/v1/webhooks', { url: URL, event_types: ['order.exploded'] });
    expect(type.statusCode).toBe(422);
    expect(type.json().errors[0]).toMatchObject({ field: 'event_types[0]', code: 'not_a_choice' });
    expect(type.json().errors[0].choices.map(({ value }: { value: string }) => value)).toEqual([
      ...EVENT_TYPES,
    ]);
    const shop = await ask('POST /api/v1/webhooks', { url: URL, account_ids: [999_999] });
    expect(shop.json().errors).toMatchObject([{ field: 'account_ids', code: 'unknown_account' }]);
  });

  it('are settings of the owner; staff may test, viewers only look', async () => {
    const { id, secret } = (await ask('POST /api/v1/webhooks', { url: URL })).json();
    watchSecrets([secret]);
    const as = async (role: 'staff' | 'viewer', line: `${string} /${string}`) =>
      (await api.ask(line, { as: business.tokens[role], body: line.startsWith('GET') ? undefined : {} }))
        .statusCode;
    for (const role of ['staff', 'viewer'] as const) {
      expect(await as(role, 'POST /api/v1/webhooks')).toBe(403);
      expect(await as(role, `PATCH /api/v1/webhooks/${id}`)).toBe(403);
      expect(await as(role, `DELETE /api/v1/webhooks/${id}`)).toBe(403);
      expect(await as(role, `POST /api/v1/webhooks/${id}/rotate-secret`)).toBe(403);
      expect(await as(role, `POST /api/v1/webhooks/${id}/pause`)).toBe(403);
      expect(await as(role, `POST /api/v1/webhooks/${id}/resume`)).toBe(403);
      expect(await as(role, `GET /api/v1/webhooks/${id}/deliveries`)).toBe(200);
    }
    expect(await as('viewer', `POST /api/v1/webhooks/${id}/test`)).toBe(403);
    expect(await as('staff', `POST /api/v1/webhooks/${id}/test`)).toBe(202);
  });

  it('never keep a secret for a repeated request', async () => {
    const headers = { 'idempotency-key': `webhook-${kind}` };
    const first = await ask('POST /api/v1/webhooks', { url: URL }, headers);
    watchSecrets([first.json().secret]);
    const again = await ask('POST /api/v1/webhooks', { url: URL }, headers);
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual({ ...first.json(), secret: null });
    const kept = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ text: string }>`select k::text as text from idempotency_keys k`.execute(trx),
    );
    expect(kept.rows.length).toBeGreaterThan(0);
    for (const { text } of kept.rows) expect(text).not.toContain('whsec_');
  });

  it('page their deliveries', async () => {
    const { id, secret } = (await ask('POST /api/v1/webhooks', { url: URL })).json();
    watchSecrets([secret]);
    for (let n = 0; n < 5; n++) await ask(`POST /api/v1/webhooks/${id}/test`);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (
        await ask(`GET /api/v1/webhooks/${id}/deliveries?limit=2&state=waiting&type=webhook.test${query}`)
      ).json();
      seen.push(...page.deliveries.map((delivery: { id: number }) => delivery.id));
      cursor = page.next_cursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('are up to twenty', async () => {
    const many = await openBusiness(hub, 'many');
    const statuses = await Promise.all(
      Array.from({ length: 23 }, () =>
        api.ask('POST /api/v1/webhooks', { as: many.tokens.owner, body: { url: URL } }),
      ),
    );
    watchSecrets(statuses.flatMap((answer) => answer.json().secret ?? []));
    expect(statuses.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    expect(statuses.find(({ statusCode }) => statusCode !== 201)?.json()).toMatchObject({
      status: 409,
      code: 'too_many_webhooks',
    });
  });
});
