import { z } from 'zod';
import { claimId } from '../../domain/ids.ts';
import { CLAIM_VERBS, wishForClaims } from '../../engine/claims/wish-claims.ts';
import { findCommands } from '../../store/commands/read.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import { commandOf, commandView, isClosed } from '../commands/command-view.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { id, idText } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitFor, waitQuery } from '../values/wait.ts';
import { claimProblem } from './declined.ts';
import { wholeParcel, wishFields, wishOf } from './wish-body.ts';

const params = z.object({ id: idText, verb: z.enum(CLAIM_VERBS) });

const actBody = optionalBody(z.strictObject(wishFields).superRefine(wholeParcel).meta({ id: 'ClaimAct' }));

const acted = z.object({ claim_id: id, commands: z.array(commandView) }).meta({ id: 'AcceptedClaimAct' });

/** `POST /claims/{id}/{verb}`: approves, rejects, collects, refunds, holds, charges, re-ships. */
export const actOnClaim: Endpoint = (api, { hub, closing }) => {
  api.post('/claims/:id/:verb', {
    config: { role: 'staff' },
    schema: {
      operationId: 'actOnClaim',
      summary: 'Decide on a claim, at its marketplace',
      description: 'What is possible now, and what it needs to be told, is in the claim’s `actions`.',
      tags: ['claims'],
      headers: idempotencyHeaders,
      params,
      querystring: waitQuery,
      body: actBody,
      response: { 200: acted, 202: acted, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const claim = claimId(request.params.id);
      const timeZone = await readTimeZone(hub.db, owner);
      const wish = wishOf(claim, request.params.verb, request.body, { now: hub.clock(), timeZone });
      const [answer] = await asOwner(hub.db, owner, (scope) =>
        wishForClaims(scope, [wish], { actor, cause: 'api' }),
      );
      if (answer === undefined) throw new Error('a wish was not answered');
      if (answer.kind === 'declined') throw claimProblem(answer.because);
      hub.nudges.emit('nudge', 'commands');
      const commands = await waitFor(
        () => asOwner(hub.db, owner, (scope) => findCommands(scope, [answer.command])),
        (seen) => seen.every(isClosed),
        { seconds: request.query.wait, closing, reply },
      );
      reply.code(commands.every(isClosed) ? 200 : 202);
      const language = languageOf(request);
      return { claim_id: claim, commands: commands.map((command) => commandOf(command, language)) };
    },
  });
};
