import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type OwnerId, ownerId } from '../../domain/ids.ts';
import { openEgress } from '../egress/egress.ts';
import { openPictureShelf, type PictureShelf } from './picture-shelf.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that counts what it is asked for. */
async function served(answer: RequestListener): Promise<{ readonly url: string; asked(): number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked: () => asked };
}

const MINUTE_MS = 60_000;
const me = ownerId(1);
const other = ownerId(2);

function open(settings: { readonly allowPrivateHosts?: boolean; readonly room?: number } = {}) {
  const { allowPrivateHosts = true, room } = settings;
  const egress = openEgress({ allowPrivateHosts, timeoutMs: 2_000 });
  closers.push(() => egress.close());
  let now = Date.UTC(2026, 10, 22);
  const shelf = openPictureShelf({
    egress,
    clock: () => new Date(now),
    ...(room === undefined ? {} : { room }),
  });
  return {
    shelf,
    passes: (minutes: number) => {
      now += minutes * MINUTE_MS;
    },
  };
}

/** The beginning of a PNG of that size, which is as far as anybody here looks. */
function png(width: number, height: number, bytes = 64): Buffer {
  const picture = Buffer.alloc(bytes);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(picture);
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

const because = async (shelf: PictureShelf, address: string, owner: OwnerId = me) => {
  const answer = await shelf.look(owner, address);
  return answer.kind === 'none' ? answer.because : answer.picture.type;
};

describe('a picture that a page shows', () => {
  test('is one by its bytes, whatever its server calls it, and has a size that a browser can draw', async () => {
    const { url } = await served(({ url: path }, response) => {
      response.setHeader('content-type', path === '/page' ? 'image/png' : 'text/html');
      if (path === '/picture') response.end(png(2, 3));
      else if (path === '/page') response.end('<script>alert(1)</script>');
      else if (path === '/svg') response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
      else if (path === '/bomb') response.end(png(60_000, 60_000));
      else if (path === '/cut') response.end(png(2, 3).subarray(0, 12));
      else if (path === '/huge') response.end(png(2, 3, 11 * 1024 * 1024));
      else response.writeHead(404).end();
    });
    const { shelf } = open();
    expect(await because(shelf, `${url}/picture`)).toBe('image/png');
    expect(await because(shelf, `${url}/page`)).toBe('not a picture');
    expect(await because(shelf, `${url}/svg`)).toBe('not a picture');
    expect(await because(shelf, `${url}/cut`)).toBe('not a picture');
    expect(await because(shelf, `${url}/bomb`)).toBe('too many pixels');
    expect(await because(shelf, `${url}/huge`)).toBe('too_large');
    expect(await because(shelf, `${url}/gone`)).toBe('HTTP 404');
  });

  test('comes from no private network, also where it has moved there', async () => {
    const { url, asked } = await served((_request, response) => response.end(png(2, 3)));
    const { shelf } = open({ allowPrivateHosts: false });
    for (const address of [url, 'https://10.0.0.7/a.png', 'https://[::1]/a.png', 'https://localhost/a.png'])
      expect(await because(shelf, address)).toBe('private_address');
    expect(await because(shelf, 'file:///etc/passwd')).toBe('bad_address');
    expect(asked()).toBe(0);
  });

  test('is fetched once for all who look at it together, and for each business by itself', async () => {
    const { url, asked } = await served((_request, response) => response.end(png(2, 3)));
    const { shelf } = open();
    const address = `${url}/a.png`;
    await Promise.all(Array.from({ length: 20 }, () => shelf.look(me, address)));
    await shelf.look(me, address);
    expect(asked()).toBe(1);
    await shelf.look(other, address);
    expect(asked()).toBe(2);
  });

  test('is asked for again after a while by the version that is known, and stays while its server is away', async () => {
    let status = 200;
    const seen: (string | undefined)[] = [];
    const { url, asked } = await served((request, response) => {
      seen.push(request.headers['if-none-match']);
      response.writeHead(status, { etag: '"v1"' }).end(status === 200 ? png(2, 3) : undefined);
    });
    const { shelf, passes } = open();
    const address = `${url}/a.png`;
    const [first] = [await shelf.look(me, address)];
    passes(9);
    await shelf.look(me, address);
    expect(asked()).toBe(1);
    passes(2);
    status = 304;
    expect(await shelf.look(me, address)).toEqual(first);
    expect(seen).toEqual([undefined, '"v1"']);
    passes(11);
    status = 503;
    expect(await shelf.look(me, address)).toEqual(first);
    passes(11);
    status = 404;
    expect(await because(shelf, address)).toBe('HTTP 404');
  });

  test('that could not be shown is tried again after a minute', async () => {
    let isThere = false;
    const { url, asked } = await served((_request, response) => {
      if (isThere) response.end(png(2, 3));
      else response.writeHead(404).end();
    });
    const { shelf, passes } = open();
    expect(await because(shelf, url)).toBe('HTTP 404');
    isThere = true;
    expect(await because(shelf, url)).toBe('HTTP 404');
    expect(asked()).toBe(1);
    passes(1);
    expect(await because(shelf, url)).toBe('image/png');
  });

  test('makes room for others, the one that was looked at longest ago first', async () => {
    const { url, asked } = await served((_request, response) => response.end(png(2, 3, 10_000)));
    const { shelf } = open({ room: 25_000 });
    await shelf.look(me, `${url}/1`);
    await shelf.look(me, `${url}/2`);
    await shelf.look(me, `${url}/1`);
    await shelf.look(me, `${url}/3`);
    expect(asked()).toBe(3);
    await shelf.look(me, `${url}/1`);
    expect(asked()).toBe(3);
    await shelf.look(me, `${url}/2`);
    expect(asked()).toBe(4);
  });
});
