import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { connect, openBusiness, TEST_SECRET, type TestBusiness } from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';
import { recordEvents } from '../../store/events.ts';
import { announce } from '../../store/notices.ts';
import { asOwner } from '../../store/scope.ts';
import { addCounts, beginRun, finishRun, queueRun } from '../../store/sync-runs.ts';
import { createServer } from '../server.ts';
import { liveStream } from './live-stream.ts';

interface Frame {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: { readonly id?: number; readonly [field: string]: unknown } | null;
}

/** A client of server-sent events that keeps every frame it gets. */
interface Follower {
  readonly frames: Frame[];
  /** Frames of what happened, without the first one that only names the place. */
  told(): Frame[];
  /** Waits until it has been told so many. */
  hears(count: number): Promise<Frame[]>;
  stop(): void;
  readonly ended: Promise<void>;
}

function readFrame(text: string): Frame {
  const field = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? null;
  const data = field('data');
  return { id: field('id'), event: field('event'), data: data === null ? null : JSON.parse(data) };
}

const FAULTS = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) });
const ME = z.object({ events_from: z.string() });
const ORDER = z.object({ data: z.object({ order_id: z.number() }) });

function orderIds(frames: readonly Frame[]): readonly number[] {
  return frames.map(({ data }) => ORDER.parse(data).data.order_id);
}

