import { z } from 'zod';
import { claimId } from '../../domain/ids.ts';
import { CLAIM_VERBS, type ClaimWishAnswer, wishForClaims } from '../../engine/claims/wish-claims.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { problemTitle } from '../problems/sentences.ts';
import { id } from '../values/id.ts';
import { claimProblem } from './declined.ts';
import { wholeParcel, wishFields, wishOf } from './wish-body.ts';

const MOST_CLAIMS = 1_000;
/** Claims turned into commands in one transaction. */
const CHUNK = 200;
/** What a person picks by hand and waits for; more than that is bulk work. */
const MOST_BY_HAND = 20;

const manyBody = z
  .strictObject({
    action: z.enum(CLAIM_VERBS),
    claims: z
      .array(z.strictObject({ claim_id: id, ...wishFields }).superRefine(wholeParcel))
      .min(1)
      .max(MOST_CLAIMS),
  })
  .meta({ id: 'ClaimActs' });

const manyResults = z
  .object({
    results: z.array(
      z.object({
        claim_id: id,
        accepted: z.boolean(),
        command_id: id.nullable(),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    accepted: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'ClaimActResults' });

type Result = z.infer<typeof manyResults>['results'][number];

/** `POST /claims/actions`: one act for many claims; each is answered for by itself. */
export const actOnClaims: Endpoint = (api, { hub }) => {
  api.post('/claims/actions', {
    config: { role: 'staff' },
    schema: {
      operationId: 'actOnClaims',
      summary: 'Decide on many claims',
      description:
        'A claim that cannot be decided so is named in the results and does not hold up the others.',
      tags: ['claims'],
      headers: idempotencyHeaders,
      body: manyBody,
      response: { 202: manyResults, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { action, claims } = request.body;
      const lane = claims.length <= MOST_BY_HAND ? ('click' as const) : ('bulk' as const);
      const at = { now: hub.clock(), timeZone: await readTimeZone(hub.db, owner) };
      const language = languageOf(request);
      const wishes = [...new Map(claims.map((one) => [one.claim_id, one])).values()].map(
        ({ claim_id, ...fields }) => wishOf(claimId(claim_id), action, fields, at),
      );
      const results: Result[] = [];
      for (const chunk of chunked(wishes, CHUNK)) {
        const answers = await asOwner(hub.db, owner, (scope) =>
          wishForClaims(scope, chunk, { actor, lane, cause: 'bulk' }),
        );
        hub.nudges.emit('nudge', 'commands');
        results.push(...answers.map((answer) => resultOf(answer, language)));
      }
      const accepted = results.filter((result) => result.accepted).length;
      reply.code(202);
      return { results, accepted, declined: results.length - accepted };
    },
  });
};

function resultOf(answer: ClaimWishAnswer, language: Language): Result {
  if (answer.kind === 'accepted') {
    const { claim, command } = answer;
    return { claim_id: claim, accepted: true, command_id: command, code: null, title: null, detail: null };
  }
  const { code, detail } = claimProblem(answer.because);
  return {
    claim_id: answer.claim,
    accepted: false,
    command_id: null,
    code,
    title: inLanguage(problemTitle(code), language),
    detail: inLanguage(detail, language),
  };
}
