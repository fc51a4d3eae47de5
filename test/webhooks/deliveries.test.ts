import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { EventType } from '../../src/domain/event.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { deliver } from '../../src/engine/webhooks/deliver.ts';
import { fanOut } from '../../src/engine/webhooks/fan-out.ts';
import { type JobQueue, startJobQueue } from '../../src/jobs/job-queue.ts';
import { recordEvents } from '../../src/store/events.ts';
import { asOwner } from '../../src/store/scope.ts';
import { nextDeliveryDue } from '../../src/store/webhooks/outgoing.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { watchSecrets } from '../harness/log-watch.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../harness/rest.ts';
import { type Answering, type Received, type Receiver, startReceiver } from './receiver.ts';

const WEBHOOK = z.object({ id: z.number(), secret: z.string() });
const DELIVERY = z.looseObject({ id: z.number(), state: z.string(), attempt_count: z.number() });
const DELIVERIES = z.object({ deliveries: z.array(DELIVERY), next_cursor: z.string().nullable() });

/** How long a busy machine may take; who waits goes on as soon as it is so. */
const AT_LAST_MS = 110_000;

describe.each(DATABASE_KINDS)('webhooks on %s', { timeout: AT_LAST_MS + 10_000 }, (kind) => {
  let hub: Hub;
  let api: TestServer;
  let queue: JobQueue;
  let unfollow: () => void;
  let seller: TestBusiness;
  const receivers: Receiver[] = [];

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    queue = await startJobQueue(hub, { owners: { 'fan-out': fanOut, deliver }, chores: [] });
    const look = () => queue.look();
    unfollow = hub.notices.follow({ onNotice: look, onGap: look });
  });

  afterEach(async () => {
    for (const receiver of receivers.splice(0)) await receiver.close();
  });

  afterAll(async () => {
    unfollow();
    await queue.stop();
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function receiver(answer?: Answering): Promise<Receiver> {
    const started = await startReceiver(answer);
    receivers.push(started);
    return started;
  }

  const ask = async (line: `${string} /${string}`, body?: unknown) => {
    const [method, path] = line.split(' ', 2);
    return api.ask(`${method} /api/v1${path}` as `${string} /${string}`, { as: seller.tokens.owner, body });
  };

  async function newSeller(): Promise<void> {
    seller = await openBusiness(hub, 'seller');
  }

  async function hook(url: string, fields: Record<string, unknown> = {}) {
    const answer = await ask('POST /webhooks', { url, ...fields });
    expect(answer.statusCode, answer.body).toBe(201);
    const webhook = WEBHOOK.parse(answer.json());
    watchSecrets([webhook.secret]);
    return webhook;
  }

  const happen = (count: number, type: EventType = 'order.created', first = 1) =>
    asOwner(hub.db, seller.owner, (scope) =>
      recordEvents(
        scope,
        Array.from({ length: count }, (_, n) => ({
          type,
          account: null,
          data: { order_id: first + n, status: 'PAID' },
        })),
      ),
    );

  const deliveries = async (webhook: number, query = '') =>
    DELIVERIES.parse((await ask(`GET /webhooks/${webhook}/deliveries${query}`)).json());

  const until = <Result>(check: () => Promise<Result> | Result) =>
    vi.waitFor(check, { timeout: AT_LAST_MS, interval: 20 });

  /** Waits until nothing of the seller is due or on its way. */
  const calm = () =>
    until(() =>
      asOwner(hub.db, seller.owner, async (scope) => {
        const { rows } = await sql`select from webhook_deliveries where state = 'sending'`.execute(scope.trx);
        expect(rows).toEqual([]);
        const next = await nextDeliveryDue(scope);
        if (next !== null) expect(next.getTime()).toBeGreaterThan(Date.now());
      }),
    );

  /** Lets time pass for the seller's messages, all of whose moments move into the past, and sends what falls due. */
  async function hoursPass(hours: number): Promise<void> {
    await calm();
    await moveBack(hours);
    await deliver(hub, seller.owner, new AbortController().signal);
    await calm();
  }

  const moveBack = (hours: number) =>
    asOwner(hub.db, seller.owner, async ({ trx }) => {
      // Endpoints before deliveries, as the hub locks them.
      const back = sql`make_interval(secs => ${hours * 3600}::float8)`;
      await sql`update webhook_endpoints set failing_since = failing_since - ${back}, quiet_until = quiet_until - ${back},
        last_failure_at = last_failure_at - ${back}, last_success_at = last_success_at - ${back},
        secret_before_until = secret_before_until - ${back}`.execute(trx);
      await sql`update webhook_deliveries set next_at = next_at - ${back}, round_started_at = round_started_at - ${back}`.execute(
        trx,
      );
    });

  function verify({ headers, body }: Received, secret: string): boolean {
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(content)
      .digest('base64');
    return String(headers['webhook-signature']).split(' ').includes(`v1,${mac}`);
  }

  test('an event reaches those who want it, signed, with ids and states only', async () => {
    await newSeller();
    const [all, claims] = [await receiver(), await receiver()];
    const webhook = await hook(all.url, { description: 'our ERP' });
    await hook(claims.url, { event_types: ['claim.opened'] });
    await happen(1);
    await until(() => expect(all.received).toHaveLength(1));
    const [got] = all.received;
    if (got === undefined) throw new Error('nothing came');
    expect(verify(got, webhook.secret)).toBe(true);
    expect(got.message).toMatchObject({ type: 'order.created', data: { order_id: 1, status: 'PAID' } });
    expect(Math.abs(Number(got.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(got.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(got.headers.authorization).toBeUndefined();
    await happen(1, 'claim.opened', 7);
    await until(() => expect(claims.received).toHaveLength(1));
    expect(claims.received[0]?.message.type).toBe('claim.opened');
    await until(async () =>
      expect((await deliveries(webhook.id)).deliveries.map(({ state }) => state)).toEqual([
        'delivered',
        'delivered',
      ]),
    );
  });

  test('a filter by shop lets only its events through, and what was before an endpoint is not told', async () => {
    await newSeller();
    const account = await connect(hub, seller, 'coupang');
    await happen(1, 'order.created', 99);
    const target = await receiver();
    const webhook = await hook(target.url, { account_ids: [account.id] });
    await happen(1);
    await asOwner(hub.db, seller.owner, (scope) =>
      recordEvents(scope, [{ type: 'order.created', account: account.id, data: { order_id: 2 } }]),
    );
    await until(() =>
      expect(target.received.map(({ message }) => message.data)).toEqual([
        { account_id: account.id, order_id: 2 },
      ]),
    );
    await until(async () => expect((await deliveries(webhook.id)).deliveries).toHaveLength(1));
  });

  test('what is not taken comes again under the same id, and the log tells each try', async () => {
    await newSeller();
    const target = await receiver((response, _got, nth) =>
      nth === 1
        ? response.writeHead(503, { 'retry-after': '7' }).end('busy')
        : response.writeHead(200).end('ok'),
    );
    const webhook = await hook(target.url);
    await happen(1);
    const first = await until(async () => {
      const [delivery] = (await deliveries(webhook.id, '?state=waiting')).deliveries;
      expect(delivery).toMatchObject({ attempt_count: 1, last_status: 503, error: { code: 'bad_status' } });
      return delivery;
    });
    // By itself it would come again after five seconds.
    const [tried] = (await ask(`GET /webhooks/deliveries/${first?.id}`)).json().attempts;
    const nextAt = Date.parse(String(first?.next_attempt_at));
    expect(nextAt - Date.parse(tried.at)).toBeGreaterThan(6_500);
    expect(nextAt - Date.now()).toBeLessThan(7_500);
    await hoursPass(1);
    await until(() => expect(target.received).toHaveLength(2));
    const [one, two] = target.received;
    expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    expect(two?.body).toBe(one?.body);
    const detail = await until(async () => {
      const answer = (await ask(`GET /webhooks/deliveries/${first?.id}`)).json();
      expect(answer.state).toBe('delivered');
      return answer;
    });
    expect(detail.attempts).toMatchObject([
      { attempt: 1, status: 503, answer: 'busy' },
      { attempt: 2, status: 200, answer: 'ok', error: null },
    ]);
    const again = await ask(`POST /webhooks/deliveries/${first?.id}/resend`);
    expect(again.statusCode, again.body).toBe(202);
    await until(() => expect(target.received).toHaveLength(3));
    expect(target.received[2]?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
  });

  test('what happens to one order comes in its order, also when one message has to be tried again', async () => {
    await newSeller();
    const target = await receiver((response, { message }, nth) =>
      response.writeHead(message.data.order_id === 5 && nth <= 3 ? 500 : 204).end(),
    );
    await hook(target.url);
    await asOwner(hub.db, seller.owner, (scope) =>
      recordEvents(
        scope,
        ['PAID', 'PREPARING', 'SHIPPED'].flatMap((status) =>
          [5, 6].map((order) => ({
            type: 'order.status_changed' as const,
            account: null,
            data: { order_id: order, status },
          })),
        ),
      ),
    );
    const taken = (order: number) =>
      target.received.map(({ message }) => message.data).filter(({ order_id }) => order_id === order);
    await until(() => expect(taken(6).map(({ status }) => status)).toEqual(['PAID', 'PREPARING', 'SHIPPED']));
    expect(taken(5).every(({ status }) => status === 'PAID')).toBe(true);
    await until(async () => {
      await hoursPass(0.1);
      expect(taken(5).at(-1)?.status).toBe('SHIPPED');
    });
    const kept = taken(5).map(({ status }) => String(status));
    expect(kept.filter((status, n) => status !== kept[n - 1])).toEqual(['PAID', 'PREPARING', 'SHIPPED']);
  });

  test('an endpoint that never answers, with a thousand messages, delays no other', async () => {
    await newSeller();
    let flying = 0;
    let most = 0;
    const slow = await receiver((response) => {
      flying += 1;
      most = Math.max(most, flying);
      response.once('close', () => {
        flying -= 1;
      });
    });
    const quick = await receiver();
    const webhook = await hook(slow.url);
    await hook(quick.url);
    await happen(1_000);
    await until(() => expect(quick.received.length).toBe(1_000));
    expect(new Set(quick.received.map(({ message }) => Number(message.data.order_id))).size).toBe(1_000);
    // A later event does not wait for the slow one's backlog either.
    await happen(1, 'claim.opened', 5_000);
    await until(() => expect(quick.received.at(-1)?.message.type).toBe('claim.opened'));
    expect(slow.received.length).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(8);
    const { waiting } = (await ask(`GET /webhooks/${webhook.id}`)).json();
    expect(waiting).toBe(1_001);
    await ask(`DELETE /webhooks/${webhook.id}`);
  });

  test('an endpoint that took nothing for a day is paused with a notice, and gets what it missed when resumed', async () => {
    await newSeller();
    let healed = false;
    const dead = await receiver((response) => response.writeHead(healed ? 204 : 500).end());
    const other = await receiver();
    const webhook = await hook(dead.url);
    await hook(other.url);
    await happen(1);
    await until(() => expect(dead.received).toHaveLength(1));
    const isPaused = async () => (await ask(`GET /webhooks/${webhook.id}`)).json().state === 'paused';
    let hours = 0;
    while (hours <= 26 && !(await isPaused())) {
      await hoursPass(1);
      hours += 1;
    }
    expect(hours).toBeGreaterThanOrEqual(21);
    expect(hours).toBeLessThanOrEqual(26);
    const tries = dead.received.length;
    expect(tries).toBeGreaterThan(5);
    expect((await ask(`GET /webhooks/${webhook.id}`)).json()).toMatchObject({ paused_because: 'failing' });
    await until(() =>
      expect(other.received.at(-1)?.message).toMatchObject({
        type: 'webhook.endpoint_paused',
        data: { webhook_id: webhook.id, reason: 'failing' },
      }),
    );
    const audit = await asOwner(hub.db, seller.owner, ({ trx }) =>
      sql<{ actor: string }>`select actor from audit_entries where action = 'webhook.pause'`.execute(trx),
    );
    expect(audit.rows).toEqual([{ actor: 'hub' }]);

    await happen(2, 'order.created', 50);
    await until(() =>
      expect(other.received.filter(({ message }) => message.type === 'order.created')).toHaveLength(3),
    );
    expect(dead.received).toHaveLength(tries);
    healed = true;
    const resumed = await ask(`POST /webhooks/${webhook.id}/resume`, { missed: 'all' });
    expect(resumed.json()).toMatchObject({ resent: 3, webhook: { state: 'active' } });
    await until(() => expect(dead.received).toHaveLength(tries + 3));
    expect(dead.received.slice(tries).map(({ message }) => message.data.order_id)).toEqual(
      expect.arrayContaining([1, 50, 51]),
    );
  });

  test('410 pauses at once; resuming may leave out what was missed', async () => {
    await newSeller();
    const target = await receiver((response) => response.writeHead(410).end());
    const webhook = await hook(target.url);
    await happen(3);
    await until(async () =>
      expect((await ask(`GET /webhooks/${webhook.id}`)).json()).toMatchObject({
        state: 'paused',
        paused_because: 'gone',
        waiting: 3,
      }),
    );
    await until(async () =>
      expect((await deliveries(webhook.id, '?state=waiting')).deliveries).toHaveLength(3),
    );
    const [newest] = (await deliveries(webhook.id)).deliveries;
    const resend = await ask(`POST /webhooks/deliveries/${newest?.id}/resend`);
    expect(resend.json()).toMatchObject({ status: 409, code: 'webhook_paused' });
    const resumed = await ask(`POST /webhooks/${webhook.id}/resume`, { missed: 'none' });
    expect(resumed.json()).toMatchObject({ resent: 0, webhook: { state: 'active', waiting: 0 } });
    expect((await deliveries(webhook.id, '?state=failed')).deliveries).toHaveLength(3);
  });

  test('while a secret changes both sign, after a day only the new one', async () => {
    await newSeller();
    const target = await receiver();
    const webhook = await hook(target.url);
    const rotated = WEBHOOK.parse((await ask(`POST /webhooks/${webhook.id}/rotate-secret`)).json());
    watchSecrets([rotated.secret]);
    const signedBy = async (nth: number) => {
      await happen(1, 'order.created', nth);
      await until(() => expect(target.received).toHaveLength(nth));
      const got = target.received[nth - 1];
      if (got === undefined) throw new Error('nothing came');
      return [verify(got, webhook.secret), verify(got, rotated.secret)];
    };
    expect(await signedBy(1)).toEqual([true, true]);
    await hoursPass(25);
    expect(await signedBy(2)).toEqual([false, true]);
    const rows = await asOwner(hub.db, seller.owner, ({ trx }) =>
      sql<{ text: string }>`select e::text as text from webhook_endpoints e`.execute(trx),
    );
    expect(rows.rows[0]?.text).not.toContain('whsec_');
  });

  test('a test is sent once, also to a paused endpoint, and its outcome can be waited for', async () => {
    await newSeller();
    const target = await receiver((response, _got, nth) => response.writeHead(nth === 1 ? 500 : 200).end());
    const webhook = await hook(target.url);
    await ask(`POST /webhooks/${webhook.id}/pause`);
    const failed = await ask(`POST /webhooks/${webhook.id}/test?wait=10`);
    expect(failed.statusCode).toBe(200);
    expect(failed.json()).toMatchObject({ type: 'webhook.test', state: 'failed', last_status: 500 });
    const good = await ask(`POST /webhooks/${webhook.id}/test?wait=10`);
    expect(good.json()).toMatchObject({ state: 'delivered', event_id: null });
    expect(target.received).toHaveLength(2);
  });
});
