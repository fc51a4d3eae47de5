import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, WireAnswer, WireRequest } from './marketplace.ts';

const BODY_LIMIT_BYTES = 20 * 1024 * 1024;
const HTML_PAGE =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Please try again later</h1></body></html>';
const GARBAGE = Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x22, 0xc3, 0x28]);

/** The body of a request, or undefined if it is larger than the sandbox takes. */
export async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Splits a request target into the path and the query, both as sent. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** A request as a marketplace sees it: with the path of the real host. */
export function wireRequest(
  message: IncomingMessage,
  path: string,
  query: string,
  body: Buffer,
): WireRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return {
    method: message.method ?? 'GET',
    path,
    query,
    headers,
    body,
    remoteAddress: (message.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  };
}

/** Sends an answer as it is. */
export function send(response: ServerResponse, answer: WireAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

/** Sends an answer, or what is left of it, with a wire fault played on it. */
export function sendStruck(response: ServerResponse, answer: WireAnswer, fault: Fault): void {
  const body = Buffer.from(answer.body);
  const half = Math.floor(body.length / 2);
  switch (fault.kind) {
    case 'slow':
      setTimeout(() => send(response, answer), fault.delayMs).unref();
      break;
    case 'lost_answer':
      response.destroy();
      break;
    case 'reset':
      response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
      response.write(body.subarray(0, half), () => response.destroy());
      break;
    case 'truncated':
      send(response, { ...answer, body: body.subarray(0, half) });
      break;
    case 'malformed':
      send(response, {
        ...answer,
        body: Buffer.concat([body.subarray(0, half), GARBAGE, body.subarray(half)]),
      });
      break;
    case 'html':
      send(response, {
        status: 200,
        headers: { 'content-type': 'text/html;charset=UTF-8' },
        body: HTML_PAGE,
      });
      break;
    default:
      send(response, answer);
  }
}
