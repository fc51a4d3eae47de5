import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { NewCommand } from '../../src/store/commands/command.ts';
import { liftPauses, pauseCommands } from '../../src/store/commands/pauses.ts';
import { cancelCommands, retryCommands } from '../../src/store/commands/reopen.ts';
import { giveUp, lockUnchanged, writeResults } from '../../src/store/commands/results.ts';
import { nextCommandAt, recoverSending } from '../../src/store/commands/take.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { type Desk, openDesk } from './desk.ts';

const SHIP = {
  kind: 'ship',
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: '640012345678',
  shippedAt: '2026-11-21T00:00:00.000Z',
} as const;
const TROUBLE = { reason: 'wrong_key', kind: 'auth' };
const LATER = new Date(Date.now() + 3_600_000);

describe.each(DATABASE_KINDS)('the queue of commands on %s', (kind) => {
  let hub: Hub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  beforeEach(async () => {
    desk = await openDesk(hub);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const only = async (command: NewCommand): Promise<CommandId> => {
    const [id] = await desk.store(command);
    if (id === undefined) throw new Error('not stored');
    return id;
  };

  test('goes by lane, then by age; commands of one kind and lane share a call', async () => {
    const orders = [await desk.order(), await desk.order(), await desk.order(), await desk.order()] as const;
    await desk.store(desk.act(orders[0], { kind: 'acknowledge' }, 'bulk'));
    await desk.store(desk.stock('1', 5));
    await desk.store(desk.act(orders[1], { kind: 'acknowledge' }, 'fresh'));
    await desk.store(
      desk.act(orders[2], { kind: 'acknowledge' }, 'click'),
      desk.act(orders[3], { kind: 'acknowledge' }, 'click'),
    );
    const taken = [await desk.take(), await desk.take(), await desk.take(), await desk.take()];
    expect(taken.map((work) => [work?.lane, work?.commands.length])).toEqual([
      ['click', 2],
      ['fresh', 1],
      ['stock', 1],
      ['bulk', 1],
    ]);
    expect(await desk.take()).toBeNull();
  });

  test('looks for a click alone where there is room for nothing else', async () => {
    await desk.store(desk.stock('1', 5, 'bulk'));
    expect(await desk.take({ clicksOnly: true })).toBeNull();
    await desk.store(desk.stock('2', 5, 'click'));
    expect(await desk.take({ clicksOnly: true })).toMatchObject({ lane: 'click' });
  });

  test('keeps the order of what was asked for an order, and lifts what stands before a click', async () => {
    const one = await desk.order();
    const [acknowledge = 0] = await desk.store(desk.act(one, { kind: 'acknowledge' }, 'bulk'));
    const ship = await only(desk.act(one, SHIP, 'click'));
    const first = await desk.take();
    expect(first).toMatchObject({ kind: 'acknowledge', lane: 'click', commands: [{ id: acknowledge }] });
    expect(await desk.take()).toBeNull();
    await desk.settle(first, 'unknown', LATER);
    expect(await desk.take()).toBeNull();
    await desk.bringForward();
    const looked = await desk.take();
    expect(looked).toMatchObject({ kind: 'acknowledge', state: 'unknown' });
    await desk.settle(looked, 'done');
    expect(await desk.take()).toMatchObject({ kind: 'ship', commands: [{ id: ship }] });
  });

  test('never has more items in a call than it takes, unless one command alone is larger', async () => {
    const wide = await desk.order(4);
    const narrow = [await desk.order(2), await desk.order(2), await desk.order(1)];
    await desk.store(...[...narrow, wide].map((one) => desk.act(one, { kind: 'acknowledge' })));
    const sizeOf = () => 3;
    const lines: number[][] = [];
    for (let taken = await desk.take({ sizeOf }); taken !== null; taken = await desk.take({ sizeOf }))
      lines.push(taken.commands.map(({ items }) => items.length));
    expect(lines).toEqual([[2], [2, 1], [4]]);
  });

  test('the same act for an order is stored once; an invoice may be set back to what it was', async () => {
    const one = await desk.order();
    const wish = desk.act(one, { kind: 'acknowledge' });
    const first = await desk.store(wish);
    expect(await desk.store(wish)).toEqual(first);
    await desk.settle(await desk.take(), 'done');
    expect(await desk.store(wish)).toEqual(first);

    const invoices = ['1000000001', '1000000002', '1000000001'];
    const ids: (readonly CommandId[])[] = [];
    for (const invoice of invoices) {
      ids.push(await desk.store(desk.act(one, { ...SHIP, kind: 'change_invoice', invoice })));
      await desk.settle(await desk.take(), 'done');
    }
    expect(new Set(ids.flat()).size).toBe(3);
    expect(
      await desk.store(desk.act(one, { ...SHIP, kind: 'change_invoice', invoice: '1000000001' })),
    ).toEqual(ids[2]);
  });

  test('many who ask for the same at the same moment get one command', async () => {
    const one = await desk.order();
    const wish = desk.act(one, { kind: 'acknowledge' });
    const ids = await Promise.all(Array.from({ length: 8 }, () => desk.store(wish)));
    expect(new Set(ids.flat()).size).toBe(1);
  });

  test('what was called off or overtaken while it was chosen does not leave', async () => {
    const id = await only(desk.stock('1', 5));
    await Promise.all([
      desk.as((scope) => cancelCommands(scope, { ids: [id] }, 1)),
      desk.take().then(async (taken) => {
        const [state] = await desk.states(id);
        expect(state).toBe(taken === null ? 'canceled' : 'sending');
      }),
    ]);
  });

  test('a sender that was overtaken writes nothing: what it knows is old', async () => {
    const id = await only(desk.stock('1', 5));
    const mine = await desk.take();
    expect(await desk.as((scope) => lockUnchanged(scope, mine?.commands ?? []))).toEqual(mine?.commands);
    await desk.as((scope) => recoverSending(scope, desk.account.id));
    expect(await desk.states(id)).toEqual(['unknown']);
    expect(await desk.as((scope) => lockUnchanged(scope, mine?.commands ?? []))).toEqual([]);
    await desk.bringForward();
    const theirs = await desk.take();
    await desk.settle(theirs, 'pending');
    await desk.take();
    // Sent once more by now: the state is the same, the try is not.
    expect(await desk.as((scope) => lockUnchanged(scope, mine?.commands ?? []))).toEqual([]);
  });

  test('tells of every end in the transaction of the result, and of no other change', async () => {
    const orders = [await desk.order(2), await desk.order(), await desk.order()] as const;
    for (const one of orders) await desk.store(desk.act(one, { kind: 'acknowledge' }));
    const taken = await desk.take();
    await desk.settle(taken, 'pending');
    expect(await desk.events()).toEqual([]);
    const again = await desk.take();
    const [partial, done, refused] = again?.commands ?? [];
    if (partial === undefined || done === undefined || refused === undefined) throw new Error('not taken');
    const item = (state: 'done' | 'refused') => (one: (typeof partial.items)[number]) => ({
      item: one.id,
      state,
      reason: null,
      nativeCode: null,
      nativeText: null,
    });
    const base = { notBefore: null, trouble: null };
    await desk.as((scope) =>
      writeResults(scope, [
        { ...base, command: done.id, state: 'done', items: done.items.map(item('done')) },
        { ...base, command: refused.id, state: 'refused', items: refused.items.map(item('refused')) },
        {
          ...base,
          command: partial.id,
          state: 'partial',
          items: partial.items.map((one, nth) => item(nth === 0 ? 'done' : 'refused')(one)),
        },
      ]),
    );
    expect((await desk.events()).toSorted()).toEqual([
      'command.failed',
      'command.failed',
      'command.finished',
    ]);
  });

  test('a pause holds up what it reaches and nothing else, and a person may lift it', async () => {
    const one = await desk.order();
    await desk.store(desk.stock('1', 5), desk.act(one, { kind: 'acknowledge' }, 'bulk'));
    const { id } = desk.account;
    const pause = (what: 'any' | 'set_stock', trouble: unknown) =>
      desk.as((scope) => pauseCommands(scope, id, { kind: what, until: LATER, failures: 1, trouble }));
    await pause('set_stock', TROUBLE);
    const acknowledge = await desk.take();
    expect(acknowledge?.kind).toBe('acknowledge');
    await desk.settle(acknowledge, 'pending');
    await pause('any', TROUBLE);
    expect(await desk.take()).toBeNull();
    expect(await desk.as((scope) => nextCommandAt(scope, id))).toEqual(LATER);
    await desk.as((scope) => liftPauses(scope, [id]));
    expect(await desk.take()).not.toBeNull();

    await pause('any', { reason: 'over_limit' });
    await desk.as((scope) => liftPauses(scope, [id]));
    expect(await desk.take()).toBeNull();
  });

  test('what a trouble held up for more than a day is given up, with an event, and nothing younger', async () => {
    const ids = await desk.store(desk.stock('1', 5), desk.stock('2', 5), desk.stock('3', 5));
    await desk.as(({ trx }) =>
      sql`update commands set tried_since = now() - interval '25 hours' where id = any(${ids.slice(0, 2)}::bigint[])`.execute(
        trx,
      ),
    );
    const day = { triedForMs: 24 * 3_600_000, trouble: TROUBLE };
    await desk.as((scope) => giveUp(scope, desk.account.id, { kind: 'set_price', ...day }));
    expect(await desk.states(...ids)).toEqual(['pending', 'pending', 'pending']);
    await desk.as((scope) => giveUp(scope, desk.account.id, { kind: null, ...day }));
    expect(await desk.states(...ids)).toEqual(['dead', 'dead', 'pending']);
    expect(await desk.events()).toEqual(['command.failed', 'command.failed']);
  });

  test('a retry tries only what was not done, and looks first where it may have arrived', async () => {
    const one = await desk.order(2);
    const id = await only(desk.act(one, { kind: 'acknowledge' }));
    const [command] = (await desk.take())?.commands ?? [];
    const [first, second] = command?.items ?? [];
    if (first === undefined || second === undefined) throw new Error('no items');
    const said = { reason: null, nativeCode: null, nativeText: null };
    await desk.as((scope) =>
      writeResults(scope, [
        {
          command: id,
          state: 'dead',
          notBefore: null,
          trouble: TROUBLE,
          items: [
            { item: first.id, state: 'done', ...said },
            { item: second.id, state: 'unknown', ...said },
          ],
        },
      ]),
    );
    expect(await desk.read(id)).toMatchObject([{ state: 'dead', mayRetry: true }]);
    const retried = await desk.as((scope) => retryCommands(scope, {}, 10));
    expect(retried.map((touched) => touched.id)).toEqual([id]);
    const looked = await desk.take();
    expect(looked).toMatchObject({ state: 'unknown', commands: [{ ended: ['done'], attempts: 0 }] });
    expect(looked?.commands[0]?.items.map((item) => item.id)).toEqual([second.id]);
    expect(await desk.read(id)).toMatchObject([{ retried: 1, trouble: null }]);
  });

  test('a retry never brings an older wish back after a newer one', async () => {
    const one = await desk.order(2);
    const [left, right] = one.lines;
    if (left === undefined || right === undefined) throw new Error('no lines');
    const invoice = (lines: readonly (typeof left)[], number: string) =>
      desk.act({ id: one.id, lines }, { ...SHIP, kind: 'change_invoice', invoice: number });
    const old = await only(invoice([left], '1000000001'));
    const other = await only(invoice([right], '1000000002'));
    const newer = await only(invoice([left], '1000000003'));
    for (let taken = await desk.take(); taken !== null; taken = await desk.take())
      await desk.settle(taken, taken.commands[0]?.id === newer ? 'done' : 'refused');
    const stock = await only(desk.stock('1', 5));
    await desk.settle(await desk.take(), 'refused');
    const retried = await desk.as((scope) => retryCommands(scope, {}, 10));
    expect(new Set(retried.map((touched) => touched.id))).toEqual(new Set([other, stock]));
    expect(await desk.read(old)).toMatchObject([{ state: 'refused', mayRetry: false }]);
  });

  test('only what has not left is called off', async () => {
    const [waits, left, unsure] = [await desk.order(2), await desk.order(), await desk.order()];
    const sent = await only(desk.act(left, { kind: 'acknowledge' }));
    await desk.take();
    const unknown = await only(desk.act(unsure, { kind: 'acknowledge' }));
    await desk.settle(await desk.take(), 'unknown', LATER);
    const pending = await only(desk.act(waits, { kind: 'acknowledge' }));
    const canceled = await desk.as((scope) => cancelCommands(scope, {}, 10));
    expect(canceled.map(({ id }) => id)).toEqual([pending]);
    expect(await desk.states(pending, sent, unknown)).toEqual(['sending', 'unknown', 'canceled']);
  });
});
