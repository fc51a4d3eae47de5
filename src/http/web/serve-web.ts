import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../context.ts';
import { answerUnknownRoute } from '../problems/answers.ts';
import { MISSING_PAGE } from './missing-page.ts';

/** Everything a page needs comes from this server; nothing written into the page itself runs. */
const PAGE_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const A_YEAR_MS = 365 * 86_400_000;
/** What is not a page of the desk, whoever asks for it. */
const NOT_A_PAGE = /^\/(api|docs|hooks|healthz|metrics|assets|openapi\.json)(\/|$)/;
/** Files beside the page whose names do not change. */
const LOOSE_FILES = ['/theme.js', '/favicon.svg'];

/**
 * Serves the built web desk: assets under names that change with their content, and its one page for every address
 * that a browser goes to and that is nothing else here. Without a build the page says how to make one.
 */
export async function serveWeb(api: Api, folder: string): Promise<void> {
  await api.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: A_YEAR_MS,
    index: false,
    // The folder may be missing as yet.
    suppressWarning: true,
  });
  const sendLoose = (reply: FastifyReply, name: string): FastifyReply =>
    reply.header('cache-control', 'no-cache').sendFile(name, folder, { cacheControl: false });
  for (const path of LOOSE_FILES)
    api.get(path, { schema: { hide: true } }, (_request, reply) => sendLoose(reply, path.slice(1)));
  api.setNotFoundHandler((request, reply) => {
    if (!isVisit(request)) return answerUnknownRoute(request, reply);
    reply.headers({
      'content-security-policy': PAGE_SECURITY,
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
    if (existsSync(join(folder, 'index.html'))) return sendLoose(reply, 'index.html');
    return reply.code(503).type('text/html; charset=utf-8').send(MISSING_PAGE);
  });
}

/** Whether a browser goes to an address to show a page. */
function isVisit({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.accept?.includes('text/html') === true &&
    !NOT_A_PAGE.test(path)
  );
}
