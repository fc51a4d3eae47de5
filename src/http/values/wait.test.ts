import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { connect, openBusiness, openTestServer } from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';

let hub: Hub;

beforeAll(async () => {
  hub = await newHub(await newDatabase('PGlite'));
});

afterAll(async () => {
  await hub.close();
  await hub.db.close();
});

it('lets waiting requests go at once when the server closes', async () => {
  const { server } = await openTestServer(hub);
  const business = await openBusiness(hub, 'seller');
  await connect(hub, business, 'coupang');
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const waiting = fetch(`${address}/api/v1/sync/orders?wait=60`, {
    method: 'POST',
    headers: { authorization: `Bearer ${business.tokens.owner}` },
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const startedAt = performance.now();
  await server.close();
  const answer = await waiting;
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ runs: [{ status: 'queued' }] });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
