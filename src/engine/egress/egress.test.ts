import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Egress, type EgressSettings, openEgress } from './egress.ts';
import type { Resolve } from './guarded-connect.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function open(settings: EgressSettings): Egress {
  const egress = openEgress(settings);
  closers.push(() => egress.close());
  return egress;
}

/** A server on this machine, which no call from outside should reach. */
async function inside(answer: RequestListener): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return { port, asked };
}

const names = (...answers: readonly (readonly string[])[]): Resolve & { times(): number } => {
  let times = 0;
  const resolve: Resolve = async () => {
    const addresses = answers[Math.min(times, answers.length - 1)] ?? [];
    times += 1;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return Object.assign(resolve, { times: () => times });
};

const trouble = async (egress: Egress, address: string) => {
  const result = await egress.post(address, {}, '{}');
  return result.kind === 'trouble' ? result.trouble : result.answer.status;
};

describe('calls to addresses that people type', () => {
  test('go to no private address, however it is reached', async () => {
    const { port, asked } = await inside((_request, response) => response.end());
    for (const addresses of [
      ['127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['8.8.8.8', '127.0.0.1'],
      ['10.0.0.9'],
    ]) {
      const egress = open({ allowPrivateHosts: false, resolve: names(addresses) });
      expect(await trouble(egress, `https://hooks.seller.co.kr:${port}/`)).toBe('private_address');
    }
    const plain = open({ allowPrivateHosts: false });
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:7f00:1]', 'localhost']) {
      expect(await trouble(plain, `https://${host}:${port}/`)).toBe('private_address');
      expect(await trouble(plain, `http://${host}:${port}/`)).toBe('private_address');
    }
    expect(asked).toEqual([]);
  });

  test('a name that changes its answer after the check gains nothing: it is asked once, and that is where the call goes', async () => {
    const { port, asked } = await inside((_request, response) => response.end());
    // Public when it is judged, private when somebody would ask again to connect.
    const resolve = names(['8.8.8.8'], ['127.0.0.1']);
    const egress = open({ allowPrivateHosts: false, resolve, timeoutMs: 400 });
    expect(['timeout', 'refused', 'cut', 'tls']).toContain(
      await trouble(egress, `https://hooks.seller.co.kr:${port}/`),
    );
    expect(resolve.times()).toBe(1);
    expect(await trouble(egress, `https://hooks.seller.co.kr:${port}/`)).toBe('private_address');
    expect(resolve.times()).toBe(2);
    expect(asked).toEqual([]);
  });

  test('the connection goes to the address that was resolved, under the name that was typed', async () => {
    const { port, asked } = await inside((_request, response) => response.writeHead(204).end());
    const egress = open({ allowPrivateHosts: true, resolve: names(['127.0.0.1']) });
    expect(await trouble(egress, `http://hooks.lan:${port}/a`)).toBe(204);
    expect(asked).toEqual([`POST hooks.lan:${port}/a`]);
  });

  test('redirects are an answer, not a way', async () => {
    const secret = await inside((_request, response) => response.end('secret'));
    const { port } = await inside((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${secret.port}/admin` }).end(),
    );
    const egress = open({ allowPrivateHosts: true });
    expect(await trouble(egress, `http://127.0.0.1:${port}/`)).toBe(307);
    expect(secret.asked).toEqual([]);
  });

  test('an answer that is too long or does not end costs little, and its status counts', async () => {
    const long = await inside((_request, response) => {
      response.writeHead(200);
      const push = () => {
        while (response.write('x'.repeat(64 * 1024)));
        response.once('drain', push);
      };
      push();
    });
    const drip = await inside((_request, response) => {
      response.writeHead(200);
      response.write('ok');
    });
    const egress = open({ allowPrivateHosts: true, timeoutMs: 500 });
    const first = await egress.post(`http://127.0.0.1:${long.port}/`, {}, '{}');
    expect(first).toMatchObject({ kind: 'answer', answer: { status: 200, start: 'x'.repeat(1024) } });
    const startedAt = performance.now();
    const second = await egress.post(`http://127.0.0.1:${drip.port}/`, {}, '{}');
    expect(second).toMatchObject({ kind: 'answer', answer: { status: 200, start: 'ok' } });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  test('what goes wrong has a name', async () => {
    const silent = await inside(() => {});
    const rude = await inside((request) => request.socket.destroy());
    const egress = open({ allowPrivateHosts: true, timeoutMs: 300 });
    expect(await trouble(egress, `http://127.0.0.1:${silent.port}/`)).toBe('timeout');
    expect(await trouble(egress, `http://127.0.0.1:${rude.port}/`)).toBe('cut');
    expect(await trouble(egress, `https://127.0.0.1:${silent.port}/`)).toBe('tls');
    expect(await trouble(egress, 'http://127.0.0.1:1/')).toBe('refused');
    const lost = open({
      allowPrivateHosts: true,
      resolve: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
    });
    expect(await trouble(lost, 'https://hooks.seller.co.kr/')).toBe('name_unknown');
    expect(await trouble(lost, 'not an address')).toBe('bad_address');
  });
});
