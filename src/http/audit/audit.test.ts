import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  TEST_SECRET,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { order } from '../../../test/harness/snapshots.ts';
import { accountId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type AuditAction, type AuditEntry, recordAudit } from '../../store/audit.ts';
import { verifyAudit } from '../../store/audit-chain.ts';
import { asOwner } from '../../store/scope.ts';
import { createUser } from '../auth/users.ts';

describe.each(DATABASE_KINDS)('the audit trail over REST on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.owner;
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const record = (...entries: AuditEntry[]) =>
    asOwner(hub.db, business.owner, (scope) => recordAudit(scope, entries));
  const deed = (action: AuditAction, overrides: Partial<AuditEntry> = {}): AuditEntry => ({
    actor: 'token:1',
    action,
    target: { kind: action.split('.')[0] ?? '', id: null },
    ...overrides,
  });
  const list = async (query = '') => {
    const answer = await api.ask(`GET /api/v1/audit?${query}`, { as });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const actions = async (query: string): Promise<string[]> =>
    (await list(query)).entries.map(({ action }: { action: string }) => action);

  it('is filtered by who, what, to which thing, of which shop, when', async () => {
    const account = accountId((await connect(hub, business, 'coupang')).id);
    await record(deed('account.connect', { target: { kind: 'account', id: account }, account }));
    await record(deed('order.ship', { target: { kind: 'order', id: 12 }, account }));
    await record(deed('order.delay', { target: { kind: 'order', id: 13 }, actor: 'hub', result: 'refused' }));
    for (const [query, expected] of [
      ['', ['order.delay', 'order.ship', 'account.connect']],
      ['actor=hub', ['order.delay']],
      ['action=order.ship', ['order.ship']],
      ['action=order', ['order.delay', 'order.ship']],
      ['action=ord', []],
      ['target=order', ['order.delay', 'order.ship']],
      ['target=order:12', ['order.ship']],
      [`account_id=${account}`, ['order.ship', 'account.connect']],
      ['result=refused', ['order.delay']],
      ['start_date=2020-01-01', ['order.delay', 'order.ship', 'account.connect']],
      ['end_date=2020-01-01', []],
    ] as const) {
      expect({ query, actions: await actions(query) }).toEqual({ query, actions: expected });
    }
    const [newest] = (await list('limit=1')).entries;
    expect((await list(`request_id=${newest.request_id ?? 'none'}`)).entries).toHaveLength(0);
  });

  it('is paged without gaps, shows names of actors, and its hashes are those of the chain', async () => {
    await createUser(hub, TEST_SECRET, {
      email: `boss-${business.owner}@example.com`,
      password: 'a long password',
      name: 'Boss',
      owner: business.owner,
      role: 'owner',
    });
    const { rows } = await sql<{ user_id: string; token: number }>`
      select m.user_id, t.id as token from members m join api_tokens t on t.owner_id = m.owner_id and t.role = 'staff'
      where m.owner_id = ${business.owner}`.execute(hub.db.root);
    for (let n = 0; n < 7; n++) {
      await record(
        deed('order.ship', { actor: n % 2 === 0 ? `user:${rows[0]?.user_id}` : `token:${rows[0]?.token}` }),
      );
    }
    const whole = (await list('limit=200')).entries;
    expect(whole.map((entry: { actor_name: string }) => entry.actor_name)).toEqual(
      whole.map((entry: { actor: string }) =>
        entry.actor.startsWith('user') ? `boss-${business.owner}@example.com` : 'staff',
      ),
    );
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await list(`limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.entries);
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(whole);
    const { head } = await verifyAudit(hub.db, business.owner);
    expect(whole[0]).toMatchObject({ seq: head?.seq, hash: head?.hash });
  });

  it('is for the owner only, and each owner sees the own one', async () => {
    await record(deed('order.ship'));
    for (const token of [business.tokens.staff, business.tokens.viewer]) {
      expect((await api.ask('GET /api/v1/audit', { as: token })).json().code).toBe('role_too_low');
      expect((await api.ask('GET /api/v1/audit/export', { as: token })).json().code).toBe('role_too_low');
    }
    const other = await openBusiness(hub, 'other');
    expect((await api.ask('GET /api/v1/audit', { as: other.tokens.owner })).json().entries).toEqual([]);
    const file = await api.ask('GET /api/v1/audit/export?format=ndjson', { as: other.tokens.owner });
    expect(file.body).not.toContain('order.ship');
  });

  it.each([
    ['result=maybe', 'result not_a_choice'],
    ['target=a%20b', 'target bad_format'],
    ['cursor=x', 'cursor bad_cursor'],
    ['start_date=2026-02-02&end_date=2026-02-01', 'end_date dates_reversed'],
    ['who=me', 'who unknown_field'],
  ])('refuses %s', async (query, fault) => {
    const answer = await api.ask(`GET /api/v1/audit?${query}`, { as });
    const [error] = answer.json().errors;
    expect(`${error.field} ${error.code}`).toBe(fault);
  });

  it('holds every reveal of a contact, and every one that was refused', async () => {
    const account = await connect(hub, business, 'coupang');
    const [id] = [...(await putOrders(hub, business, account, [order()])).values()];
    for (const token of [business.tokens.staff, business.tokens.viewer]) {
      await api.ask(`GET /api/v1/orders/${id}?reveal=contact`, { as: token, from: '198.51.100.4' });
    }
    await api.ask(`GET /api/v1/orders/${id}`, { as: business.tokens.staff });
    expect((await list('action=contact.reveal')).entries).toMatchObject([
      { result: 'refused', target: { kind: 'order', id }, actor_name: 'viewer', ip: '198.51.100.4' },
      { result: 'done', target: { kind: 'order', id }, actor_name: 'staff', account_id: account.id },
    ]);
  });

  it('holds sign-ins that failed, of people who exist', async () => {
    const email = `clerk-${business.owner}@example.com`;
    await createUser(hub, TEST_SECRET, {
      email,
      password: 'a long password',
      name: 'Clerk',
      owner: business.owner,
      role: 'staff',
    });
    const from = `198.51.${business.owner % 250}.9`;
    const signIn = (body: unknown) => api.ask('POST /api/auth/sign-in/email', { body, from });
    expect((await signIn({ email, password: 'not the password' })).statusCode).toBe(401);
    expect((await signIn({ email: 'nobody@example.com', password: 'not the password' })).statusCode).toBe(
      401,
    );
    await expect
      .poll(() => list('action=session.sign_in'))
      .toMatchObject({
        entries: [{ result: 'refused', actor_name: email, ip: from }],
      });
    expect((await list()).entries).toHaveLength(1);
  });

  it('is exported as CSV and as lines of JSON, which is written down', async () => {
    await record(
      ...Array.from({ length: 1_200 }, (_, n) => deed('order.ship', { detail: { n, text: '=1+1' } })),
    );
    const csv = await api.ask('GET /api/v1/audit/export?action=order.ship', { as });
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.body.split('\r\n');
    expect(lines).toHaveLength(1_202);
    expect(lines[0]).toMatch(/^\uFEFFid,at,actor,/);
    const json = await api.ask('GET /api/v1/audit/export?format=ndjson&action=order', { as });
    const rows = json.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 1_200 }, (_, n) => 1_200 - n));
    expect((await list('action=audit.export')).entries).toMatchObject([
      { detail: { format: 'ndjson' } },
      { detail: { format: 'csv', filter: { action: 'order.ship' } } },
    ]);
  });
});
