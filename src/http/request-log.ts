import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Api } from './context.ts';

const GIVEN_ID = /^[\w.-]{1,64}$/;

/** The client's own request id where it is harmless, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
}

/** One line per request: never its body, headers or query, which hold secrets and people's names. */
export function logRequests(api: Api): void {
  api.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  api.addHook('onResponse', async (request, reply) => {
    const [path] = request.url.split('?', 1);
    request.log.info(
      {
        method: request.method,
        // The address of an unknown route may be anything, so only the known ones are told.
        path: request.is404 ? null : withoutSecret(request.routeOptions.url, path),
        status: reply.statusCode,
        tookMs: Math.round(reply.elapsedTime),
        owner: request.caller?.owner ?? null,
        actor: request.caller?.actor ?? null,
      },
      'request',
    );
  });
}

/** Some addresses are secrets themselves: of those only the route is told. */
function withoutSecret(route: string | undefined, path: string | undefined): string | null {
  return (route?.includes(':token') === true ? route : path) ?? null;
}
