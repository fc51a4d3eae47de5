import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, it } from 'vitest';
import { newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import { COUPANG_KEYS, openBusiness, openTestServer } from '../../test/harness/rest.ts';

it('logs requests without their bodies, headers or queries', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const hub = await newHub(await newDatabase('PostgreSQL'), { log: pino({ level: 'trace' }, sink) });
  const api = await openTestServer(hub);
  const { tokens } = await openBusiness(hub, 'seller');
  const as = tokens.owner;
  await api.ask('POST /api/v1/platform-accounts', {
    as,
    body: { platform: 'coupang', name: 'shop', credentials: COUPANG_KEYS },
    headers: { 'x-request-id': 'from-the-client' },
  });
  await api.ask('GET /api/v1/orders?q=010-9876-5432', { as });
  await api.ask('GET /api/v1/no-such/010-9876-5432', { as });
  await api.ask('POST /hooks/kMq3-secret-address', { body: {} });
  await api.ask('POST /api/auth/sign-in/email', {
    body: { email: 'seller@moa.example', password: 'pass-5150' },
  });
  await hub.db.close();
  expect((await api.ask('GET /healthz')).json()).toMatchObject({ status: 503, code: 'not_ready' });
  expect((await api.ask('GET /api/v1/orders', { as })).json()).toMatchObject({
    status: 500,
    code: 'internal',
  });
  await api.server.close();
  await hub.close();
  const text = lines.join('');
  expect(text).toContain('"reqId":"from-the-client"');
  expect(text).toContain('/api/v1/orders');
  expect(text).toContain('/hooks/:token');
  for (const secret of [
    as,
    'kMq3',
    ...Object.values(COUPANG_KEYS),
    '9876',
    'seller@moa.example',
    'pass-5150',
  ]) {
    expect(text, secret).not.toContain(secret);
  }
});