async function follow(url: string, as: string, query = '', lastEventId?: string): Promise<Follower> {
  const stopping = new AbortController();
  const answer = await fetch(`${url}/api/v1/events${query}`, {
    signal: stopping.signal,
    headers: {
      authorization: `Bearer ${as}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  if (answer.status !== 200 || answer.body === null)
    throw new Error(`${answer.status} ${await answer.text()}`);
  const frames: Frame[] = [];
  const body = answer.body.pipeThrough(new TextDecoderStream());
  const ended = (async () => {
    let rest = '';
    for await (const chunk of body) {
      const parts = `${rest}${chunk}`.split('\n\n');
      rest = parts.pop() ?? '';
      frames.push(...parts.map(readFrame));
    }
  })().catch(() => {});
  const follower: Follower = {
    frames,
    told: () => frames.filter(({ event }) => event !== null),
    async hears(count) {
      while (follower.told().length < count) await pause(10);
      return follower.told();
    },
    stop: () => stopping.abort(),
    ended,
  };
  while (frames.length === 0) await pause(5);
  return follower;
}

describe.each(DATABASE_KINDS)('the live stream on %s', (kind) => {
  let hub: Hub;
  let url: string;
  let close: () => Promise<void>;
  let mine: TestBusiness;
  let shop: Account;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    const server = await createServer(hub, { secret: TEST_SECRET });
    url = await server.listen({ port: 0, host: '127.0.0.1' });
    close = () => server.close();
  });
  beforeEach(async () => {
    mine = await openBusiness(hub, 'mine');
    shop = await connect(hub, mine, 'coupang');
  });
  afterAll(async () => {
    await close();
    await hub.close();
    await hub.db.close();
  });

  const happen = (owner: TestBusiness, ...ids: readonly number[]) =>
    asOwner(hub.db, owner.owner, (scope) =>
      recordEvents(
        scope,
        ids.map((id) => ({ type: 'order.created' as const, account: null, data: { order_id: id } })),
      ),
    );

  it('tells what happens from now on, and only to whom it happens', async () => {
    await happen(mine, 1);
    const other = await openBusiness(hub, 'other');
    const follower = await follow(url, mine.tokens.viewer);
    await happen(other, 100);
    await happen(mine, 2, 3);
    const told = await follower.hears(2);
    expect(orderIds(told)).toEqual([2, 3]);
    expect(told[0]).toMatchObject({
      event: 'order.created',
      data: { type: 'order.created', account_id: null, data: { order_id: 2 } },
    });
    follower.stop();
  });

  it('goes on after the last event a client has, without loss or repetition', async () => {
    const first = await follow(url, mine.tokens.viewer);
    const beginning = first.frames[0]?.id ?? '';
    await happen(mine, 1, 2);
    const [one] = await first.hears(2);
    first.stop();
    await happen(mine, 3);
    const second = await follow(url, mine.tokens.viewer, '', one?.id ?? '');
    await happen(mine, 4);
    expect(orderIds(await second.hears(3))).toEqual([2, 3, 4]);
    second.stop();
    // The id of the beginning counts as well, for a client that got nothing before it was cut off.
    const third = await follow(url, mine.tokens.viewer, '', beginning);
    expect(orderIds(await third.hears(4))).toEqual([1, 2, 3, 4]);
    third.stop();
  });

  it('misses nothing between the answer that tells who asks and the beginning of the stream', async () => {
    await happen(mine, 1);
    const me = await fetch(`${url}/api/v1/me`, {
      headers: { authorization: `Bearer ${mine.tokens.viewer}` },
    });
    const from = ME.parse(await me.json()).events_from;
    await happen(mine, 2);
    const first = await follow(url, mine.tokens.viewer, `?after=${from}`);
    await happen(mine, 3);
    const told = await first.hears(2);
    expect(orderIds(told)).toEqual([2, 3]);
    first.stop();
    // A browser that connects again asks the same address; the header says where it was.
    const again = await follow(url, mine.tokens.viewer, `?after=${from}`, told[0]?.id ?? '');
    expect(orderIds(await again.hears(1))).toEqual([3]);
    again.stop();
  });

  it('tells thousands in order', async () => {
    const follower = await follow(url, mine.tokens.viewer);
    const wanted = Array.from({ length: 1_500 }, (_, n) => n + 1);
    for (let n = 0; n < wanted.length; n += 300) await happen(mine, ...wanted.slice(n, n + 300));
    expect(orderIds(await follower.hears(wanted.length))).toEqual(wanted);
    follower.stop();
  });

  it('shows the progress of runs', async () => {
    const follower = await follow(url, mine.tokens.viewer, '?types=run.progress');
    const wish = { account: shop.id, cause: 'request', range: null } as const;
    const id = await asOwner(hub.db, mine.owner, (scope) => queueRun(scope, wish));
    await follower.hears(1);
    await asOwner(hub.db, mine.owner, (scope) => beginRun(scope, id));
    await asOwner(hub.db, mine.owner, (scope) =>
      addCounts(
        scope,
        id,
        { created: 30, updated: 0, unchanged: 0, failed: 0 },
        { feed: 'list', windows: { done: 1, total: 4 } },
      ),
    );
    await happen(mine, 1);
    while (follower.told().at(-1)?.data?.status !== 'running') await pause(10);
    const shown = follower.told().at(-1);
    expect(shown).toMatchObject({
      id: null,
      event: 'run.progress',
      data: { id, status: 'running', created: 30, progress: { rows: 30, done: 1, total: 4, feed: 'list' } },
    });
    expect(shown?.data?.progress).toMatchObject({
      rate: expect.any(Number),
      seconds_left: expect.any(Number),
    });
    await asOwner(hub.db, mine.owner, (scope) => finishRun(scope, id, null));
    while (follower.told().at(-1)?.data?.status !== 'success') await pause(10);
    // The event of another type was left out.
    expect(new Set(follower.told().map(({ event }) => event))).toEqual(new Set(['run.progress']));
    follower.stop();
  });

  it.each([
    ['?types=order.created,coupons', 'types not_a_choice'],
    ['?token=moa_x', 'token unknown_field'],
    ['?after=yesterday', 'after bad_format'],
  ])('refuses %s', async (query, fault) => {
    const answer = await fetch(`${url}/api/v1/events${query}`, {
      headers: { authorization: `Bearer ${mine.tokens.viewer}` },
    });
    expect(answer.status).toBe(422);
    const [error] = FAULTS.parse(await answer.json()).errors;
    expect(`${error?.field} ${error?.code}`).toBe(fault);
  });

  it('refuses strangers, tokens in the query, and ids that are none', async () => {
    expect((await fetch(`${url}/api/v1/events`)).status).toBe(401);
    expect((await fetch(`${url}/api/v1/events?token=${mine.tokens.owner}`)).status).toBe(401);
    const answer = await fetch(`${url}/api/v1/events`, {
      headers: { authorization: `Bearer ${mine.tokens.viewer}`, 'last-event-id': '12' },
    });
    expect(answer.status).toBe(422);
  });

  it('ends when the server closes', async () => {
    const server = await createServer(hub, { secret: TEST_SECRET });
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const follower = await follow(address, mine.tokens.viewer);
    await server.close();
    await follower.ended;
  });
});

it('tells what commits late after what committed before it', async () => {
  const hub = await newHub(await newDatabase('PostgreSQL'));
  const server = await createServer(hub, { secret: TEST_SECRET });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const mine = await openBusiness(hub, 'mine');
  // The row alone: what else comes with an event makes transactions of one owner wait for each other.
  const record = (order: number, before: Promise<void>, begun: () => void) =>
    asOwner(hub.db, mine.owner, async (scope) => {
      await sql`
        insert into events (owner_id, type, data)
        values (${mine.owner}, 'order.created', ${JSON.stringify({ order_id: order })}::jsonb)`.execute(
        scope.trx,
      );
      await announce(scope, 'moa_events', String(mine.owner));
      begun();
      await before;
    });
  try {
    const follower = await follow(url, mine.tokens.viewer);
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    // The first has the lower id and commits last.
    let late: Promise<void> | undefined;
    await new Promise<void>((begun) => {
      late = record(1, held, begun);
    });
    await record(2, Promise.resolve(), () => {});
    await pause(300);
    expect(follower.told()).toEqual([]);
    commit();
    await late;
    const told = await follower.hears(2);
    expect(orderIds(told)).toEqual([1, 2]);
    follower.stop();
  } finally {
    await server.close();
    await hub.close();
    await hub.db.close();
  }
});

it('lets go of a client that takes nothing, and reads nothing more for it', async () => {
  let made = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      made += 1;
      yield `data: ${'x'.repeat(1_000)}\n\n`;
    }
  }
  const stream = liveStream(endless(), 200);
  stream.once('data', () => stream.pause());
  await new Promise<void>((resolve) => stream.once('close', () => resolve()));
  expect(made).toBeLessThan(200);
});
