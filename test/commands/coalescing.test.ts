import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { cancelCommands } from '../../src/store/commands/reopen.ts';
import type { TakenWork } from '../../src/store/commands/take.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { type Desk, openDesk } from './desk.ts';

describe.each(DATABASE_KINDS)('values of which only the last counts, on %s', (kind) => {
  let hub: Hub;
  let desk: Desk;
  let item = 0;
  const newItem = () => String(70_000_000_000 + ++item);

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    desk = await openDesk(hub);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const quantityOf = (taken: TakenWork | null) => {
    const [command] = taken?.commands ?? [];
    return command?.payload.kind === 'set_stock' ? command.payload.quantity : null;
  };
  const drain = async () => {
    for (let taken = await desk.take(); taken !== null; taken = await desk.take())
      await desk.settle(taken, 'done');
  };

  test('fifty changes become one call with the newest value', async () => {
    const id = newItem();
    const ids: CommandId[] = [];
    for (let quantity = 1; quantity <= 50; quantity++) {
      ids.push(...(await desk.store(desk.stock(id, quantity))));
    }
    const taken = await desk.take();
    expect(quantityOf(taken)).toBe(50);
    expect(await desk.take()).toBeNull();
    await desk.settle(taken, 'done');
    expect(await desk.take()).toBeNull();
    const commands = await desk.read(...ids);
    const [last, ...before] = commands.toReversed();
    expect(last?.state).toBe('done');
    expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['superseded']));
    for (const command of before) expect(command.supersededBy).toBeGreaterThan(command.id);
  });

  test('fifty changes asked for at once are one command', async () => {
    const id = newItem();
    const wishes = Array.from({ length: 50 }, (_, n) => desk.stock(id, n));
    const ids = await desk.store(...wishes);
    expect(new Set(ids).size).toBe(1);
    expect(quantityOf(await desk.take())).toBe(49);
    await desk.as((scope) => cancelCommands(scope, {}, 100));
  });

  test('stock and price of a thing do not wait for each other', async () => {
    const id = newItem();
    const { account } = desk;
    const payload = { kind: 'set_price', nativeItemId: id, price: 9_900, currency: 'KRW' } as const;
    const by = { actor: 'test', cause: 'test' };
    await desk.store(desk.stock(id, 3), {
      account: account.id,
      payload,
      key: `p:${id}`,
      lane: 'stock',
      ...by,
    });
    const taken = [await desk.take(), await desk.take()];
    expect(taken.map((work) => work?.kind)).toEqual(['set_stock', 'set_price']);
    for (const work of taken) await desk.settle(work, 'done');
  });

  test('one being sent is let finish, then the newest follows', async () => {
    const id = newItem();
    await desk.store(desk.stock(id, 1));
    const first = await desk.take();
    await desk.store(desk.stock(id, 2));
    await desk.store(desk.stock(id, 3));
    expect(await desk.take()).toBeNull();
    await desk.settle(first, 'done');
    const second = await desk.take();
    expect(quantityOf(second)).toBe(3);
    await desk.settle(second, 'done');
  });

  test('an unknown value that is overtaken is not looked up, and the newer waits until it has settled', async () => {
    const id = newItem();
    const [old = 0] = await desk.store(desk.stock(id, 1));
    const soon = new Date(Date.now() + 3_600_000);
    await desk.settle(await desk.take(), 'unknown', soon);
    const [newer] = await desk.store(desk.stock(id, 2));
    const [command] = await desk.read(old as CommandId);
    expect(command).toMatchObject({ state: 'superseded', supersededBy: newer });
    expect(await desk.take()).toBeNull();
    await desk.bringForward();
    const taken = await desk.take();
    expect(taken).toMatchObject({ state: 'pending' });
    expect(quantityOf(taken)).toBe(2);
    await desk.settle(taken, 'done');
  });

  test('what may have arrived while a newer value waits is superseded when its call ends', async () => {
    const id = newItem();
    const [old] = await desk.store(desk.stock(id, 1));
    const taken = await desk.take();
    const [newer] = await desk.store(desk.stock(id, 2));
    const soon = new Date(Date.now() + 3_600_000);
    await desk.settle(taken, 'unknown', soon);
    if (old === undefined || newer === undefined) throw new Error('not stored');
    expect(await desk.states(old, newer)).toEqual(['superseded', 'pending']);
    expect(await desk.take()).toBeNull();
    await desk.bringForward();
    await drain();
    expect(await desk.states(newer)).toEqual(['done']);
  });

  test('a newer value takes over the place in the line, so that what changes often is not put off for ever', async () => {
    const [busy, quiet] = [newItem(), newItem()];
    await desk.store(desk.stock(busy, 1));
    await desk.store(desk.stock(quiet, 1));
    await desk.store(desk.stock(busy, 2));
    const taken = await desk.take();
    expect(quantityOf(taken)).toBe(2);
    await desk.settle(taken, 'done');
    await drain();
  });

  test('the value that waits already is not asked for twice; the one that was done is', async () => {
    const id = newItem();
    const first = await desk.store(desk.stock(id, 5));
    expect(await desk.store(desk.stock(id, 5))).toEqual(first);
    await drain();
    // Sales may have moved the stock since.
    expect(await desk.store(desk.stock(id, 5))).not.toEqual(first);
    await drain();
  });

  test('whatever happens, no older value goes out after a newer one, and the last one is what arrives', async () => {
    const step = fc.constantFrom('wish', 'wish', 'take', 'done', 'unknown', 'pending', 'refused');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const id = newItem();
        const sent: number[] = [];
        let wished = 0;
        let flying: TakenWork | null = null;
        const take = async () => {
          const next = await desk.take();
          if (next?.state === 'pending') sent.push(quantityOf(next) ?? -1);
          return next;
        };
        for (const one of steps) {
          if (one === 'wish') {
            wished += 1;
            await desk.store(desk.stock(id, wished));
          } else if (one === 'take') {
            if (flying === null) flying = await take();
            // While a value is on its way, no other one goes out for the same thing. A reading keeps no newer one back.
            else if (flying.state === 'pending')
              expect(await desk.take({ busy: flying.commands.map((command) => command.id) })).toBeNull();
          } else if (flying !== null) {
            await desk.settle(flying, one);
            flying = null;
          }
        }
        if (flying !== null) await desk.settle(flying, 'unknown');
        for (let next = await take(); next !== null; next = await take()) {
          await desk.settle(next, next.state === 'unknown' ? 'pending' : 'done');
        }
        expect(sent).toEqual(sent.toSorted((a, b) => a - b));
        if (wished > 0) expect(sent.at(-1)).toBe(wished);
      }),
      { numRuns: kind === 'PGlite' ? 60 : 25 },
    );
  });
});
