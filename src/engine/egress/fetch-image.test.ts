import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openEgress } from './egress.ts';
import { imageFetcher } from './fetch-image.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function fetcher(allowPrivateHosts: boolean) {
  const egress = openEgress({ allowPrivateHosts, timeoutMs: 2_000 });
  closers.push(() => egress.close());
  return imageFetcher(egress);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')]);

describe('a picture that a marketplace wants handed over', () => {
  test('is told by its bytes, whatever the server calls it, and found where it has moved to', async () => {
    const url = await served((request, response) => {
      if (request.url === '/old.png') response.writeHead(302, { location: '/new.png' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(request.url === '/w' ? WEBP : PNG);
    });
    const fetchImage = fetcher(true);
    const found = await fetchImage(`${url}/old.png`);
    expect(found).toMatchObject({ kind: 'image', type: 'image/png' });
    expect(found.kind === 'image' && Buffer.from(found.bytes).equals(PNG)).toBe(true);
    expect(await fetchImage(`${url}/w`)).toMatchObject({ kind: 'image', type: 'image/webp' });
  });

  test('is no page, no endless walk and not without end', async () => {
    const url = await served((request, response) => {
      if (request.url === '/page') response.end('<html></html>');
      else if (request.url === '/gone') response.writeHead(404).end();
      else if (request.url === '/round') response.writeHead(301, { location: '/round' }).end();
      else {
        const push = () => {
          while (response.write(Buffer.alloc(256 * 1024)));
          response.once('drain', push);
        };
        push();
      }
    });
    const fetchImage = fetcher(true);
    const because = async (path: string) => {
      const found = await fetchImage(`${url}${path}`);
      return found.kind === 'failed' ? found.because : found.kind;
    };
    expect(await because('/page')).toBe('not a picture');
    expect(await because('/gone')).toBe('HTTP 404');
    expect(await because('/round')).toBe('too many redirects');
    expect(await because('/endless')).toBe('too_large');
  });

  test('is never fetched from a private network, also not by a detour', async () => {
    let asked = 0;
    const url = await served((_request, response) => {
      asked += 1;
      response.end(PNG);
    });
    const fetchImage = fetcher(false);
    for (const address of [url, url.replace('http:', 'https:'), 'ftp://images.seller.co.kr/a.png', 'a.png'])
      expect(await fetchImage(address)).toMatchObject({ kind: 'failed' });
    expect(asked).toBe(0);
  });
});
