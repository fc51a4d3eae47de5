import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProblemCode } from '../problems/catalogue.ts';
import { Problem } from '../problems/problem.ts';
import { requireOwnPage } from './own-page.ts';
import { CLIENT_ADDRESS_HEADER, type People, SESSION_COOKIE } from './people.ts';

const FORWARDED = ['cookie', 'authorization', 'origin', 'referer', 'user-agent', 'sec-fetch-site'] as const;

/** Lets better-auth answer a request, and turns what it refuses into a problem. */
export async function forward(
  people: People,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { authorization, cookie } = request.headers;
  if (authorization === undefined && cookie?.includes(SESSION_COOKIE)) requireOwnPage(request);
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = request.method !== 'GET';
  if (hasBody) headers.set('content-type', 'application/json');
  const answer = await people.handler(
    new Request(new URL(request.url, `http://${request.host}`), {
      method: request.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
    }),
  );
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const text = await answer.text();
  if (!answer.ok) throw problemFrom(answer, text);
  reply.code(answer.status);
  return text === '' ? null : JSON.parse(text);
}

const REFUSALS: Readonly<Record<string, ProblemCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_password',
  INVALID_PASSWORD: 'wrong_password',
  INVALID_ORIGIN: 'foreign_origin',
  MISSING_OR_NULL_ORIGIN: 'foreign_origin',
};

const refusal = z.object({ code: z.string().optional() });

function problemFrom(answer: Response, text: string): Problem {
  if (answer.status === 429) {
    const wait = answer.headers.get('x-retry-after') ?? '60';
    return new Problem('too_many_attempts', { headers: { 'retry-after': wait } });
  }
  const parsed = refusal.safeParse(jsonOf(text));
  const code = parsed.success ? REFUSALS[parsed.data.code ?? ''] : undefined;
  if (code !== undefined) return new Problem(code);
  if (answer.status === 401) return new Problem('session_ended');
  return new Problem(answer.status < 500 ? 'invalid_request' : 'internal');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
