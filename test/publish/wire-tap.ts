import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { decode } from 'iconv-lite';

/** A call as it went over the wire. */
export interface Tapped {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** JSON, or the text of anything else. */
  readonly body: unknown;
}

/** An address that hands every call on to another one, and remembers it. */
export interface WireTap {
  readonly url: string;
  readonly calls: readonly Tapped[];
  /** Paths that are answered with a refusal, and not handed on. */
  readonly refused: Set<string>;
  close(): Promise<void>;
}

/** What belongs to one connection, and is not handed on. */
const OF_THE_CONNECTION = ['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'];

export async function tapWire(target: string): Promise<WireTap> {
  const calls: Tapped[] = [];
  const refused = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = request;
    const path = new URL(url, target).pathname;
    calls.push({ method, path, body: readable(body, headers) });
    if (refused.has(path)) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'BAD_REQUEST', message: 'not now' }));
      return;
    }
    const answer = await fetch(`${target}${url}`, {
      method,
      headers: handedOn(headers),
      ...(body.length === 0 ? {} : { body }),
    });
    const told = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, handedOn(Object.fromEntries(answer.headers))).end(told);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tap has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function handedOn(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || OF_THE_CONNECTION.includes(name) ? [] : [[name, String(value)]],
    ),
  );
}

function readable(body: Buffer, { 'content-type': type = '' }: IncomingHttpHeaders): unknown {
  const text = /euc-kr|cp949/i.test(type) ? decode(body, 'cp949') : body.toString('utf8');
  return type.includes('json') && text !== '' ? JSON.parse(text) : text;
}
