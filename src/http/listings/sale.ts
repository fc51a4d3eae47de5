import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listingId } from '../../domain/ids.ts';
import { type SaleAnswer, wishSale } from '../../engine/publish/wish-sale.ts';
import { findCommands } from '../../store/commands/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import { commandOf, commandView, isClosed } from '../commands/command-view.ts';
import type { Endpoint, HttpContext } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { waitFor, waitQuery } from '../values/wait.ts';

const answer = z.object({ listing_id: id, command: commandView }).meta({ id: 'ListingCommand' });

const common = {
  tags: ['listings'],
  headers: idempotencyHeaders,
  params: idParams,
  querystring: waitQuery,
  response: { 200: answer, 202: answer, ...problemAnswers(403, 404, 409, 422) },
};

/** `POST /listings/{id}/pause`: takes a listing off sale, with everything that can be bought of it. */
export const pauseListing: Endpoint = (api, context) => {
  api.post('/listings/:id/pause', {
    config: { role: 'staff' },
    schema: {
      operationId: 'pauseListing',
      summary: 'Take a listing off sale',
      description: 'It stays at the marketplace and comes back when it is resumed, and not by itself.',
      ...common,
    },
    handler: (request, reply) =>
      setSale(context, request, reply, { id: request.params.id, onSale: false, seconds: request.query.wait }),
  });
};

/** `POST /listings/{id}/resume`: puts a listing back on sale. */
export const resumeListing: Endpoint = (api, context) => {
  api.post('/listings/:id/resume', {
    config: { role: 'staff' },
    schema: { operationId: 'resumeListing', summary: 'Put a listing back on sale', ...common },
    handler: (request, reply) =>
      setSale(context, request, reply, { id: request.params.id, onSale: true, seconds: request.query.wait }),
  });
};

async function setSale(
  { hub, closing }: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  wish: { readonly id: number; readonly onSale: boolean; readonly seconds: number },
): Promise<z.infer<typeof answer>> {
  const { owner, actor } = callerOf(request);
  const listing = listingId(wish.id);
  const taken = await asOwner(hub.db, owner, async (scope) => {
    const said = await wishSale(scope, listing, wish.onSale, { actor, cause: 'api' });
    if (said.kind === 'declined') throw new Problem(PROBLEMS[said.because]);
    return said.command;
  });
  hub.nudges.emit('nudge', 'commands');
  const [command] = await waitFor(
    () => asOwner(hub.db, owner, (scope) => findCommands(scope, [taken])),
    (seen) => seen.every(isClosed),
    { seconds: wish.seconds, closing, reply },
  );
  if (command === undefined) throw new Error('the command is gone');
  reply.code(isClosed(command) ? 200 : 202);
  return { listing_id: listing, command: commandOf(command, languageOf(request)) };
}

const PROBLEMS: Readonly<Record<Extract<SaleAnswer, { kind: 'declined' }>['because'], ProblemCode>> = {
  not_found: 'not_found',
  account_disconnected: 'account_disconnected',
  not_offered: 'not_offered',
  not_there_yet: 'listing_not_there_yet',
  gone: 'listing_gone',
};
