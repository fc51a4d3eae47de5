import { connect as openSocket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import type { Hub } from '../../engine/hub.ts';
import { workInbox } from '../../engine/inbox/work-inbox.ts';
import { type Account, disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';

const never = new AbortController().signal;

describe.each(DATABASE_KINDS)('pushes on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let account: Account;
  let path: `/hooks/${string}`;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    mine = await openBusiness(hub, 'mine');
    account = await connect(hub, mine, 'coupang');
    path = await newAddress();
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function newAddress(): Promise<`/hooks/${string}`> {
    const made = await api.ask(`POST /api/v1/platform-accounts/${account.id}/webhook`, {
      as: mine.tokens.owner,
    });
    expect(made.statusCode, made.body).toBe(201);
    const secret = new URL(made.json().url).pathname.slice('/hooks/'.length);
    expect(secret).toMatch(/^[\w-]{43}$/);
    watchSecrets([secret]);
    return `/hooks/${secret}`;
  }
  const push = (body: unknown, from = '198.51.100.7') => api.ask(`POST ${path}`, { body, from });
  const inbox = async () =>
    (
      await sql<{ times: number; done: boolean; sealed: Uint8Array }>`
        select times, processed_at is not null as done, sealed from inbox where account_id = ${account.id} order by id`.execute(
        hub.db.root,
      )
    ).rows;
  const hints = async () =>
    (
      await sql<{ native_order_id: string }>`
        select native_order_id from order_hints where account_id = ${account.id} order by 1`.execute(
        hub.db.root,
      )
    ).rows.map((row) => row.native_order_id);
  const laneIsDue = async (lane: string) =>
    (
      await sql<{ due: boolean }>`
        select due_at <= now() as due from lanes where account_id = ${account.id} and kind = ${lane}`.execute(
        hub.db.root,
      )
    ).rows[0]?.due;
  const work = () => workInbox(hub, mine.owner, never);

  test('a push is kept sealed, answered at once, and becomes a hint to read the order', async () => {
    const body = { event_type: 'order.created', data: { orderId: '5000000123', name: '김주문' } };
    const answer = await push(body);
    expect([answer.statusCode, answer.json()]).toEqual([202, { accepted: true }]);
    const [kept] = await inbox();
    expect(Buffer.from(kept?.sealed ?? []).includes('5000000123')).toBe(false);
    expect(await hints()).toEqual([]);
    expect(await work()).toBeNull();
    expect(await hints()).toEqual(['5000000123']);
    expect(await laneIsDue('reread')).toBe(true);
    expect((await inbox())[0]?.done).toBe(true);
  });

  test('equal pushes are one; a replay is worked through again, but not at once', async () => {
    for (let n = 0; n < 5; n++) expect((await push({ orderId: '1' })).statusCode).toBe(202);
    expect(await inbox()).toMatchObject([{ times: 5, done: false }]);
    await work();
    await push({ orderId: '1' });
    const later = await work();
    expect(later?.getTime()).toBeGreaterThan(Date.now() + 20_000);
    expect(await inbox()).toMatchObject([{ times: 6, done: false }]);
    await sql`update inbox set due_at = now() where account_id = ${account.id}`.execute(hub.db.root);
    expect(await work()).toBeNull();
    expect(await inbox()).toMatchObject([{ done: true }]);
  });

  test('a push that names no order makes the account be read', async () => {
    await sql`update lanes set due_at = 'infinity' where account_id = ${account.id}`.execute(hub.db.root);
    await push({ something: 'changed' });
    await work();
    expect(await laneIsDue('pull')).toBe(true);
    expect(await laneIsDue('reread')).toBe(false);
  });

  test('a flood is answered but not kept: the account is read once instead', async () => {
    await sql`update lanes set due_at = 'infinity' where account_id = ${account.id}`.execute(hub.db.root);
    for (let n = 0; n < 320; n++) expect((await push({ orderId: String(n) })).statusCode).toBe(202);
    expect(await inbox()).toHaveLength(300);
    expect(await laneIsDue('pull')).toBe(true);
  });

  test('the address is shown once, replaced by a new one, and ends when it is taken away', async () => {
    const ask = (line: `${string} /${string}`, role: 'owner' | 'staff' | 'viewer' = 'owner') =>
      api.ask(line, { as: mine.tokens[role] });
    const place = `/api/v1/platform-accounts/${account.id}/webhook` as const;
    expect((await ask(`GET ${place}`, 'viewer')).json()).toMatchObject({
      active: true,
      last_received_at: null,
    });
    expect((await ask(`POST ${place}`, 'staff')).statusCode).toBe(403);
    const old = path;
    path = await newAddress();
    expect((await api.ask(`POST ${old}`, { body: { orderId: '1' } })).json()).toMatchObject({
      status: 404,
      code: 'hook_unknown',
    });
    expect((await push({ orderId: '1' })).statusCode).toBe(202);
    expect((await ask(`GET ${place}`)).json().last_received_at).not.toBeNull();
    const keyed = await api.ask(`POST ${place}`, {
      as: mine.tokens.owner,
      headers: { 'idempotency-key': 'k' },
    });
    expect(keyed.json()).toMatchObject({ status: 422, errors: [{ field: 'Idempotency-Key' }] });
    expect((await ask(`DELETE ${place}`)).statusCode).toBe(204);
    expect((await ask(`DELETE ${place}`)).statusCode).toBe(204);
    expect((await ask(`GET ${place}`)).json()).toMatchObject({ active: false, created_at: null });
    expect((await push({ orderId: '1' })).statusCode).toBe(404);
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries where owner_id = ${mine.owner} and action like 'account.webhook%' order by id`.execute(
      hub.db.root,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'account.webhook_set',
      'account.webhook_set',
      'account.webhook_remove',
    ]);
    expect((await ask('POST /api/v1/platform-accounts/999999/webhook')).json()).toMatchObject({
      code: 'not_found',
    });
  });

  test('a disconnected shop has no address any more', async () => {
    await push({ orderId: '1' });
    await asOwner(hub.db, mine.owner, (scope) => disconnectAccount(scope, account.id));
    expect((await push({ orderId: '2' })).statusCode).toBe(404);
    expect(await work()).toBeNull();
  });

  test('what is no JSON is refused with a sentence, and looking whether anybody is there is answered', async () => {
    for (const body of ['{"orderId":', 'orderId=1', '\u0000', '[1,']) {
      expect((await push(body)).json(), body).toMatchObject({ status: 400, code: 'malformed_body' });
    }
    expect((await api.ask(`POST ${path}`)).json()).toMatchObject({ status: 400 });
    const form = await api.ask(`POST ${path}`, {
      body: 'orderId=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.json()).toMatchObject({ status: 415, code: 'media_type_unsupported' });
    expect(await inbox()).toEqual([]);
    expect((await api.ask(`GET ${path}`)).statusCode).toBe(200);
  });

  test('strangers who guess are told nothing, and after some guesses to come later', async () => {
    const guess = (n: number) =>
      api.ask(`POST /hooks/${String(n).padStart(43, 'x')}`, { body: {}, from: '203.0.113.66' });
    for (let n = 0; n < 30; n++) expect((await guess(n)).statusCode).toBe(404);
    const last = await guess(31);
    expect([last.statusCode, last.json().code]).toEqual([429, 'too_many_attempts']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    // Who knows the address is served all the same.
    expect((await push({ orderId: '1' }, '203.0.113.66')).statusCode).toBe(202);
  });

  describe('through the API', () => {
    const announce = (body: unknown, as = mine.tokens.staff) =>
      api.ask('POST /api/v1/sync/webhook', { as, body });
    const event = { platform: 'coupang', event_type: 'order.created', data: { orderId: '5000000123' } };

    test("the guide's example is taken for every shop on the marketplace, or for the one named", async () => {
      const second = await connect(hub, mine, 'coupang');
      const answer = await announce({ ...event, extra: 1 });
      expect([answer.statusCode, answer.json()]).toEqual([
        202,
        { accepted: true, account_ids: [account.id, second.id], native_order_ids: ['5000000123'] },
      ]);
      expect((await announce({ ...event, account_id: second.id })).json().account_ids).toEqual([second.id]);
      await work();
      expect(await hints()).toEqual(['5000000123']);
    });

    test('what cannot be is told with the field at fault', async () => {
      const cases: readonly (readonly [unknown, number, string])[] = [
        [{ ...event, platform: 'amazon' }, 422, 'platform'],
        [{ ...event, platform: 'naver' }, 422, 'platform'],
        [{ ...event, platform: 'naver', account_id: account.id }, 422, 'platform'],
        [{ ...event, event_type: '' }, 422, 'event_type'],
        [{ ...event, data: 'x' }, 422, 'data'],
      ];
      for (const [body, status, field] of cases) {
        const answer = await announce(body);
        expect([answer.statusCode, answer.json().errors?.[0]?.field], answer.body).toEqual([status, field]);
      }
      expect((await announce({ ...event, account_id: 999_999 })).json()).toMatchObject({ code: 'not_found' });
      expect((await announce('{')).json()).toMatchObject({ status: 400 });
      expect((await announce(event, 'moa_wrong')).statusCode).toBe(401);
      expect((await announce(event, mine.tokens.viewer)).statusCode).toBe(403);
      const other = await openBusiness(hub, 'other');
      expect((await announce({ ...event, account_id: account.id }, other.tokens.owner)).json()).toMatchObject(
        {
          code: 'not_found',
        },
      );
      expect(await inbox()).toEqual([]);
    });
  });
});

test('ten megabytes are turned away before they are read', async () => {
  const hub = await newHub(await newDatabase('PostgreSQL'));
  const { server, ask } = await openTestServer(hub);
  const mine = await openBusiness(hub, 'mine');
  const account = await connect(hub, mine, 'coupang');
  const made = await ask(`POST /api/v1/platform-accounts/${account.id}/webhook`, { as: mine.tokens.owner });
  const { pathname } = new URL(made.json().url);
  watchSecrets([pathname.slice('/hooks/'.length)]);
  const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));

  /** Promises `length` bytes, or sends chunks without a promise, and says what came back and how much went out. */
  const send = (headers: string, piece: Buffer, pieces: number) =>
    new Promise<{ status: number; body: string; sent: number }>((resolve, reject) => {
      let text = '';
      let sent = 0;
      const socket = openSocket(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST ${pathname} HTTP/1.1\r\nhost: hub\r\naccept-language: en\r\ncontent-type: application/json\r\n${headers}\r\n\r\n`,
        );
        const more = () => {
          while (sent < pieces && !socket.destroyed) {
            sent += 1;
            if (!socket.write(piece)) return;
          }
        };
        socket.on('drain', more);
        more();
      });
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('error', (error) => (text === '' ? reject(error) : undefined));
      socket.on('close', () =>
        resolve({
          status: Number(text.split(' ')[1]),
          body: text.slice(text.indexOf('{')),
          sent: sent * piece.length,
        }),
      );
    });

  const told = await send(`content-length: ${10 * 1024 * 1024}`, Buffer.alloc(0), 0);
  expect(told.status).toBe(413);
  expect(told.body).toContain('256 KB');
  const data = Buffer.alloc(64 * 1024, ' ');
  const chunk = Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);
  const streamed = await send('transfer-encoding: chunked', chunk, 160);
  expect(streamed.status).toBe(413);
  await server.close();
  await hub.close();
  await hub.db.close();
});
