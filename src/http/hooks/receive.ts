import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { editionOf } from '../../engine/open-shop.ts';
import type { HookAnswer, HookRequest, HooksPort } from '../../marketplaces/kit/hooks.ts';
import { USUAL_HOOKS } from '../../marketplaces/kit/hooks.ts';
import { parseLossless } from '../../marketplaces/kit/lossless.ts';
import { readCredentials } from '../../store/accounts.ts';
import { keepPush } from '../../store/inbox.ts';
import { wakeLane } from '../../store/lanes.ts';
import { asOwner } from '../../store/scope.ts';
import type { Api, Endpoint, HttpContext } from '../context.ts';
import { openProblemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { type FloodGate, openFloodGate } from './flood-gate.ts';
import { hookParams, MINUTE_MS, type PushedTo, requireAddress } from './secret-address.ts';

/** Pushes hold one event each; the longest we know stays under a tenth of this. */
export const PUSH_LIMIT_BYTES = 256 * 1024;
/** More than this of one account says no more than that much changed: the next pull sees it all. */
const PUSHES_PER_MINUTE = 300;

const accepted = z.record(z.string(), z.unknown()).meta({ id: 'PushAnswer' });

/** `POST /hooks/{token}`: takes what a marketplace pushes to the secret address of an account. */
export const receivePush: Endpoint = (api, context) => {
  const floods = openFloodGate(MINUTE_MS);
  api.register(async (hooks: Api) => {
    requireAddress(hooks, context);
    keepBodiesRaw(hooks);
    hooks.setErrorHandler((error) => {
      throw sizeTold(error);
    });
    hooks.post('/hooks/:token', {
      bodyLimit: PUSH_LIMIT_BYTES,
      schema: {
        operationId: 'receivePush',
        summary: "Take a marketplace's push",
        description:
          'The secret address of one account. The body is JSON in the shape of the marketplace, up to 256 KB. It is ' +
          'kept and answered at once; the orders it names are then read from the marketplace itself.',
        tags: ['hooks'],
        security: [],
        params: hookParams,
        response: { 200: accepted, 202: accepted, ...openProblemAnswers(400, 403, 404, 413, 415, 429) },
      },
      handler: async (request, reply) => answerWith(reply, await take(context, floods, request)),
    });
    // Some marketplaces look with GET or HEAD whether anybody is there (Yandex sheet §3.10).
    hooks.get('/hooks/:token', {
      schema: { hide: true, params: hookParams },
      handler: async (_request, reply) => reply.send({ accepted: true }),
    });
  });
};

/** The check of a push may need the very bytes that came. */
function keepBodiesRaw(hooks: Api): void {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

async function take(context: HttpContext, floods: FloodGate, request: FastifyRequest): Promise<HookAnswer> {
  const { hub } = context;
  const { pushedTo } = request;
  if (pushedTo === null) throw new Problem('hook_unknown');
  const { owner, account } = pushedTo;
  const port = editionOf(account).edition.hooks ?? USUAL_HOOKS;
  const push = readPush(request);
  await check(context, port, pushedTo, push);
  const count = floods.count(String(account.id));
  if (count > PUSHES_PER_MINUTE) {
    // Once is enough: what the flood is about is read by then.
    if (count === PUSHES_PER_MINUTE + 1) await pullSoon(context, owner, account.id);
  } else {
    const deliveryId = port.deliveryIdOf?.(push) ?? null;
    await asOwner(hub.db, owner, (scope) =>
      keepPush(scope, hub.vault, { account: account.id, source: 'hook', body: push.body, deliveryId }),
    );
  }
  return port.answer?.(push.json, hub.clock()) ?? { status: 202, body: { accepted: true } };
}

async function pullSoon({ hub }: HttpContext, owner: OwnerId, account: AccountId): Promise<void> {
  hub.log.warn({ account }, 'too many pushes; the account is read instead');
  await asOwner(hub.db, owner, (scope) => wakeLane(scope, account, 'pull', null));
}

function readPush(request: FastifyRequest): HookRequest {
  const { body } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem('malformed_body');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers[name] = value;
  try {
    const json = parseLossless(body.toString('utf8'));
    return { headers, remoteAddress: request.ip, body, json };
  } catch {
    throw new Problem('malformed_body');
  }
}

async function check(
  { hub }: HttpContext,
  port: HooksPort,
  { owner, account }: PushedTo,
  push: HookRequest,
): Promise<void> {
  if (port.verify === undefined) return;
  const credentials = await asOwner(hub.db, owner, (scope) => readCredentials(scope, hub.vault, account.id));
  const verdict = port.verify(push, credentials);
  if (verdict.genuine) return;
  hub.log.warn({ account: account.id, because: verdict.because }, 'a push was not genuine');
  throw new Problem('push_refused');
}

function answerWith(reply: FastifyReply, { status, body }: HookAnswer): FastifyReply {
  return reply.code(status).type('application/json').serializer(JSON.stringify).send(body);
}

function sizeTold(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return error;
  return new Problem('body_too_large', {
    detail: {
      ko: '웹훅 본문은 256 KB까지 받습니다.',
      en: 'The body of a push may have up to 256 KB.',
      ru: 'Тело вебхука может занимать до 256 КБ.',
      uz: 'Vebhuk matni 256 KB gacha bo‘lishi mumkin.',
    },
  });
}
