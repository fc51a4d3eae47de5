import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * A browser sends cookies along with requests that other sites make it send. SameSite stops most of them, but not
 * those of another port of the same machine, so a change by cookie must also come from our own origin. Every browser
 * says where such a request comes from; one that does not say is no page of ours.
 */
export function requireOwnPage(request: FastifyRequest): void {
  if (READING.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined && site === undefined) throw new Problem('foreign_origin');
  if (typeof site === 'string' && !OWN_SITES.has(site)) throw new Problem('foreign_origin');
  if (origin !== undefined && hostOf(origin) !== request.host) throw new Problem('foreign_origin');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
