import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { connect, openBusiness, openTestServer } from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';

let hub: Hub;

beforeAll(async () => {
  hub = await newHub(await newDatabase('PostgreSQL'));
});

afterAll(async () => {
  await hub.close();
  await hub.db.close();
});

it.each(['at once', 'while the server closes'] as const)(
  'lets waiting requests go when the server closes, though their answer comes %s',
  async (when) => {
    const { server } = await openTestServer(hub);
    const business = await openBusiness(hub, `seller ${when}`);
    const account = await connect(hub, business, 'coupang');
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const waiting = fetch(`${address}/api/v1/sync/orders?wait=60`, {
      method: 'POST',
      headers: { authorization: `Bearer ${business.tokens.owner}` },
    });
    await vi.waitFor(async () => {
      const { rows } = await sql`
        select from sync_runs where account_id = ${account.id}`.execute(hub.db.root);
      expect(rows).toHaveLength(1);
    }, 10_000);
    const startedAt = performance.now();
    if (when === 'at once') await server.close();
    else {
      const closed = await hub.db.root.transaction().execute(async (trx) => {
        await sql`lock table sync_runs`.execute(trx);
        const closing = server.close();
        await vi.waitUntil(() => !server.server.listening);
        return { closing };
      });
      await closed.closing;
    }
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const answer = await waiting;
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ runs: [{ status: 'queued' }] });
  },
);
