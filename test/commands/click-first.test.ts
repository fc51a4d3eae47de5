import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOutCommands } from '../../src/engine/commands/carry-out.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import type { NewOfferCommand } from '../../src/store/commands/command.ts';
import { storeCommands } from '../../src/store/commands/store.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { COUPANG_KEYS } from '../harness/rest.ts';

const BACKLOG = 10_000;
const CALL_MS = 40;
/** Three calls of any lane, and the room that is kept for a click. */
const IN_FLIGHT = 4;

/**
 * A marketplace that takes its time for every write, and remembers what came when. The first one is answered only once
 * another is on its way, however slowly that is sent.
 */
interface SlowMarketplace {
  readonly url: string;
  readonly calls: { readonly item: string; readonly value: string }[];
  /** The most calls that were on their way at once. */
  most(): number;
  close(): Promise<void>;
}

async function openSlowMarketplace(): Promise<SlowMarketplace> {
  const calls: SlowMarketplace['calls'] = [];
  let onTheirWay = 0;
  let most = 0;
  const { promise: another, resolve: anotherCame } = Promise.withResolvers<void>();
  const server: Server = createServer((request, response) => {
    const [, item = '', value = ''] =
      /vendor-items\/(\d+)\/(?:quantities|prices)\/(\d+)/.exec(request.url ?? '') ?? [];
    calls.push({ item, value });
    onTheirWay += 1;
    most = Math.max(most, onTheirWay);
    if (onTheirWay > 1) anotherCame();
    const answer = () => {
      onTheirWay -= 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'SUCCESS', message: 'done' }));
    };
    another.then(() => setTimeout(answer, CALL_MS));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    most: () => most,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe.each(DATABASE_KINDS)('a click while bulk work drains, on %s', (kind) => {
  let hub: Hub;
  let market: SlowMarketplace;
  let shop: SellerShop;

  beforeAll(async () => {
    market = await openSlowMarketplace();
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: market.url,
      credentials: COUPANG_KEYS,
    });
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
    await market.close();
  });

  const stock = (item: number, quantity: number, lane: 'bulk' | 'click'): NewOfferCommand => ({
    account: shop.account.id,
    payload: { kind: 'set_stock', nativeItemId: String(item), quantity },
    key: `${item}:${quantity}`,
    lane,
    actor: 'test',
    cause: 'test',
  });
  const store = (commands: readonly NewOfferCommand[]) =>
    asOwner(hub.db, shop.owner, (scope) => storeCommands(scope, commands));
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise((resolve) => setImmediate(resolve));
  };

  test('leaves next, though ten thousand wait, and no two calls for one thing are on their way at once', async () => {
    await store(Array.from({ length: BACKLOG }, (_, n) => stock(1_000_000 + n, 1, 'bulk')));
    const leaving = new AbortController();
    const working = carryOutCommands(
      hub,
      { owner: shop.owner, account: shop.account.id },
      { soon: leaving.signal },
    );
    await until(() => market.calls.length >= 20);
    for (let round = 1; round <= 5; round++) {
      const item = String(5_000_000 + round);
      await store([stock(5_000_000 + round, 7, 'click')]);
      const before = market.calls.length;
      hub.nudges.emit('nudge', 'commands');
      await until(() => market.calls.some((call) => call.item === item));
      const at = market.calls.findIndex((call) => call.item === item);
      // Those that were being chosen at this moment, and no more.
      expect(at - before).toBeLessThanOrEqual(IN_FLIGHT);
    }
    leaving.abort();
    await working;
    const items = market.calls.map((call) => call.item);
    expect(new Set(items).size).toBe(items.length);
    expect(market.most()).toBeGreaterThan(1);
    expect(market.most()).toBeLessThanOrEqual(IN_FLIGHT);
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*) as n from commands group by state`.execute(hub.db.root);
    const states = new Map(rows.map(({ state, n }) => [state, n]));
    expect(states.get('done')).toBe(items.length);
    expect(states.get('pending')).toBe(BACKLOG + 5 - items.length);
  });
});
