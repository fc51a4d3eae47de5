import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import type { Database } from '../../src/store/database.ts';
import { keepLane, releaseLane, takeDueLanes, wakeLane } from '../../src/store/lanes.ts';
import { asOwner } from '../../src/store/scope.ts';
import { tokenShelf } from '../../src/store/token-shelf.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';

const HOUR_MS = 3_600_000;

describe.each(DATABASE_KINDS)('what processes share on %s', (kind) => {
  let db: Database;
  let hub: Hub;
  let shop: SellerShop;
  beforeAll(async () => {
    db = await newDatabase(kind);
    hub = await newHub(db);
    shop = await connectShop(hub, {
      platform: 'naver',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
  });
  afterAll(async () => {
    await hub.close();
    await db.close();
  });

  test('many who need a token cause one request for it', async () => {
    let requests = 0;
    const issue = async () => {
      requests += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return { value: `token-${requests}`, expiresAt: new Date(Date.now() + 3 * HOUR_MS) };
    };
    const shelves = Array.from({ length: 6 }, () => tokenShelf(db, hub.vault, shop.owner, shop.account.id));
    const tokens = await Promise.all(shelves.map((shelf) => shelf.current(HOUR_MS, issue)));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(requests).toBe(1);

    await Promise.all(shelves.map((shelf) => shelf.drop('token-1')));
    const renewed = await Promise.all(shelves.map((shelf) => shelf.current(HOUR_MS, issue)));
    expect(new Set(renewed)).toEqual(new Set(['token-2']));
  });

  test('a token is remembered for a moment, and what the row holds is taken once it is refused', async () => {
    const issued = (value: string) => async () => ({ value, expiresAt: new Date(Date.now() + 3 * HOUR_MS) });
    const mine = tokenShelf(db, hub.vault, shop.owner, shop.account.id);
    const other = tokenShelf(db, hub.vault, shop.owner, shop.account.id);
    const before = await mine.current(HOUR_MS, issued('first'));
    await other.drop(before);
    expect(await other.current(HOUR_MS, issued('second'))).toBe('second');
    expect(await mine.current(HOUR_MS, issued('nobody asks for it'))).toBe(before);
    expect(await mine.current(4 * HOUR_MS, issued('third'))).toBe('third');
    await other.drop('second');
    expect(await other.current(HOUR_MS, issued('nobody asks for it'))).toBe('third');
    await mine.drop('third');
    await other.drop('third');
  });

  test('a token near its end is renewed, and the old one serves on when that fails', async () => {
    const shelf = tokenShelf(db, hub.vault, shop.owner, shop.account.id);
    const short = await shelf.current(10 * HOUR_MS, async () => ({
      value: 'short',
      expiresAt: new Date(Date.now() + HOUR_MS),
    }));
    expect(short).toBe('short');
    const kept = await shelf.current(2 * HOUR_MS, () => Promise.reject(new Error('marketplace down')));
    expect(kept).toBe('short');
    const next = await shelf.current(2 * HOUR_MS, async () => ({
      value: 'long',
      expiresAt: new Date(Date.now() + 3 * HOUR_MS),
    }));
    expect(next).toBe('long');
  });

  test('a lane has one holder; a wake while it is held is not lost', async () => {
    const [mine] = await takeDueLanes(db, 'pull', 5);
    if (mine === undefined) throw new Error('no lane was due');
    expect(await takeDueLanes(db, 'pull', 5)).toEqual([]);
    expect(await keepLane(db, mine)).toBe(true);
    await asOwner(db, shop.owner, (scope) => wakeLane(scope, shop.account.id, 'pull', null));
    expect(await takeDueLanes(db, 'pull', 5)).toEqual([]);
    await releaseLane(db, mine, { dueAt: new Date(Date.now() + HOUR_MS) });
    const [again] = await takeDueLanes(db, 'pull', 5);
    expect(again?.account).toBe(shop.account.id);
    expect(await keepLane(db, mine)).toBe(false);
    if (again !== undefined) await releaseLane(db, again, { dueAt: new Date(Date.now() + HOUR_MS) });
    expect(await takeDueLanes(db, 'pull', 5)).toEqual([]);
  });
});
