import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock, createClock } from './clock.ts';
import { type ControlRoom, control, tick } from './control.ts';
import { ControlError } from './control-error.ts';
import { createDesk } from './desk.ts';
import { parseJson } from './json.ts';
import type { Marketplace } from './marketplace.ts';
import { pictureAnswer } from './picture.ts';
import { createPushBook } from './pushes.ts';
import { createTraffic } from './traffic.ts';
import { readBody, send, sendStruck, splitTarget, wireRequest } from './wire.ts';

const TICK_MS = 1_000;
const KEEP_ALIVE_MS = 65_000;

/** What stands in a sandbox, and where. */
export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly marketplaces: readonly Marketplace[];
  readonly clock?: Clock;
  readonly seed?: number;
}

/** Sellers keep pictures on servers of their own; here they lie under this path. */
const PICTURES = '_pictures';

/** A running sandbox. */
export interface Sandbox {
  /**
   * Its address; a marketplace answers under `{url}/{marketplaceId}`, the control API under `{url}/_control`, and
   * pictures of goods, one of another colour for each name, under `{url}/_pictures/{name}.png` or, in another size, under
   * `{url}/_pictures/{width}x{height}/{name}.png`.
   */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts one server with all the given marketplaces on it. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', marketplaces, clock = createClock(), seed = 1 } = options;
  const desks = new Map(
    marketplaces.map((marketplace) => [marketplace.id, createDesk(marketplace, clock, seed)]),
  );
  const room: ControlRoom = { clock, desks, traffic: createTraffic(), pushes: createPushBook() };

  const server = createServer((message, response) => {
    serve(room, message, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else
        sendJson(response, 500, {
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the sandbox must listen on a TCP port');
  const ticking = setInterval(() => tick(room), TICK_MS);

  return {
    url: `http://${host}:${address.port}`,
    close() {
      clearInterval(ticking);
      room.traffic.stop();
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
      server.closeAllConnections();
      return closed;
    },
  };
}

async function serve(room: ControlRoom, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { path, query } = splitTarget(message.url ?? '/');
  const body = await readBody(message);
  if (body === undefined) {
    sendJson(response, 413, { error: 'the body is larger than the sandbox takes' });
    return;
  }
  const [, owner = ''] = path.split('/', 2);
  if (owner === '_control') {
    serveControl(room, message, response, path, query, body);
    return;
  }
  if (owner === PICTURES) {
    send(response, pictureAnswer(path, message.headers['if-none-match']));
    return;
  }
  const desk = room.desks.get(owner);
  if (desk === undefined) {
    sendJson(response, 404, { error: `there is no marketplace ${owner}` });
    return;
  }
  // A client whose clock is wrong finds out by this header how far.
  response.setHeader('date', new Date(room.clock.now()).toUTCString());
  const inner = path.slice(owner.length + 1) || '/';
  const { answer, wireFault } = desk.handle(wireRequest(message, inner, query, body));
  if (wireFault === undefined) send(response, answer);
  else sendStruck(response, answer, wireFault);
}

function serveControl(
  room: ControlRoom,
  message: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
  body: Buffer,
): void {
  try {
    const answer = control(room, {
      method: message.method ?? 'GET',
      segments: path.split('/').slice(2).map(decodeURIComponent),
      query: new URLSearchParams(query),
      body: readControlBody(body),
      origin: `http://${message.headers.host ?? ''}`,
    });
    sendJson(response, 200, answer);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    sendJson(response, error.status, { error: error.message });
  }
}

function readControlBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return parseJson(body.toString());
  } catch {
    throw new ControlError('the body is not JSON');
  }
}

function sendJson(response: ServerResponse, status: number, content: unknown): void {
  send(response, {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(content),
  });
}
