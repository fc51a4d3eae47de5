import { setMaxListeners } from 'node:events';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Hub } from '../engine/hub.ts';
import { openPictureShelf } from '../engine/pictures/picture-shelf.ts';
import { authenticate } from './auth/authenticate.ts';
import { openPeople } from './auth/people.ts';
import type { Api, HttpContext } from './context.ts';
import { API_ENDPOINTS, OPEN_ENDPOINTS } from './endpoints.ts';
import { keepAnswersByKey } from './idempotency.ts';
import { collectOpenApi } from './openapi/document.ts';
import { showOpenApi } from './openapi/page.ts';
import { noteOrigins } from './origin.ts';
import { answerError, answerUnknownRoute } from './problems/answers.ts';
import { validate } from './problems/validate.ts';
import { logRequests, requestId } from './request-log.ts';
import { serveWeb } from './web/serve-web.ts';

export interface ServerOptions {
  /** Signs the sessions of people. */
  readonly secret: string;
  /** The address people open the hub under, when it is known. */
  readonly publicUrl?: string;
  /** The folder of the built web desk; without one there is the API alone. */
  readonly web?: string;
}

const BODY_LIMIT_BYTES = 1024 * 1024;
/** For a request to arrive whole. Answers may take longer: a caller may wait for an outcome for a minute. */
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 72_000;

/** Builds the REST floor on a hub. The caller makes it listen. */
export async function createServer(hub: Hub, options: ServerOptions): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = hub.log;
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: 200 },
  });
  const api: Api = server.withTypeProvider<ZodTypeProvider>();
  const closing = closingSignal(api);
  const context: HttpContext = {
    hub,
    people: openPeople(hub, options),
    pictures: openPictureShelf({ egress: hub.egress, clock: hub.clock }),
    closing,
  };
  api.setValidatorCompiler(validate);
  api.setSerializerCompiler(serializerCompiler);
  api.setErrorHandler(answerError);
  if (options.web === undefined) api.setNotFoundHandler(answerUnknownRoute);
  api.decorateRequest('caller', null);
  acceptJsonOnly(api);
  logRequests(api);
  noteOrigins(api);
  setSecurityHeaders(api);
  await collectOpenApi(api, options.publicUrl);
  for (const endpoint of OPEN_ENDPOINTS) endpoint(api, context);
  await api.register(
    async (v1: Api) => {
      v1.addHook('onRequest', authenticate(context));
      keepAnswersByKey(v1, context, options.secret);
      for (const endpoint of API_ENDPOINTS) endpoint(v1, context);
    },
    { prefix: '/api/v1' },
  );
  await showOpenApi(api);
  if (options.web !== undefined) await serveWeb(api, options.web);
  return server;
}

/**
 * Waiting requests are let go when the server closes, and connections end with their answers, so that a stop is quick: one
 * that is kept alive is waited for until its time is over.
 */
function closingSignal(api: Api): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  setMaxListeners(0, signal);
  api.addHook('preClose', async () => controller.abort(new Error('the server is closing')));
  api.addHook('onSend', async (_request, reply) => {
    if (signal.aborted) reply.header('connection', 'close');
  });
  // An answer that was begun before could not say so.
  api.addHook('onResponse', async () => {
    if (signal.aborted) setImmediate(() => api.server.closeIdleConnections());
  });
  return signal;
}

/** An empty JSON body counts as none: the guide's calls without a body send the content type all the same. */
function acceptJsonOnly(api: Api): void {
  api.removeAllContentTypeParsers();
  const parse = api.getDefaultJsonParser('error', 'error');
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, body.toString(), done);
  });
}

function setSecurityHeaders(api: Api): void {
  api.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
}
