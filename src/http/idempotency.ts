import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { claimKey, forgetKey, keepAnswer } from '../store/idempotency.ts';
import { asOwner } from '../store/scope.ts';
import { callerOf } from './caller.ts';
import type { Api, HttpContext } from './context.ts';
import { fieldProblem, Problem } from './problems/problem.ts';

const HEADER = 'idempotency-key';
const KEY = /^[\x21-\x7e]{1,200}$/;

declare module 'fastify' {
  interface FastifyRequest {
    /** What an Idempotency-Key stands for, from the bytes as they came. */
    idempotencyHash: string | null;
    /** The key this request has claimed and must settle. */
    claimedKey: string | null;
  }
  interface FastifyContextConfig {
    /** Fields of the answer that are secrets: they are not kept, and null when the answer is repeated. */
    shownOnce?: readonly string[];
  }
}

/** The header, for routes that write. */
export const idempotencyHeaders = z.object({
  [HEADER]: z.string().optional().meta({
    description: 'Repeating a request with the same key gives the first answer again, for 24 hours.',
  }),
});

/**
 * Makes writes repeatable: the first request with a key is carried out and its answer kept; the same request again
 * gets that answer. A request that was refused leaves its key free, since it has changed nothing.
 */
export function keepAnswersByKey(api: Api, { hub }: HttpContext, secret: string): void {
  api.decorateRequest('idempotencyHash', null);
  api.decorateRequest('claimedKey', null);

  api.addHook('preValidation', async (request) => {
    const { method, url, body } = request;
    if (request.headers[HEADER] === undefined || method === 'GET') return;
    // Keyed, because a body may hold credentials and the hash is stored.
    const content = JSON.stringify([callerOf(request).actor, method, url, body ?? null]);
    request.idempotencyHash = createHmac('sha256', secret).update(content).digest('base64url');
  });

  api.addHook('preHandler', async (request, reply) => {
    const hash = request.idempotencyHash;
    if (hash === null) return;
    const key = keyOf(request);
    const claim = await asOwner(hub.db, callerOf(request).owner, (scope) => claimKey(scope, key, hash));
    switch (claim.kind) {
      case 'first':
        request.claimedKey = key;
        return;
      case 'in_progress':
        throw new Problem('idempotency_key_in_progress', { headers: { 'retry-after': '1' } });
      case 'other_request':
        throw new Problem('idempotency_key_reused');
      case 'replay':
        return replay(reply, claim.status, claim.body);
    }
  });

  api.addHook('onSend', async (request, reply, payload) => {
    const key = request.claimedKey;
    if (key === null) return payload;
    request.claimedKey = null;
    const status = reply.statusCode;
    await asOwner(hub.db, callerOf(request).owner, (scope) =>
      status < 400
        ? keepAnswer(scope, key, status, bodyToKeep(payload, request.routeOptions.config.shownOnce ?? []))
        : forgetKey(scope, key),
    );
    return payload;
  });
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers[HEADER];
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw fieldProblem('Idempotency-Key', 'bad_format', {
    ko: 'Idempotency-Key는 공백 없는 영문자와 기호 200자까지입니다.',
    en: 'An Idempotency-Key has up to 200 letters and signs, without spaces.',
    ru: 'В Idempotency-Key до 200 букв и знаков, без пробелов.',
    uz: 'Idempotency-Key 200 tagacha harf va belgidan iborat, bo‘sh joysiz.',
  });
}

function bodyToKeep(payload: unknown, secrets: readonly string[]): unknown {
  if (typeof payload !== 'string' || payload === '') return null;
  const body: unknown = JSON.parse(payload);
  if (secrets.length === 0 || typeof body !== 'object' || body === null) return body;
  return { ...body, ...Object.fromEntries(secrets.map((field) => [field, null])) };
}

function replay(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  reply.code(status).header('idempotent-replayed', 'true');
  if (body === null) return reply.send();
  return reply.type('application/json').serializer(JSON.stringify).send(body);
}
