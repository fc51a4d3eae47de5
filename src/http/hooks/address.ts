import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AccountId, accountId } from '../../domain/ids.ts';
import { readHook, removeHook, setHook } from '../../store/account-hooks.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { fieldProblem, Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const newAddress = z
  .object({
    url: z.string().describe('Shown this once. Whoever knows it can say that orders changed, and no more.'),
    created_at: instant,
  })
  .meta({ id: 'NewWebhookAddress' });

const address = z
  .object({
    active: z.boolean(),
    created_at: instant.nullable(),
    last_received_at: instant.nullable(),
  })
  .meta({ id: 'WebhookAddress' });

/** `POST /platform-accounts/{id}/webhook`: a new secret address for a shop; an older one stops working. */
export const setWebhookAddress: Endpoint = (api, { hub }) => {
  api.post('/platform-accounts/:id/webhook', {
    config: { role: 'owner' },
    schema: {
      operationId: 'setWebhookAddress',
      summary: 'Make a secret address for the pushes of a shop',
      description: 'Also rotates it: the address before stops working at once.',
      tags: ['hooks'],
      params: idParams,
      response: { 201: newAddress, ...problemAnswers(403, 404, 422) },
    },
    handler: async (request, reply) => {
      refuseKey(request);
      const { owner, actor } = callerOf(request);
      const account = accountId(request.params.id);
      const { token, createdAt } = await asOwner(hub.db, owner, async (scope) => {
        await requireAccount(scope, account);
        const made = await setHook(scope, account);
        const state = await readHook(scope, account);
        await recordAudit(scope, [
          { actor, action: 'account.webhook_set', target: { kind: 'account', id: account }, account },
        ]);
        return { token: made, createdAt: state?.createdAt ?? hub.clock() };
      });
      reply.code(201);
      return {
        url: new URL(`/hooks/${token}`, `${request.protocol}://${request.host}`).href,
        created_at: createdAt.toISOString(),
      };
    },
  });
};

/** `GET /platform-accounts/{id}/webhook`: whether there is an address; never the address itself. */
export const readWebhookAddress: Endpoint = (api, { hub }) => {
  api.get('/platform-accounts/:id/webhook', {
    schema: {
      operationId: 'readWebhookAddress',
      summary: 'Whether a shop has a secret address, and when it was last used',
      tags: ['hooks'],
      params: idParams,
      response: { 200: address, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const account = accountId(request.params.id);
      const state = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        await requireAccount(scope, account);
        return readHook(scope, account);
      });
      return {
        active: state !== undefined,
        created_at: instantOrNull(state?.createdAt ?? null),
        last_received_at: instantOrNull(state?.lastReceivedAt ?? null),
      };
    },
  });
};

/** `DELETE /platform-accounts/{id}/webhook`: the address stops working at once. */
export const removeWebhookAddress: Endpoint = (api, { hub }) => {
  api.delete('/platform-accounts/:id/webhook', {
    config: { role: 'owner' },
    schema: {
      operationId: 'removeWebhookAddress',
      summary: 'Take the secret address of a shop away',
      tags: ['hooks'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Gone, or there was none.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const account = accountId(request.params.id);
      await asOwner(hub.db, owner, async (scope) => {
        await requireAccount(scope, account);
        if (!(await removeHook(scope, account))) return;
        await recordAudit(scope, [
          { actor, action: 'account.webhook_remove', target: { kind: 'account', id: account }, account },
        ]);
      });
      reply.code(204);
    },
  });
};

async function requireAccount(scope: OwnerScope, account: AccountId): Promise<void> {
  if ((await findAccount(scope, account)) === undefined) throw new Problem('not_found');
}

/** Answers under a key are kept readable for a day, which a secret must not be. */
function refuseKey(request: FastifyRequest): void {
  if (request.headers['idempotency-key'] === undefined) return;
  throw fieldProblem('Idempotency-Key', 'not_allowed', {
    ko: '비밀 주소는 저장해 두지 않으므로 Idempotency-Key를 쓸 수 없습니다. 다시 요청하면 새 주소가 만들어집니다.',
    en: 'A secret address is kept nowhere, so an Idempotency-Key cannot be used. Asking again makes a new address.',
    ru: 'Секретный адрес нигде не хранится, поэтому Idempotency-Key здесь не действует. Повторный запрос создаст новый адрес.',
    uz: 'Maxfiy manzil hech qayerda saqlanmaydi, Idempotency-Key bu yerda ishlamaydi. Qayta so‘rash yangi manzil yaratadi.',
  });
}
