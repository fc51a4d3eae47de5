import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { type Account, changeAccount } from '../../store/accounts.ts';
import { noteFeeds } from '../../store/health/feed-reads.ts';
import { warnOfKeys } from '../../store/health/key-warnings.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import { asOwner } from '../../store/scope.ts';
import { noteUnknownCodes } from '../../store/unknown-codes.ts';

const DAY_MS = 86_400_000;

describe.each(DATABASE_KINDS)('the health of a shop by REST on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let account: Account;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    account = await connect(hub, business, 'coupang');
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const read = async (language = 'en') =>
    (
      await api.ask(`GET /api/v1/platform-accounts/${account.id}/health`, {
        as: business.tokens.viewer,
        headers: { 'accept-language': language },
      })
    ).json();
  const change = (fields: Parameters<typeof changeAccount>[3]) =>
    asOwner(hub.db, business.owner, (scope) => changeAccount(scope, hub.vault, account.id, fields));

  it('says what is known of a shop that was never reached', async () => {
    expect(await read()).toMatchObject({
      account_id: account.id,
      platform: 'coupang',
      enabled: true,
      state: 'unchecked',
      trouble: null,
      last_contact_at: null,
      last_success_at: null,
      reading: false,
      next_attempt_at: expect.any(String),
      waiting_commands: 0,
      key: { expires_at: null, days_left: null, warned_at_days: null, lifetime_days: 180 },
      operations: [],
    });
  });

  it('tells trouble in a sentence, in both languages, with when it was last well', async () => {
    await asOwner(hub.db, business.owner, async (scope) => {
      await noteHealth(scope, account.id, null);
      await noteHealth(scope, account.id, { reason: 'ip_not_allowed' });
    });
    const health = await read();
    expect(health).toMatchObject({ state: 'unhealthy', trouble: { code: 'ip_not_allowed' } });
    expect(health.trouble.todo).toContain('Register');
    expect(Date.parse(health.last_success_at)).toBeLessThanOrEqual(Date.parse(health.since));
    expect((await read('ko')).trouble.todo).toContain('등록하세요');
    const status = (await api.ask('GET /api/v1/sync/status', { as: business.tokens.viewer })).json();
    expect(status.accounts[0]).toMatchObject({
      health: 'troubled',
      state: 'unhealthy',
      state_since: health.since,
    });
  });

  it('calls what the seller switched off by its name', async () => {
    await change({ enabled: false });
    expect(await read()).toMatchObject({
      enabled: false,
      trouble: { code: 'account_off' },
      next_attempt_at: null,
    });
  });

  it('counts down to the end of the key', async () => {
    await change({ keyExpiresAt: new Date(Date.now() + 6.5 * DAY_MS) });
    await asOwner(hub.db, business.owner, (scope) => warnOfKeys(scope, hub.clock()));
    expect((await read()).key).toMatchObject({ days_left: 7, warned_at_days: 7, lifetime_days: 180 });
    await change({ keyExpiresAt: new Date(Date.now() + 100 * DAY_MS) });
    expect((await read()).key).toMatchObject({ days_left: 100, warned_at_days: null });
  });

  it('shows how fresh each feed is against its promise', async () => {
    const at = new Date(Date.now() - 3_600_000);
    await asOwner(hub.db, business.owner, async (scope) => {
      await noteFeeds(scope, account.id, { at, begun: [], ended: ['ACCEPT'], notDue: [] });
      await noteHealth(scope, account.id, { reason: 'down' });
    });
    const { feeds } = await read();
    expect(feeds).toHaveLength(editionOf(account).edition.feeds.length);
    const accept = feeds.find(({ feed }: { feed: string }) => feed === 'ACCEPT');
    expect(accept).toMatchObject({ every_seconds: 600, last_read_at: at.toISOString(), late: true });
  });

  it('names codes that nobody has mapped, each told once as an event', async () => {
    const note = () =>
      asOwner(hub.db, business.owner, (scope) =>
        noteUnknownCodes(scope, account.id, [
          { field: 'order_status', code: 'PACKED' },
          { field: 'order_status', code: 'PACKED' },
          { field: 'carrier', code: 'DRONE' },
        ]),
      );
    expect((await read()).unknown_codes).toEqual([]);
    await note();
    await note();
    const { unknown_codes } = await read();
    expect(unknown_codes).toMatchObject([
      { field: 'carrier', code: 'DRONE', times: 1, detail: expect.stringMatching(/carrier/) },
      { field: 'order_status', code: 'PACKED', times: 2, detail: expect.stringMatching(/status/) },
    ]);
    expect(Date.parse(unknown_codes[0].first_seen_at)).toBeGreaterThan(Date.now() - 60_000);
    expect((await read('ko')).unknown_codes[0].detail).toContain('택배사');
    await asOwner(hub.db, business.owner, ({ trx }) =>
      sql`update unknown_codes set last_seen_at = now() - interval '2 hours'`.execute(trx),
    );
    await note();
    expect((await read()).unknown_codes).toMatchObject([
      { code: 'DRONE', times: 2 },
      { code: 'PACKED', times: 4 },
    ]);
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql<{ data: unknown }>`select data from events where type = 'account.unknown_code' order by id`.execute(
        trx,
      ),
    );
    expect(rows.map(({ data }) => data)).toEqual([
      { platform: 'coupang', field: 'carrier', code: 'DRONE' },
      { platform: 'coupang', field: 'order_status', code: 'PACKED' },
    ]);
  });

  it('shows how calls to each operation went in the last day', async () => {
    const call = { operation: 'products', status: 200, attempt: 1, reason: null } as const;
    for (const tookMs of [20, 30, 150, 3_000]) hub.calls.count(account.id, { ...call, tookMs });
    for (let n = 0; n < 3; n++)
      hub.calls.count(account.id, { ...call, status: null, tookMs: 800, reason: 'timeout' });
    hub.calls.count(account.id, { ...call, status: 429, tookMs: 10, reason: 'over_limit' });
    hub.calls.count(account.id, { ...call, operation: 'ship', tookMs: 100 });
    const { operations } = await read();
    expect(operations).toMatchObject([
      {
        operation: 'products',
        calls: 8,
        failed: 4,
        failure_ratio: 0.5,
        failures: [
          { code: 'timeout', title: 'The answer came too late', calls: 3 },
          { code: 'over_limit', calls: 1 },
        ],
        slowest_ms: 3_000,
        average_ms: 701,
      },
      { operation: 'ship', calls: 1, failed: 0, failure_ratio: 0, failures: [] },
    ]);
    expect(operations[0].median_ms).toBeGreaterThan(100);
    expect(operations[0].median_ms).toBeLessThanOrEqual(800);
  });

  it('is no business of anybody else', async () => {
    const other = await openBusiness(hub, 'other');
    const line = `GET /api/v1/platform-accounts/${account.id}/health` as const;
    expect((await api.ask(line, { as: other.tokens.owner })).statusCode).toBe(404);
    expect((await api.ask(line)).statusCode).toBe(401);
  });
});
