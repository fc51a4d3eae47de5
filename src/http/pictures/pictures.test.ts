import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { listing } from '../../../test/listings/shops.ts';
import type { Hub } from '../../engine/hub.ts';
import { ingestListings } from '../../store/listings/ingest.ts';
import { asOwner } from '../../store/scope.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('pictures', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let others: Server;
  let url: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PGlite'));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    others = createServer((request, response) => {
      if (request.url === '/a.png') response.setHeader('content-type', 'text/html').end(PNG);
      else response.end('<script>alert(1)</script>');
    });
    await new Promise<void>((done) => others.listen(0, '127.0.0.1', done));
    const address = others.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(async () => {
    others.close();
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const ask = (path: `/${string}`, as = business.tokens.viewer, headers: Record<string, string> = {}) =>
    api.ask(`GET /api/v1${path}`, { as, headers });
  const preview = (address: string) =>
    ask(`/pictures?address=${encodeURIComponent(address)}`, business.tokens.staff);

  test('of products and listings go out as what they are, and as nothing a browser could run', async () => {
    const made = await api.ask('POST /api/v1/products', {
      as: business.tokens.staff,
      body: { name: '도마', price: 9_900, main_image: `${url}/a.png`, additional_images: [`${url}/page`] },
    });
    const { id, version } = made.json();
    const shown = await ask(`/products/${id}/picture?nth=0&version=${version}`);
    expect(shown.statusCode).toBe(200);
    expect(shown.rawPayload.equals(PNG)).toBe(true);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringContaining('private'),
    });
    const again = await ask(`/products/${id}/picture`, business.tokens.viewer, {
      'if-none-match': String(shown.headers.etag),
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    for (const nth of [1, 2])
      expect((await ask(`/products/${id}/picture?nth=${nth}`)).json()).toMatchObject({
        status: 404,
        code: 'no_picture',
      });

    const shop = await connect(hub, business, 'naver');
    const told = [
      listing({ nativeListingId: '1', imageUrl: `${url}/a.png` }),
      listing({ nativeListingId: '2', imageUrl: null, items: [] }),
    ];
    await asOwner(hub.db, business.owner, (scope) => ingestListings(scope, shop, told));
    const { listings } = (await ask('/listings')).json();
    const answers = await Promise.all(
      listings.map(({ id: one }: { id: number }) => ask(`/listings/${one}/picture`)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  });

  test('are shown by their address to those who may put them into a product', async () => {
    expect((await preview(`${url}/a.png`)).headers['content-type']).toBe('image/png');
    expect((await preview(`${url}/page`)).json()).toMatchObject({ code: 'no_picture' });
    expect((await ask(`/pictures?address=${url}/a.png`)).json()).toMatchObject({ code: 'role_too_low' });
    expect((await ask('/pictures', business.tokens.staff)).statusCode).toBe(422);
  });
});
