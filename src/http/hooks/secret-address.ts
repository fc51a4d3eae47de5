import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { OwnerId } from '../../domain/ids.ts';
import { findHook } from '../../store/account-hooks.ts';
import { type Account, findAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import type { Api, HttpContext } from '../context.ts';
import { Problem } from '../problems/problem.ts';
import { type FloodGate, openFloodGate } from './flood-gate.ts';

export const MINUTE_MS = 60_000;
const UNKNOWN_PER_MINUTE = 30;

/** The secret of one account's address. */
export const hookParams = z.object({ token: z.string().max(200) });

export interface PushedTo {
  readonly owner: OwnerId;
  readonly account: Account;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose secret address was called; found before anything of the body is read. */
    pushedTo: PushedTo | null;
  }
}

/** Lets only those in who know the secret address of an account. */
export function requireAddress(hooks: Api, context: HttpContext): void {
  const strangers = openFloodGate(MINUTE_MS);
  hooks.decorateRequest('pushedTo', null);
  hooks.addHook('onRequest', async (request) => {
    request.pushedTo = await knownAddress(context, strangers, request);
  });
}

async function knownAddress(
  { hub }: HttpContext,
  strangers: FloodGate,
  request: FastifyRequest,
): Promise<PushedTo> {
  const { token } = hookParams.parse(request.params);
  const found = await findHook(hub.db, token);
  const account =
    found === undefined
      ? undefined
      : await asOwner(hub.db, found.owner, (scope) => findAccount(scope, found.account));
  if (found !== undefined && account !== undefined) return { owner: found.owner, account };
  if (strangers.count(request.ip) <= UNKNOWN_PER_MINUTE) throw new Problem('hook_unknown');
  throw new Problem('too_many_attempts', { headers: { 'retry-after': String(strangers.opensIn()) } });
}
