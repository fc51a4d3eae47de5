import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import { TEST_SECRET } from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';
import { createServer } from '../server.ts';

const VISIT = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the web desk on the server', () => {
  let hub: Hub;
  let folder: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'));
    folder = mkdtempSync(join(tmpdir(), 'moa-web-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'main-a1b2.js'), 'plain');
    writeFileSync(join(folder, 'assets', 'main-a1b2.js.br'), 'brotli');
    writeFileSync(join(folder, 'assets', 'main-a1b2.js.gz'), 'gzip');
    writeFileSync(join(folder, 'index.html'), '<!doctype html>the desk');
    writeFileSync(join(folder, 'index.html.stamp'), 'a secret of the build');
    server = await createServer(hub, { secret: TEST_SECRET, web: folder });
    await server.ready();
  });
  afterAll(async () => {
    await server.close();
    await hub.close();
    await hub.db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({ method: 'GET', url, headers });

  it.each(['/', '/orders?status=PAID', '/orders/12', '/no/such/page'])('is one page for %s', async (url) => {
    const answer = await get(url, VISIT);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('the desk');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it.each(['/api/v1/no-such-thing', '/hooks', '/docs/nothing.html', '/assets/none.js', '/openapi.json/x'])(
    'is not the page for %s',
    async (url) => {
      const answer = await get(url, VISIT);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('the desk');
    },
  );

  it('answers programs that ask for unknown addresses with a problem', async () => {
    const answer = await get('/orders', { accept: 'application/json' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'route_unknown' });
    const change = await server.inject({ method: 'POST', url: '/orders', headers: VISIT });
    expect(change.json().code).toBe('route_unknown');
  });

  it.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', undefined, 'plain'],
  ])('sends assets for good, packed as the browser takes them: %s', async (accepted, encoding, body) => {
    const answer = await get('/assets/main-a1b2.js', { 'accept-encoding': accepted });
    expect(answer.body).toBe(body);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  it('gives out nothing but the page and its assets', async () => {
    for (const url of ['/index.html.stamp', '/assets/../index.html.stamp', '/assets/%2e%2e/index.html.stamp'])
      expect((await get(url)).body, url).not.toContain('secret');
  });

  it('says how to build the desk where it was not built', async () => {
    const bare = await createServer(hub, { secret: TEST_SECRET, web: join(folder, 'nowhere') });
    const answer = await bare.inject({ method: 'GET', url: '/', headers: VISIT });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm run web');
    await bare.close();
  });
});
