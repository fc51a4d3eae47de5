import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { stockLeft } from '../../engine/inventory/stock-left.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { UnreadableError } from '../../marketplaces/kit/decode.ts';
import type { QuestionsPort, StockQuestion } from '../../marketplaces/kit/hooks.ts';
import { asOwner } from '../../store/scope.ts';
import type { Api, Endpoint, HttpContext } from '../context.ts';
import { openProblemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { openFloodGate } from './flood-gate.ts';
import { hookParams, MINUTE_MS, type PushedTo, requireAddress } from './secret-address.ts';

/** A question names one order; the longest we know stays under a tenth of this. */
const QUESTION_LIMIT_BYTES = 64 * 1024;
/** More than this a minute is no buyer any more. */
const QUESTIONS_PER_MINUTE = 300;
/** A buyer waits: by then it is answered that nobody knows, which lets him order. */
const ANSWER_WITHIN_MS = 800;

const answered = {
  description: "The answer in the marketplace's own form.",
  content: { 'application/xml': { schema: z.string() } },
};

/** `POST /hooks/{token}/stock`: answers a marketplace that asks whether goods are still there. */
export const answerStock: Endpoint = (api, context) => {
  const floods = openFloodGate(MINUTE_MS);
  api.register(async (hooks: Api) => {
    requireAddress(hooks, context);
    keepBodiesAsTheyAre(hooks);
    hooks.post('/hooks/:token/stock', {
      bodyLimit: QUESTION_LIMIT_BYTES,
      schema: {
        operationId: 'answerStock',
        summary: "Answer a marketplace's question about stock",
        description:
          'Below the secret address of one account, for marketplaces that ask while a buyer orders. What the ledger has ' +
          'for this shop counts; of goods that do not follow it, what Moa last set there; of all others there is enough.',
        tags: ['hooks'],
        security: [],
        params: hookParams,
        response: { 200: answered, ...openProblemAnswers(400, 404, 413, 429) },
      },
      handler: async (request, reply) => {
        const { pushedTo } = request;
        const questions = pushedTo === null ? undefined : questionsOf(pushedTo);
        if (pushedTo === null || questions === undefined) throw new Problem('hook_unknown');
        if (floods.count(String(pushedTo.account.id)) > QUESTIONS_PER_MINUTE)
          throw new Problem('too_many_attempts', { headers: { 'retry-after': String(floods.opensIn()) } });
        const question = readQuestion(questions, request);
        const left = await leftOf(context, pushedTo, question);
        return reply
          .type(questions.contentType)
          .serializer((text: string) => text)
          .send(question.answer(left));
      },
    });
  });
};

/** The media type of a question is not told for sure by any marketplace, and nothing but its bytes counts. */
function keepBodiesAsTheyAre(hooks: Api): void {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function questionsOf({ account }: PushedTo): QuestionsPort | undefined {
  return editionOf(account).edition.hooks?.questions;
}

function readQuestion(questions: QuestionsPort, { body }: FastifyRequest): StockQuestion {
  if (!Buffer.isBuffer(body)) throw new Problem('malformed_body');
  try {
    return questions.stockQuestionIn(body);
  } catch (error) {
    if (error instanceof UnreadableError) throw new Problem('malformed_body');
    throw error;
  }
}

async function leftOf(
  { hub }: HttpContext,
  { owner, account }: PushedTo,
  { things }: StockQuestion,
): Promise<readonly (number | null)[]> {
  const nobodyKnows = things.map(() => null);
  const waiting = new AbortController();
  const known = asOwner(hub.db, owner, (scope) => stockLeft(scope, account, things)).catch(
    (error: unknown) => {
      hub.log.warn(
        { account: account.id, error: error instanceof Error ? error.name : typeof error },
        'a question about stock was answered blindly',
      );
      return null;
    },
  );
  const late = sleep(ANSWER_WITHIN_MS, null, { signal: waiting.signal }).catch(() => null);
  const left = await Promise.race([known, late]);
  waiting.abort();
  return left ?? nobodyKnows;
}
