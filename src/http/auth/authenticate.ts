import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkApiToken } from '../../store/api-tokens.ts';
import { membershipsOf } from '../../store/owners.ts';
import { type Caller, requireRole } from '../caller.ts';
import type { HttpContext } from '../context.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { Problem } from '../problems/problem.ts';
import { requireOwnPage } from './own-page.ts';
import { SESSION_COOKIE } from './people.ts';

const TOKEN_PREFIX = 'moa_';

/** Finds out who asks, before anything of the request is read, and whether their role is enough for the route. */
export function authenticate(context: HttpContext) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const caller = await identify(context, request, reply);
    if (caller.by === 'cookie') requireOwnPage(request);
    requireRole(caller, request.routeOptions.config.role ?? 'viewer');
    request.caller = caller;
  };
}

async function identify(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
  const { authorization, cookie } = request.headers;
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token?.startsWith(TOKEN_PREFIX)) return callerByToken(context, token);
  if (token !== undefined) {
    const headers = new Headers({ authorization: `Bearer ${token}` });
    return callerBySession(context, headers, 'session', 'token_unknown', reply);
  }
  if (authorization === undefined && cookie?.includes(SESSION_COOKIE)) {
    return callerBySession(context, new Headers({ cookie }), 'cookie', 'session_ended', reply);
  }
  throw unauthorized('token_missing');
}

async function callerByToken({ hub }: HttpContext, token: string): Promise<Caller> {
  const check = await checkApiToken(hub.db, token);
  switch (check.kind) {
    case 'valid':
      return {
        owner: check.owner,
        role: check.role,
        actor: `token:${check.tokenId}`,
        user: null,
        by: 'token',
      };
    case 'expired':
      throw unauthorized('token_expired');
    case 'unknown':
      throw unauthorized('token_unknown');
  }
}

async function callerBySession(
  { hub, people }: HttpContext,
  headers: Headers,
  by: 'session' | 'cookie',
  otherwise: ProblemCode,
  reply: FastifyReply,
): Promise<Caller> {
  const found = await people.api.getSession({ headers, returnHeaders: true });
  if (found.response === null) throw unauthorized(otherwise);
  // A session in use is prolonged now and then; its cookie must follow.
  if (by === 'cookie') reply.header('set-cookie', found.headers.getSetCookie());
  const { id, name, email } = found.response.user;
  const [membership] = await membershipsOf(hub.db, id);
  if (membership === undefined) throw new Problem('no_business');
  return {
    ...membership,
    actor: `user:${id}`,
    user: { id, session: found.response.session.id, name, email },
    by,
  };
}

/** A 401 that tells how to authenticate (RFC 6750). */
function unauthorized(code: ProblemCode): Problem {
  const error = code === 'token_missing' ? '' : `, error="invalid_token", error_description="${code}"`;
  return new Problem(code, { headers: { 'www-authenticate': `Bearer realm="moa"${error}` } });
}
