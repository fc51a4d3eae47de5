import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { listAccounts } from '../../store/accounts.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { answer as answerWith, ask, everyPair } from './ask-and-answer.ts';
import { publicationView, rehearsalView } from './publication-view.ts';
import { rehearse } from './rehearse.ts';
import { shopsMeant } from './shops-meant.ts';

const body = optionalBody(
  z
    .strictObject({
      account_ids: z
        .array(id)
        .min(1)
        .max(100)
        .optional()
        .describe('Shops to publish in; every connected shop that has a catalogue when absent.'),
      dry_run: z.boolean().default(false).meta({
        description: 'Shows what each marketplace would get. Nothing is sent and nothing kept.',
      }),
    })
    .meta({ id: 'PublishProduct' }),
);

const answer = z
  .object({
    results: z.array(z.union([publicationView, rehearsalView])),
  })
  .meta({ id: 'PublishAnswer' });

/** `POST /products/{id}/publish`: puts a product on sale in shops, or brings its listings to what it says now. */
export const publishProduct: Endpoint = (api, { hub, closing }) => {
  api.post('/products/:id/publish', {
    config: { role: 'staff' },
    schema: {
      operationId: 'publishProduct',
      summary: 'Publish a product in shops',
      description:
        'Each shop answers for itself: a command to follow, or everything that its marketplace demands and the product ' +
        'lacks. A listing that exists is changed; what the hub has no word for stays as it is there.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body,
      response: { 200: answer, 202: answer, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const { account_ids: wanted, dry_run: isDry } = request.body;
      const product = productId(request.params.id);
      const pairs = await asOwner(hub.db, caller.owner, async (scope) => {
        if ((await findProduct(scope, product)) === undefined) throw new Problem('not_found');
        const shops = shopsMeant(await listAccounts(scope), wanted, 'account_ids');
        const meant = everyPair([product], shops);
        if (!isDry && meant.length > 0)
          await ask(scope, meant, { actor: caller.actor, cause: 'api', lane: 'click', now: hub.clock() });
        return meant;
      });
      const language = languageOf(request);
      if (isDry) return { results: await rehearse(hub, caller, pairs, closing, language) };
      const wait = { seconds: request.query.wait, closing, reply };
      return { results: await answerWith(hub, caller, pairs, wait, language) };
    },
  });
};
